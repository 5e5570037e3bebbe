/** What is partly right is counted by itself: neither right nor wrong, whichever way it was written. */
import { expect, it } from 'vitest';
import { ANSWERS, JOIN, OF_EACH_KIND, playedRound, roomOf } from '../../tests/support/live-questions.ts';
import type { Answer } from '../answer.ts';
import { compileQuestion } from '../lesson/compile-question.ts';
import type { Question } from '../question.ts';
import { distribution } from './distribution.ts';
import type { StoredAnswer } from './room.ts';
import { DEFAULT_SETTINGS, openingState, type Phase } from './state.ts';
import { hostViewOf } from './view/host.ts';

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

it('is marked for the host once it is told, and not while others still answer', async () => {
  const asked = { ...(await question('value: 12\nalso:\n  - { value: 11, percent: 50 }')), id: 'number' } as Question;
  const given = [{ playerId: 'p1', answer: { kind: 'number', value: '11' }, verdict: null }] as StoredAnswer[];
  const view = (phase: Phase) => {
    const opening = openingState([{ questionId: 'number', seconds: 20 }], DEFAULT_SETTINGS);
    const room = roomOf({ ...opening, phase, rounds: [playedRound('number')] }, [[0, given]]);
    return hostViewOf({ ...room, questions: new Map([['number', asked]]) }, JOIN).distribution;
  };
  expect(view('reveal')?.find(({ label }) => label === '11')).toMatchObject({ partly: true });
  expect(view('question')).toBeNull();
  expect(view('discuss')?.map(({ label, partly, correct }) => [label, partly, correct])).toEqual([
    ['11', undefined, false],
  ]);
});

it('what is right and nobody said is listed once it is told, and not while the class talks', () => {
  const listed = (question: Question, answer: Answer, phase: Phase) => {
    const opening = openingState([{ questionId: question.id, seconds: 20 }], DEFAULT_SETTINGS);
    const given = [{ playerId: 'p1', answer, verdict: null }] as StoredAnswer[];
    const room = roomOf({ ...opening, phase, rounds: [playedRound(question.id)] }, [[0, given]]);
    return hostViewOf(room, JOIN).distribution?.map(({ label, count }) => `${label}: ${count}`);
  };
  for (const kind of ['number', 'text', 'order', 'match', 'gaps'] as const) {
    const { wrong } = ANSWERS[kind];
    expect(listed(OF_EACH_KIND[kind], wrong, 'reveal')?.join(), kind).toContain(': 0');
    expect(listed(OF_EACH_KIND[kind], wrong, 'discuss')?.join(), kind).not.toContain(': 0');
  }
  // options are before everybody anyway
  expect(listed(OF_EACH_KIND.choice, ANSWERS.choice.wrong, 'discuss')).toEqual(['A: 0', 'B: 0', 'C: 1', 'D: 0']);
});
