/**
 * What a term leaves besides: values that are drawn and practised with, pictures, tags, misconceptions, settings of a quiz, shares,
 * an editor of a course, and what was handed over from an account.
 */
import sharp from 'sharp';
import { database } from '../../db/client.ts';
import { USUAL_SETTINGS } from '../../domain/activities/settings.ts';
import type { Person } from '../../domain/people/person.ts';
import { USUAL_QUIZ } from '../../domain/quiz/settings.ts';
import type { Outcome } from '../../domain/refusal.ts';
import { begin } from '../../server/features/activities/commands.ts';
import { giveActivity } from '../../server/features/activities/give.ts';
import { setEditor } from '../../server/features/courses/tree.ts';
import { saveMisconception } from '../../server/features/misconceptions/commands.ts';
import { changePerson } from '../../server/features/people/commands.ts';
import { handOverBelongings } from '../../server/features/people/handing-over.ts';
import { addPicture } from '../../server/features/pictures/add.ts';
import { drawOtherValues, submit } from '../../server/features/practice/commands.ts';
import { readLessonNow } from '../../server/features/practice/queries.ts';
import { makeQuestion } from '../../server/features/questions/commands.ts';
import { archiveQuestions, tagQuestions } from '../../server/features/questions/keeping.ts';
import { makeQuiz, saveQuiz } from '../../server/features/quizzes/commands.ts';
import { shareQuiz } from '../../server/features/quizzes/sharing.ts';
import { answerUntilStored, openTestRoom } from '../support/live-room.ts';
import type { RegradeClass } from '../support/regrading.ts';
import { allGraded } from './homework.ts';

const explained = ':::explanation\nPowers come down.\n:::\n::::\n';
const SLOPE = `::::check[Slope of a parabola]{kind=maths attempts=2}
\`\`\`yaml variants
a: { from: 2, to: 9 }
b: { from: 11, to: 40 }
\`\`\`

Differentiate $f(x) = {a}x^2 + {b}x$.

\`\`\`yaml parts
variables: [x]
parts:
  d: { equals: "{2a}x + {b}" }
\`\`\`

\`\`\`yaml misconceptions
- { id: factor-kept, answer: "{a}x + {b}" }
- { id: other-variables-not-constant, slip: the-function-itself, words: "It is the *function* itself." }
\`\`\`

${explained}`;
/** A hidden test that draws its inputs, anew for each answer. */
const DRAWN = `::::exercise[Scale a vector]{kind=function entry=scaled}
Write \`scaled(v, k)\`.

\`\`\`python starter
def scaled(v, k):
    pass
\`\`\`

\`\`\`python solution
def scaled(v, k):
    return [k * x for x in v]
\`\`\`

\`\`\`yaml tests
- name: One
  call: [[1, 2], 3]
  expect: [3, 6]
- name: Any
  hidden: true
  inputs:
    k: { from: 2, to: 9 }
    a: { from: 1, to: 5 }
  call: [[{a}, 1], {k}]
  expect: [{a*k}, {k}]
  hint: Every entry is multiplied.
\`\`\`

${explained}`;
const shown = (picture: string): string =>
  `::::check[What is drawn]\nIs it red?\n\n![A square](picture:${picture})\n\n- [x] yes\n- [ ] no\n\n${explained}`;

