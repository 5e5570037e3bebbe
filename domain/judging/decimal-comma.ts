/** A comma typed for a decimal point in code: `2,0*x` makes two values of one in Python, and drops the first in JavaScript. */
import type { Feedback } from '../results/verdict.ts';
import { codeOnly } from './code-text.ts';
import { say } from './codes.ts';
import type { Language } from './number-format.ts';

/** Outside of brackets two numbers with a comma and no space between them are hardly meant as two. */
export function decimalComma(source: string, language: Language, anywhere = false): Feedback | null {
  for (const [index, whole] of codeOnly(source, language)
    .split(/\r\n?|\n/)
    .entries()) {
    const line = whole.slice(0, MOST_CHARACTERS);
    for (const { 0: text, index: at } of line.matchAll(/(?<![\w.,])\d+,\d+(?![\w,]*,\d)/g)) {
      if (anywhere || depthAt(line, at) === 0)
        return say('decimalComma', { line: index + 1, text, meant: text.replace(',', '.') });
    }
  }
  return null;
}

/** More of a line is not looked at. */
const MOST_CHARACTERS = 300;

/** Brackets that are open there, but for those that only group. */
function depthAt(line: string, position: number): number {
  const open: boolean[] = [];
  for (let index = 0; index < position; index++) {
    const character = line.charAt(index);
    if ('(['.includes(character))
      open.push(!(character === '(' && /(?:^|[-+*/%=(,]|\breturn)\s*$/.test(line.slice(0, index))));
    else if (')]'.includes(character)) open.pop();
  }
  return open.filter(Boolean).length;
}
