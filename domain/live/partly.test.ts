/** What is partly right is counted by itself: neither right nor wrong, whichever way it was written. */
import { expect, it } from 'vitest';
import { compileQuestion } from '../lesson/compile-question.ts';
import type { Question } from '../question.ts';
import { distribution } from './distribution.ts';
import type { StoredAnswer } from './room.ts';

async function question(answer: string): Promise<Question> {
  const source = `::::check[Q]{kind=number}\nQ?\n\n\`\`\`yaml answer\n${answer}\n\`\`\`\n\n:::explanation\nSo.\n:::\n::::\n`;
  const read = await compileQuestion(source, 'q.md');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.question;
}

it('a number that earns a part is marked so, one that earns everything is right, and the rest is neither', async () => {
  const asked = await question('value: 12\nalso:\n  - { value: 11, percent: 50, words: Nearly. }\n  - { value: 24 }');
  const given = ['12', '11', '11.0', '24', '7'].map((value) => ({
    answer: { kind: 'number', value },
    verdict: null,
  })) as StoredAnswer[];
  const told = distribution(asked, given).map(({ label, count, correct, partly, noteHtml }) => [
    label,
    count,
    correct,
    partly ?? false,
    noteHtml,
  ]);
  expect(told).toEqual([
    ['11', 2, false, true, 'Nearly.'],
    ['12', 1, true, false, null],
    ['24', 1, true, false, null],
    ['7', 1, false, false, null],
  ]);
});