/** @param address of a server, for a room */
export async function fillTerm(address: string, { admin, teacher, classId, ada, ben }: RegradeClass): Promise<void> {
  const catalogue = { entryId: null, courseId: null, code: 'factor-kept', name: 'The power does not come down' };
  done(await saveMisconception(teacher, { ...catalogue, words: 'The exponent comes down as a **factor**.' }));
  const slope = done(await makeQuestion(teacher, { source: SLOPE, courseId: null })).questionId;
  const red = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#d33' } })
    .png()
    .toBuffer();
  const picture = done(await addPicture(teacher, red));
  const drawn = done(await makeQuestion(teacher, { source: shown(picture.picture), courseId: null })).questionId;
  done(await tagQuestions(teacher, { questionIds: [slope, drawn], add: ['homework', 'Überblick'], remove: [] }));
  done(await archiveQuestions(teacher, { questionIds: [drawn], archived: true }));
  const scaled = done(await makeQuestion(teacher, { source: DRAWN, courseId: null })).questionId;
  const asks = [slope, drawn, scaled].map((ref) => ({ name: null, ref, version: 1, seconds: null, points: null }));
  const { quizId } = done(await makeQuiz(teacher, { title: 'Slopes', questions: asks }));
  const settings = {
    live: { ...USUAL_QUIZ.live, ownValues: true, readSeconds: 0, showNames: true },
    homework: { ...USUAL_QUIZ.homework, attempts: 3, minutes: 30 },
  };
  done(await saveQuiz(teacher, { quizId, base: 1, title: 'Slopes', questions: asks, settings }));
  done(await shareQuiz(teacher, { quizId, login: 'colleague', may: 'copy' }));
  const rules = { ...USUAL_SETTINGS, attempts: 2, minutes: 30 };
  const { activityId } = done(await giveActivity(teacher, { ...rules, classId, lessonId: quizId }));
  for (const student of [ada, ben]) done(await begin(student, { activityId }));
  const right = await answer(ada, quizId, ({ a, b }) => `${2 * a}x + ${b}`);
  await answer(ben, quizId, ({ a, b }) => `${a}x + ${b}`);
  // there are other values once nothing is left to be had
  await allGraded([right]);
  done(await drawOtherValues(ada, { lessonId: quizId, questionId: 'q1' }));
  // each is run with inputs of its own
  const code = 'def scaled(v, k):\n    return [k * x for x in v]\n';
  const work = { lessonId: quizId, questionId: 'q3', answer: { kind: 'function', code }, purpose: 'submit' as const };
  const run = [ada, ben].map(
    async (one) => done(await submit(one, { ...work, clientId: `scaled-${one.login}` })).submission,
  );
  await allGraded(await Promise.all(run));
  await playOwnValues(address, quizId);
  const { id: courseId } = await database().course.findFirstOrThrow();
  done(await setEditor(admin, { courseId, login: 'colleague', edits: true }));
  await handOver(admin, teacher);
}

/** Somebody who has left: what they had made is the teacher's now. */
async function handOver(admin: Person, teacher: Person): Promise<void> {
  const { id, name, login } = await database().user.create({
    data: { name: 'Who has left', login: 'left', role: 'teacher' },
  });
  const left: Person = { id, name, login, role: 'teacher' };
  done(await makeQuestion(left, { source: SLOPE.replace(/```yaml misc[\s\S]*?```\n\n/, ''), courseId: null }));
  done(await makeQuiz(left, { title: 'Left behind', questions: [] }));
  done(await changePerson(admin, { userId: id, disabled: true }));
  done(await handOverBelongings(admin, { userId: id, login: teacher.login }));
}

/** A room in which each player has numbers of their own, left at its question. */
async function playOwnValues(address: string, lessonId: string): Promise<void> {
  const { slug } = await database().lesson.findUniqueOrThrow({ where: { id: lessonId } });
  const room = await openTestRoom(
    address,
    3,
    { speed: false, readSeconds: 0, ownValues: true },
    { lesson: slug, questionIds: ['q1'] },
  );
  await room.order('next');
  for (const player of room.players.slice(0, 2))
    if ((await answerUntilStored(player, 0, { kind: 'maths', parts: { d: 'x' } })) !== 'stored')
      throw new Error('an answer was refused');
  room.close();
}

async function answer(
  student: Person,
  lessonId: string,
  right: (values: { a: number; b: number }) => string,
): Promise<string> {
  const read = done(await readLessonNow(student, { lessonId }));
  const question = read.now.questions.find(({ id }) => id === 'q1');
  const [, a, b] = /= \{(\d+)\}x\^2 \+ \{(\d+)\}x/.exec(question?.promptHtml ?? '') ?? [];
  const parts = { d: right({ a: Number(a), b: Number(b) }) };
  const work = { lessonId, questionId: 'q1', variant: question?.variant, answer: { kind: 'maths', parts } };
  return done(await submit(student, { ...work, purpose: 'submit', clientId: `slope-${student.login}` })).submission;
}

function done<O extends Outcome<object>>(outcome: O): Extract<O, { ok: true }> {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome as Extract<O, { ok: true }>;
}
