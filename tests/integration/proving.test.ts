/** Code is run before it is published: its solution with many draws, and what students begin with. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { database, disconnect } from '../../db/client.ts';
import { selectQuestions } from '../../db/lessons.ts';
import { compiler } from '../../server/compiling/compiler.ts';
import { previewLesson, proveLesson, publishEdited } from '../../server/features/courses/commands.ts';
import { publishLesson } from '../../server/features/courses/publish.ts';
import { changeQuestion, makeQuestion, proveQuestion } from '../../server/features/questions/commands.ts';
import { type RunningProcess, startWorkers } from '../support/processes.ts';
import { makeRegradeClass, type RegradeClass } from '../support/regrading.ts';
import { writtenCode } from '../support/written-code.ts';

let room: RegradeClass;
/** a question whose code was not run */
let unrun: string;
let workers: RunningProcess | undefined;
beforeAll(async () => {
  room = await makeRegradeClass();
});
afterAll(async () => {
  await workers?.kill('SIGKILL');
  await compiler.close();
  await disconnect();
});

const question = (solution: string, starter = 'return 0;', expected = '{n / k}'): string =>
  writtenCode({
    head: '[Parts]{#parts kind=function entry=parts}',
    prompt: 'Divide.',
    starter: `function parts(n, k) { ${starter} }`,
    solution: `function parts(n, k) { ${solution} }`,
    tests: `- name: Six in two
  call: [6, 2]
  expect: 3
- name: Anything
  hidden: true
  inputs:
    k: { from: -2, to: 40, not: 0 }
    n: { from: 1, to: 50 }
  call: [{n}, {k}]
  expect: ${expected}
  hint: Is it divided?`,
  });
const NO_ANSWER = `::::check[Root]{kind=maths}
What is it?

\`\`\`yaml parts
variables: [x]
parts:
  r: { equals: sqrt(-1 - x^2) }
\`\`\`

:::explanation
So.
:::
::::
`;
const RIGHT = 'return n / k;';
const make = (source: string) => makeQuestion(room.teacher, { source, courseId: null });

it('is not asked of a pool that is not there: publishing waits for nobody, and its author is told', async () => {
  const made = await make(question('return n;'));
  expect(made).toMatchObject({ ok: true, unproved: true });
  if (!made.ok) throw new Error(made.refused);
  unrun = made.questionId;
  expect(await proveQuestion(room.teacher, { questionId: unrun })).toMatchObject({ problems: [], unproved: true });
  const wrong = await make(NO_ANSWER);
  expect(wrong).toMatchObject({ refused: 'checksFail', problems: [{ code: 'check.solution', line: 1 }] });
});

it('is kept where its solution passes with all draws, and told at the line of its test where it does not', async () => {
  workers = await startWorkers(room.url);
  const kept = await make(question(RIGHT));
  expect(kept).toMatchObject({ ok: true, unproved: false });
  // what was kept without a pool is run when there is one
  expect(await proveQuestion(room.teacher, { questionId: unrun })).toMatchObject({
    problems: [{ code: 'proof.test' }],
    unproved: false,
  });
  // only one draw of a thousand: at the edge, which is always looked at
  const edge = await make(question('return k === -2 && n === 1 ? 7 : n / k;'));
  expect(edge).toMatchObject({ refused: 'checksFail', problems: [{ code: 'proof.test', line: 16, column: 3 }] });
  expect(JSON.stringify(edge)).toContain('n = 1');
  const raises = await make(
    question('if (n > 1) throw new RangeError("too much"); return n / k;', 'return 0;', 'solution'),
  );
  expect(raises).toMatchObject({
    problems: [{ code: 'proof.test', params: { how: 'error', error: 'RangeError: too much' } }],
  });
  expect(await make(question(RIGHT, RIGHT))).toMatchObject({ problems: [{ code: 'check.starter' }] });
  if (!kept.ok) throw new Error(kept.refused);
  const change = { questionId: kept.questionId, base: 1, source: question('return n;'), correction: false };
  expect(await changeQuestion(room.teacher, change)).toMatchObject({ refused: 'checksFail' });
});

it('of a lesson is told where it stands there, and asked of what is new in it alone', async () => {
  const { slug } = await database().lesson.findUniqueOrThrow({ where: { id: room.lessonId }, select: { slug: true } });
  const lesson = (of: string, more = '') => ({
    id: room.lessonId,
    file: `${slug}.md`,
    source: `---\ntitle: Parts\ndescription: Dividing.\n---\n\nText${more}.\n\n${of}`,
  });
  expect(await publishLesson(room.admin, lesson(question('return n;')))).toMatchObject({
    problems: [{ code: 'proof.test', line: 20 }],
  });
  expect(await publishLesson(room.admin, lesson(question(RIGHT)))).toMatchObject({ ok: true });
  if (workers !== undefined) process.kill(workers.pid, 'SIGSTOP');
  // nobody answers: it would wait
  const began = Date.now();
  const written = lesson(question(RIGHT), ' more');
  expect(await publishLesson(room.admin, written)).toMatchObject({ ok: true, unproved: [] });
  expect(Date.now() - began).toBeLessThan(15_000);
  const { publishedId } = await database().lesson.findUniqueOrThrow({ where: { id: room.lessonId } });
  expect((await selectQuestions(database(), publishedId ?? '')).has('parts')).toBe(true);
  if (workers !== undefined) process.kill(workers.pid, 'SIGCONT');
  expect(await proveLesson(room.admin, { lessonId: room.lessonId })).toEqual({ ok: true, problems: [], unproved: [] });
});

it('of a lesson its links lead somewhere, and no other lesson of its course has its ids', async () => {
  const { levelId } = await database().lesson.findUniqueOrThrow({ where: { id: room.lessonId } });
  const made = await database().lesson.create({ data: { levelId, title: 'Other', slug: 'other-parts', place: 90 } });
  const { slug } = await database().lesson.findUniqueOrThrow({ where: { id: room.lessonId }, select: { slug: true } });
  const text = (body: string) => `---\ntitle: Other\ndescription: Other.\n---\n\n${body}\n`;
  const publish = (source: string) => publishEdited(room.admin, { lessonId: made.id, source, base: 0 });
  const links = `[a](${slug}.md) [b](${slug}.md#parts) [c](other-parts.md#here)`;
  const wrong = text(`${links} [d](${slug}.md#lost) [e](lost.md)\n\n## Here\n\n${question(RIGHT)}`);
  const codes = ['link.otherAnchor', 'link.file', 'check.sameId'].map((code) => ({ code }));
  expect(await publish(wrong)).toMatchObject({ refused: 'checksFail', problems: codes });
  const shown = await previewLesson(room.admin, { lessonId: made.id, source: wrong });
  expect(shown).toMatchObject({ preview: { problems: codes, content: { title: 'Other' } } });
  const right = text(`${links}\n\n## Here`);
  expect(await publish(right)).toMatchObject({ ok: true });
  // an address of before leads on
  await database().formerSlug.create({ data: { slug: 'lost', lessonId: room.lessonId } });
  const again = { lessonId: made.id, source: text(`${links} [e](lost.md#parts)\n\n## Here`), base: 1 };
  expect(await publishEdited(room.admin, again)).toMatchObject({ ok: true, number: 2 });
});
