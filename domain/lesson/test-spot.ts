/** Where a test of a question stands in its source: a problem that only running it shows has no place of its own. */
import { Problems, type Spot } from './problems.ts';
import { readYaml } from './yaml-block.ts';

const OPENS = /^( {0,3})(`{3,}|~{3,})\s*ya?ml\s+tests\s*$/;

/**
 * @param question where the question begins
 * @param id of the test; null: none in particular
 */
export function spotOfTest(source: string, question: Spot, id: string | null): Spot {
  const lines = source.replaceAll('\r\n', '\n').split('\n');
  const at = lines.findIndex((line, index) => index >= question.line && OPENS.test(line));
  const [, indent = '', fence = '```'] = OPENS.exec(lines[at] ?? '') ?? [];
  if (at < 0) return question;
  const begins = { line: at + 1, column: 1 + indent.length };
  const length = lines.slice(at + 1).findIndex((line) => line.trim().startsWith(fence));
  const text = lines.slice(at + 1, length < 0 ? undefined : at + 1 + length).join('\n');
  const yaml = readYaml(text, { line: at + 2, column: 1 }, new Problems(''));
  const tests: unknown = yaml?.value;
  if (id === null || yaml === null || !Array.isArray(tests)) return begins;
  const index = tests.findIndex((test: unknown, place) => idOf(test, place) === id);
  return index < 0 ? begins : yaml.spot([index]);
}

function idOf(test: unknown, place: number): string {
  const own: unknown = typeof test === 'object' && test !== null && 'id' in test ? test.id : undefined;
  return typeof own === 'string' ? own : `t${place + 1}`;
}
