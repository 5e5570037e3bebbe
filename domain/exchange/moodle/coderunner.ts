/** Questions of CodeRunner whose tests print what a function gives; nothing of them is run. */
import type { Asked, CallTest } from '../foreign.ts';
import { ItemRefused, type Remark, remark } from '../remark.ts';
import { all, first, textIn, within, type Xml } from '../xml.ts';
import { readList, readLiteral } from './literal.ts';

const LANGUAGES = [
  ['python', /^python3?(?:_|$)/i, /^print\s*\(\s*([A-Za-z_]\w*)\s*\(/],
  ['javascript', /^(?:nodejs|javascript)(?:_|$)/i, /^console\.log\s*\(\s*([A-Za-z_]\w*)\s*\(/],
] as const;

export function readCodeRunner(question: Xml): { asked: Asked; remarks: Remark[] } {
  const said = (name: string): string => textIn(first(question, name)).trim();
  const type = said('coderunnertype');
  const found = LANGUAGES.find(([, names]) => names.test(type));
  if (found === undefined) throw new ItemRefused('coderunner.language', { type });
  if (said('prototypetype') !== '' && said('prototypetype') !== '0') throw new ItemRefused('coderunner.prototype');
  if (said('template') !== '') throw new ItemRefused('coderunner.template');
  if (within(question, 'file').length > 0) throw new ItemRefused('coderunner.files');
  const cases = all(first(question, 'testcases'), 'testcase');
  if (cases.length === 0) throw new ItemRefused('coderunner.noTests');
  const [language, , opens] = found;
  const tests = cases.map((one, index) => testOf(one, index + 1, opens));
  const [entry = '', ...others] = new Set(tests.map((test) => test.entry));
  if (others.length > 0) throw new ItemRefused('coderunner.severalFunctions');
  const remarks: Remark[] = [];
  if (said('allornothing') === '1') remarks.push(remark('coderunner.allOrNothing'));
  if (said('penaltyregime') !== '') remarks.push(remark('coderunner.penalty', { regime: said('penaltyregime') }));
  return {
    asked: {
      form: 'code',
      language,
      entry,
      starter: said('answerpreload'),
      solution: said('answer'),
      tests: tests.map(({ test }) => test),
    },
    remarks,
  };
}

function testOf(one: Xml, number: number, opens: RegExp): { entry: string; test: CallTest } {
  const part = (name: string): string => textIn(first(one, name)).trim();
  if (part('stdin') !== '') throw new ItemRefused('coderunner.stdin', { test: number });
  const code = part('testcode');
  const call = opens.exec(code);
  const list = call === null ? null : readList(code.slice(call[0].length), ')');
  if (call === null || list === null || !/^\s*\)\s*;?\s*$/.test(list.rest))
    throw new ItemRefused('coderunner.test', { test: number });
  const expected = readLiteral(part('expected'));
  if (expected === null || expected.rest.trim() !== '') throw new ItemRefused('coderunner.expected', { test: number });
  const mark = Number(one.attributes.mark ?? 1);
  const hidden = part('display') !== '' && part('display') !== 'SHOW';
  return {
    entry: call[1] ?? '',
    test: {
      call: list.value,
      expect: expected.value,
      hidden: hidden && one.attributes.useasexample !== '1',
      points: Number.isFinite(mark) && mark > 0 ? mark : 1,
    },
  };
}
