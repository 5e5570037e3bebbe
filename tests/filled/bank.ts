/** Questions of a teacher's own, one of them corrected, shared and asked by a quiz beside questions of a lesson; and that as homework. */
import { database } from '../../db/client.ts';
import { databaseNow } from '../../db/clock.ts';
import { USUAL_SETTINGS } from '../../domain/activities/settings.ts';
import type { Outcome } from '../../domain/refusal.ts';
import { begin } from '../../server/features/activities/commands.ts';
import { giveActivity } from '../../server/features/activities/give.ts';
import { saveDraft, submit } from '../../server/features/practice/commands.ts';
import { changeQuestion, makeQuestion } from '../../server/features/questions/commands.ts';
import { shareQuestion } from '../../server/features/questions/sharing.ts';
import { makeQuiz, saveQuiz } from '../../server/features/quizzes/commands.ts';
import { readLessonsToAsk } from '../../server/features/quizzes/queries.ts';
import { LESSON } from '../support/own-place.ts';
import type { RegradeClass } from '../support/regrading.ts';

const choice = (right: string): string =>
  `::::check[Which way is down?]\nFrom $(1, 2)$ on $x^2 + y^2$?\n\n${right}\n\n:::explanation\nAgainst the gradient.\n:::\n::::\n`;
const NUMBER =
  '::::check[How steep?]{kind=number seconds=30}\nThe slope of $x^2$ at 3?\n\n```yaml answer\nvalue: 6\n```\n\n:::explanation\n$2x$.\n:::\n::::\n';

export async function fillBank({ teacher, classId, ada, ben }: RegradeClass): Promise<void> {
  const down = done(
    await makeQuestion(teacher, { source: choice('- [x] along it\n- [ ] against it'), courseId: null }),
  ).questionId;
  const corrected = choice('- [ ] along it\n- [x] against it');
  done(await changeQuestion(teacher, { questionId: down, base: 1, source: corrected, correction: true }));
  done(await shareQuestion(teacher, { questionId: down, login: null, may: 'copy' }));
  const steep = done(await makeQuestion(teacher, { source: NUMBER, courseId: null })).questionId;
  const lesson = await database().lesson.findUniqueOrThrow({ where: { slug: LESSON }, select: { id: true } });
  const [first] = done(await readLessonsToAsk(teacher, { lessonId: lesson.id })).items;
  if (first === undefined) throw new Error('the lesson asks nothing');
  const asked = [
    { name: null, ref: down, version: 2, seconds: 45, points: 3 },
    { name: null, ref: steep, version: 1, seconds: null, points: null },
    { name: null, ref: first.ref, version: first.version, seconds: null, points: null },
  ];
  const { quizId } = done(await makeQuiz(teacher, { title: 'Warm-up', questions: asked.slice(0, 2) }));
  done(await saveQuiz(teacher, { quizId, base: 1, title: 'Warm-up', questions: asked }));
  const closesAt = new Date((await databaseNow(database())).getTime() + 7 * 24 * 3_600_000).toISOString();
  const rules = { ...USUAL_SETTINGS, closesAt, minutes: 20, attempts: 1, shuffleOptions: true };
  const { activityId } = done(
    await giveActivity(teacher, { ...rules, answers: 'afterClosing', classId, lessonId: quizId }),
  );
  for (const student of [ada, ben]) done(await begin(student, { activityId }));
  const work = { lessonId: quizId, questionId: 'q2', answer: { kind: 'number', value: '6' } };
  done(await submit(ada, { ...work, purpose: 'submit', clientId: 'homework' }));
  done(await saveDraft(ben, work));
}

function done<O extends Outcome<object>>(outcome: O): Extract<O, { ok: true }> {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome as Extract<O, { ok: true }>;
}
