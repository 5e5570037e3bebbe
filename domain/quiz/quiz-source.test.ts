import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileLesson } from '../lesson/compile.ts';
import { compileQuestion } from '../lesson/compile-question.ts';
import type { Bank, Banked } from '../lesson/pins.ts';
import { named, quizSource, settingsIn, titleIn } from './quiz-source.ts';
import { homeworkOf, USUAL_QUIZ } from './settings.ts';

const REF = '0b51c9b4-8a3f-4c1e-9d53-0f6a2f1f7c11';
const OTHER = '7f51c9b4-8a3f-4c1e-9d53-0f6a2f1f7c22';
const CHOICE = '::::check[Down]\nWhich?\n\n- [x] one\n- [ ] two\n\n:::explanation\nSo.\n:::\n::::\n';
const MATHS =
  '::::check[Sum]{kind=maths}\nWhat?\n\n```yaml parts\nparts:\n  a: { equals: 2 }\n```\n\n:::explanation\nSo.\n:::\n::::\n';

async function bank(): Promise<Bank> {
  const said = async (source: string): Promise<Banked> => {
    const read = await compileQuestion(source, 'q.md');
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const { id: _id, role: _role, number: _number, key, ...document } = read.question;
    return { document, key } as Banked;
  };
  return { [`${REF}@2`]: await said(CHOICE), [`${OTHER}@1`]: await said(MATHS) };
}

it('compiles to a lesson that asks its questions in their order, with times and points of their own', async () => {
  const source = quizSource('Chain "rule": #1', [
    { name: 'q2', ref: OTHER, version: 1, seconds: 90, points: null },
    { name: 'q1', ref: REF, version: 2, seconds: null, points: 3 },
  ]);
  const read = await compileLesson(source, 'quiz.md', await bank());
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  expect(read.lesson.title).toBe('Chain "rule": #1');
  expect(read.lesson.questions.map(({ id, kind, seconds, points }) => [id, kind, seconds, points])).toEqual([
    ['q2', 'maths', 90, 1],
    ['q1', 'choice', 20, 3],
  ]);
  expect(read.pins).toEqual({
    q2: { ref: OTHER, version: 1, seconds: 90, points: null },
    q1: { ref: REF, version: 2, seconds: null, points: 3 },
  });
});

it('takes any title as it is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ minLength: 1, maxLength: 60, unit: 'binary' }), async (title) => {
      const read = await compileLesson(quizSource(title, []), 'quiz.md');
      if (read.ok) expect(read.lesson.title.trim()).toBe(title.trim());
      else expect(read.problems.map(({ params }) => params.key)).toEqual(['title']);
    }),
    { numRuns: 200 },
  );
});

it('refuses points of its own where they are those of parts, and times that no round has', async () => {
  const told = async (seconds: number | null, points: number | null): Promise<string[]> => {
    const source = quizSource('T', [{ name: 'q1', ref: OTHER, version: 1, seconds, points }]);
    const read = await compileLesson(source, 'quiz.md', await bank());
    return read.ok ? [] : read.problems.map(({ code }) => code);
  };
  expect(await told(null, 2)).toEqual(['pin.points']);
  expect(await told(4, null)).toEqual(['attribute.seconds']);
  expect(await told(60, null)).toEqual([]);
});

it('names those that have no name by one that nobody has', () => {
  const names = named(['q2', null, null, 'down'].map((name, at) => ({ name, ref: String(at) }))).map(
    ({ name }) => name,
  );
  expect(names).toEqual(['q2', 'q1', 'q3', 'down']);
});

it('gives no name of another question, since scores hang on them, and a question that comes back its own', () => {
  const before = [
    { ref: 'up', name: 'q1' },
    { ref: 'down', name: 'q2' },
    { ref: 'up', name: 'q3' },
  ];
  const pins = [
    { name: null, ref: 'new' },
    { name: null, ref: 'up' },
    { name: 'q2', ref: 'down' },
  ];
  expect(named(pins, before).map(({ name }) => name)).toEqual(['q4', 'q3', 'q2']);
  // another one has taken it meanwhile
  expect(
    named(
      [
        { name: 'q3', ref: 'x' },
        { name: null, ref: 'up' },
      ],
      before,
    ).map(({ name }) => name),
  ).toEqual(['q3', 'q4']);
});

it('holds how it is played and given, and says nothing of what is as usual', async () => {
  const settings = {
    live: { ...USUAL_QUIZ.live, speed: true, showNames: false },
    homework: { ...USUAL_QUIZ.homework, attempts: 2, minutes: 30, answers: 'afterDue' as const },
  };
  const source = quizSource('A: "B"', [], settings);
  expect(settingsIn(source)).toEqual(settings);
  expect(titleIn(source)).toBe('A: "B"');
  const read = await compileLesson(source, 'quiz.md');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  // no page of it is told
  expect(JSON.stringify(read.lesson)).not.toContain('afterDue');
  expect(quizSource('T', [], USUAL_QUIZ)).toBe(quizSource('T', []));
  expect(settingsIn(quizSource('T', []))).toEqual(USUAL_QUIZ);
  expect(homeworkOf(settings)).toMatchObject({ attempts: 2, minutes: 30, opensAt: null, dueAt: null });
});

it('is refused with settings that there are not, and played as usual where a source is broken', async () => {
  const source = '---\ntitle: T\ndescription: Quiz\nquiz: { live: { speed: often } }\n---\n';
  expect((await compileLesson(source, 'quiz.md')).ok).toBe(false);
  expect(settingsIn(source)).toEqual(USUAL_QUIZ);
  expect(settingsIn('no front')).toEqual(USUAL_QUIZ);
});
