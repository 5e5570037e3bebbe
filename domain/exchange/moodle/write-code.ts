/** A function with its tests as a question of CodeRunner: each test prints what the function gives for plain values. */
import type { Asked } from '../foreign.ts';
import type { Part } from '../out/file.ts';
import { ItemRefused } from '../remark.ts';
import { escapedXml } from '../xml.ts';

type Code = Extract<Asked, { form: 'code' }>;

export function coderunnerOf({ language, entry, starter, solution, tests }: Code): Part[] {
  const element = (name: string, text: string): string => `<${name}>${escapedXml(text)}</${name}>\n`;
  const cases = tests.map(({ call, expect, hidden, points }) => {
    const given = call.map((value) => literal(value, language)).join(', ');
    const code = language === 'python' ? `print(${entry}(${given}))` : `console.log(${entry}(${given}))`;
    const said = (name: string, text: string): string => `<${name}><text>${escapedXml(text)}</text></${name}>\n`;
    return [
      `<testcase testtype="0" useasexample="${hidden ? 0 : 1}" hiderestiffail="0" mark="${points}">\n`,
      said('testcode', code),
      said('stdin', ''),
      said('expected', printed(expect, language)),
      said('extra', ''),
      said('display', hidden ? 'HIDE' : 'SHOW'),
      '</testcase>\n',
    ].join('');
  });
  return [
    element('coderunnertype', language === 'python' ? 'python3' : 'nodejs'),
    element('prototypetype', '0'),
    element('allornothing', '0'),
    element('answer', solution.trimEnd()),
    element('answerpreload', starter.trimEnd()),
    `<testcases>\n${cases.join('')}</testcases>\n`,
  ];
}

/** As the language writes it. */
function literal(value: unknown, language: Code['language']): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return language === 'python' ? (value ? 'True' : 'False') : String(value);
  if (value === null) return language === 'python' ? 'None' : 'null';
  if (typeof value === 'string') return quoted(value, "'");
  if (Array.isArray(value)) return `[${value.map((one) => literal(one, language)).join(', ')}]`;
  throw new ItemRefused('out.plainTests');
}

function quoted(text: string, mark: "'" | '"'): string {
  if (/[^\n\t\P{Cc}]/u.test(text)) throw new ItemRefused('out.plainTests');
  const inside = text.replace(/[\\'"]/g, (sign) => (sign === '\\' || sign === mark ? `\\${sign}` : sign));
  return mark + inside.replaceAll('\n', '\\n').replaceAll('\t', '\\t') + mark;
}

/** What is printed of a value: a text alone without its quotes, which then cannot be told from a word of the language. */
function printed(value: unknown, language: Code['language']): string {
  if (typeof value === 'string') throw new ItemRefused('out.printedText');
  if (Array.isArray(value) && language === 'javascript') throw new ItemRefused('out.printedList');
  return literal(value, language);
}
