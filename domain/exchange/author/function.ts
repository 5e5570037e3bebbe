/** A function with tests that call it and compare what comes back. */
import { stringify } from 'yaml';
import type { Asked } from '../foreign.ts';
import { ItemRefused } from '../remark.ts';
import type { Authored, Shop } from './shop.ts';

export function authorFunction(asked: Extract<Asked, { form: 'code' }>, shop: Shop): Authored {
  const { language, entry, starter, solution, tests } = asked;
  if (solution.trim() === '') throw new ItemRefused('function.noSolution');
  if (tests.every(({ hidden }) => hidden)) throw new ItemRefused('function.noneShown');
  let list = tests;
  if (tests.every(({ hidden }) => !hidden)) {
    // what is all shown can be written down; the last one is kept back
    if (tests.length < 2) throw new ItemRefused('function.fewTests');
    list = tests.map((test, index) => ({ ...test, hidden: index === tests.length - 1 }));
    shop.change('function.hiddenLast');
  }
  const written = list.map(({ call, expect, hidden, points }, index) => ({
    name: `${entry} ${index + 1}`,
    ...(hidden ? { hidden } : {}),
    ...(points === 1 ? {} : { points }),
    call,
    expect: expect === 'solution' || typeof expect === 'object' ? { value: expect } : expect,
    ...(hidden ? { hint: `\`${entry}\`?` } : {}),
  }));
  return {
    kind: 'function',
    fences: {
      starter: { language, text: starter.trim() === '' ? blank(language, entry, arity(list)) : starter.trimEnd() },
      solution: { language, text: solution.trimEnd() },
      tests: { language: 'yaml', text: stringify(written, { lineWidth: 0 }).trimEnd() },
    },
    attributes: { entry },
    pointsOfTests: true,
    answer: `\`${entry}\``,
  };
}

const arity = (tests: readonly { call: readonly unknown[] }[]): number =>
  Math.max(0, ...tests.map(({ call }) => call.length));

/** What a student begins with where the file gives nothing. */
function blank(language: 'python' | 'javascript', entry: string, count: number): string {
  const names = Array.from({ length: count }, (_, index) => (count === 1 ? 'x' : `x${index + 1}`)).join(', ');
  return language === 'python' ? `def ${entry}(${names}):\n    ...` : `function ${entry}(${names}) {\n}`;
}
