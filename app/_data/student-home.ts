import 'server-only';
/** Where a student was, and how their last quizzes went. */
import { selectGivenWork, selectRefs } from '../../db/activity-given.ts';
import { database } from '../../db/client.ts';
import { selectQuestions } from '../../db/lessons.ts';
import {
  type BegunLesson,
  type OpenWork,
  selectBegunLessons,
  selectOpenWork,
  selectPastRooms,
} from '../../db/student-home.ts';
import { standingAt, standingOf, untoldBy } from '../../domain/activities/standing.ts';
import { nextUntouched } from '../../domain/lesson/untouched.ts';
import type { Person } from '../../domain/people/person.ts';
import { isSettled } from '../../domain/practising/practisable.ts';
import { readPractising } from './practising.ts';

const PAST = 3;

export interface GoOn {
  /** of the lesson or quiz */
  title: string;
  question: string;
  href: string;
  lessonId: string;
  /** ISO time at which what is typed was stored; null: it is handed in */
  draftedAt: string | null;
  /** `null`: nothing was handed in, or nothing of it is told */
  stands: 'grading' | { points: number; maxPoints: number } | 'handedIn' | null;
}

/** Where somebody was, what comes back to be practised, and how their last quizzes went. */
export async function readStudentHome(viewer: Person) {
  const given = await selectGivenWork(database(), viewer.id);
  const [goOn, practising, past] = await Promise.all([
    readGoOn(viewer, given),
    readPractising(viewer, given),
    readPastRooms(viewer),
  ]);
  return { goOn, practising, past };
}

type Given = Awaited<ReturnType<typeof selectGivenWork>>;

/**
 * Of the lesson that was worked on last the newest question that is begun and can be gone on with, else the next that is not begun;
 * undefined: in none there is one.
 */
async function readGoOn(viewer: Person, given: Given): Promise<GoOn | undefined> {
  const db = database();
  const [open, lessons] = await Promise.all([selectOpenWork(db, viewer.id), selectBegunLessons(db, viewer.id)]);
  const inOrder = [
    ...lessons.map((lesson) => ({ lesson, works: open.filter(({ lessonId }) => lessonId === lesson.lessonId) })),
    { lesson: null, works: open },
  ];
  for (const { lesson, works } of inOrder) {
    for (const one of works) {
      const found = await goOnWith(one, given);
      if (found !== undefined) return found;
    }
    const next = lesson && (await goOnAfter(lesson, given));
    if (next != null) return next;
  }
  return undefined;
}

/** Where a lesson or quiz is asked, as its student has it; undefined: it is a quiz that is not theirs any more. */
async function askedIn(lesson: Pick<OpenWork, 'lessonId' | 'slug' | 'isQuiz' | 'versionId'>, { work, now }: Given) {
  const all = work.filter(({ lessonId }) => lessonId === lesson.lessonId);
  const newest = all.at(-1);
  if (lesson.isQuiz && newest === undefined) return undefined;
  const versionId = (lesson.isQuiz ? newest?.versionId : undefined) ?? lesson.versionId;
  const given = all.map((one) => one.given);
  return {
    versionId,
    given,
    questions: await selectQuestions(database(), versionId),
    page: lesson.isQuiz ? `/activities/${newest?.given.id}` : `/lessons/${lesson.slug}`,
    standing: (name: string) => standingAt(standingOf(given, now), name, now),
  };
}

async function goOnWith(one: OpenWork, given: Given): Promise<GoOn | undefined> {
  const asked = await askedIn(one, given);
  const question = asked?.questions.get(one.name);
  if (asked === undefined || question === undefined) return undefined;
  const standing = asked.standing(one.name);
  const earned = one.last && { points: one.last.points, maxPoints: one.last.maxPoints, attempts: one.attempts };
  if (!standing.readable || standing.takes !== 'counts') return undefined;
  if (earned !== null && isSettled({ question, score: earned }, standing)) return undefined;
  const ref = (await selectRefs(database(), asked.versionId)).get(one.name);
  const asking = given.work.flatMap(({ refs, given: rules }) =>
    [...refs.values()].some((other) => other === ref) ? [rules] : [],
  );
  return {
    ...{ title: one.title, question: question.title, lessonId: one.lessonId, href: `${asked.page}#${one.name}` },
    draftedAt: one.draftedAt?.toISOString() ?? null,
    stands: standsAs(one, untoldBy(asking, given.now) !== undefined),
  };
}

/** All that was begun is done: the next question of it that counts and was not begun. */
async function goOnAfter(lesson: BegunLesson, given: Given): Promise<GoOn | undefined> {
  const asked = await askedIn(lesson, given);
  if (asked === undefined) return undefined;
  const names = [...asked.questions].flatMap(([name, question]) => {
    const isGiven =
      asked.given.length === 0 || asked.given.some(({ questions }) => questions === null || questions.includes(name));
    const standing = asked.standing(name);
    const counts = standing.readable && standing.takes === 'counts' && !isSettled({ question, score: null }, standing);
    return isGiven && counts ? [name] : [];
  });
  const name = nextUntouched(names, lesson.begun);
  const question = name === undefined ? undefined : asked.questions.get(name);
  if (question === undefined) return undefined;
  const { title, lessonId } = lesson;
  return { title, question: question.title, lessonId, href: `${asked.page}#${name}`, draftedAt: null, stands: null };
}

function standsAs({ last, draftedAt }: OpenWork, untold: boolean): GoOn['stands'] {
  if (last === null) return null;
  if (untold) return draftedAt === null ? 'handedIn' : null;
  if (!last.graded) return draftedAt === null ? 'grading' : null;
  return { points: last.points, maxPoints: last.maxPoints };
}

/** The newest quizzes that somebody played, each with what they earned. */
async function readPastRooms(viewer: Person) {
  const rows = await selectPastRooms(database(), viewer.id, PAST);
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}
