/** Orders of a student's own: the same each time, another one for others, and nothing is lost or renamed in them. */
import { expect, it } from 'vitest';
import type { QuestionView } from '../question.ts';
import type { GivenActivity } from './rules.ts';
import { asGiven, shuffled } from './shuffle.ts';
import { standingOf } from './standing.ts';

const question = (id: string, number: number): QuestionView => ({
  kind: 'choice',
  id,
  role: 'check',
  number,
  title: id,
  points: 1,
  promptHtml: '',
  hintCount: 0,
  attempts: 1,
  solutionAfter: null,
  seconds: 20,
  multiple: false,
  options: [...'ABCDEF'].map((letter) => ({ letter, html: `<p>${letter}</p>` })),
});
const NAMES = ['q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7'];
const quiz = {
  body: [{ type: 'html' as const, html: '<p>first</p>' }, ...NAMES.map((id) => ({ type: 'question' as const, id }))],
  questions: NAMES.map((id, at) => question(id, at + 1)),
};
const activity: GivenActivity = {
  id: 'a',
  opensAt: null,
  dueAt: null,
  closesAt: null,
  attempts: 3,
  minutes: null,
  answers: 'atOnce',
  late: 'accepted',
  releasedAt: null,
  sitting: null,
  more: 0,
  newValues: false,
  latePercent: 10,
  lateFloor: 50,
  questions: null,
  timeFactor: 1,
  shuffleQuestions: true,
  shuffleOptions: true,
  seed: 'of this activity',
};
const asked = (student: string, more: Partial<GivenActivity> = {}) =>
  asGiven(quiz, standingOf([{ ...activity, ...more }], 0), student);
const lettersOf = (one: QuestionView | undefined): string =>
  one?.kind === 'choice' ? one.options.map(({ letter }) => letter).join('') : '';

it('holds the same things in an order that the seed alone decides', () => {
  const items = Array.from({ length: 30 }, (_, at) => at);
  expect(shuffled(items, 'one')).toEqual(shuffled(items, 'one'));
  expect(shuffled(items, 'one')).not.toEqual(shuffled(items, 'two'));
  expect(shuffled(items, 'one').toSorted((a, b) => a - b)).toEqual(items);
});

it('is the same for a student each time, and others have another one', () => {
  expect(asked('ada')).toEqual(asked('ada'));
  const orders = ['ada', 'ben', 'chiara', 'deniz'].map((student) =>
    asked(student)
      .questions.map(({ id }) => id)
      .join(),
  );
  expect(new Set(orders).size).toBeGreaterThan(2);
  expect(asked('ada', { seed: 'of another one' })).not.toEqual(asked('ada'));
});

it('numbers the questions as they come, leaves prose where it is, and lets options keep their letters', () => {
  const { body, questions } = asked('ada');
  expect(body[0]).toEqual(quiz.body[0]);
  expect(body.slice(1)).toEqual(questions.map(({ id }) => ({ type: 'question', id })));
  expect(questions.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(questions.map(({ id }) => id).toSorted()).toEqual(NAMES);
  expect(questions.map(({ attempts }) => attempts)).toEqual(NAMES.map(() => 3));
  expect(questions.map(lettersOf).map((letters) => [...letters].toSorted().join(''))).toEqual(
    NAMES.map(() => 'ABCDEF'),
  );
  expect(questions.map(lettersOf)).not.toEqual(NAMES.map(() => 'ABCDEF'));
});

it('is what the rules say: of the questions, of the options, of neither', () => {
  const plain = asked('ada', { shuffleQuestions: false, shuffleOptions: false });
  expect(plain).toEqual({ body: quiz.body, questions: quiz.questions.map((one) => ({ ...one, attempts: 3 })) });
  const options = asked('ada', { shuffleQuestions: false });
  expect(options.questions.map(({ id }) => id)).toEqual(NAMES);
  expect(options.questions.map(lettersOf)).toEqual(
    asked('ada')
      .questions.toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map(lettersOf),
  );
});
