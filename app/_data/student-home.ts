import 'server-only';
/** Where a student was, and how their last quizzes went. */
import { selectGivenWork, selectRefs } from '../../db/activities.ts';
import { database } from '../../db/client.ts';
import { selectQuestions } from '../../db/lessons.ts';
import { type OpenWork, selectOpenWork, selectPastRooms } from '../../db/student-home.ts';
import { standingAt, standingOf, untoldBy } from '../../domain/activities/standing.ts';
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

/** The newest question that is begun and can be gone on with; undefined: there is none. */
async function readGoOn(
  viewer: Person,
  { work, now }: Awaited<ReturnType<typeof selectGivenWork>>,
): Promise<GoOn | undefined> {
  const db = database();
  const open = await selectOpenWork(db, viewer.id);
  for (const one of open) {
    const all = work.filter(({ lessonId }) => lessonId === one.lessonId);
    const newest = all.at(-1);
    if (one.isQuiz && newest === undefined) continue;
    const versionId = (one.isQuiz ? newest?.versionId : undefined) ?? one.versionId;
    const question = (await selectQuestions(db, versionId)).get(one.name);
    if (question === undefined) continue;
    const standing = standingAt(
      standingOf(
        all.map(({ given }) => given),
        now,
      ),
      one.name,
      now,
    );
    const earned = one.last && { points: one.last.points, maxPoints: one.last.maxPoints, attempts: one.attempts };
    if (!standing.readable || standing.takes !== 'counts') continue;
    if (earned !== null && isSettled({ question, score: earned }, standing)) continue;
    const ref = (await selectRefs(db, versionId)).get(one.name);
    const asking = work.flatMap(({ refs, given }) =>
      [...refs.values()].some((other) => other === ref) ? [given] : [],
    );
    const page = one.isQuiz ? `/activities/${newest?.given.id}` : `/lessons/${one.slug}`;
    return {
      ...{ title: one.title, question: question.title, lessonId: one.lessonId, href: `${page}#${one.name}` },
      draftedAt: one.draftedAt?.toISOString() ?? null,
      stands: standsAs(one, untoldBy(asking, now) !== undefined),
    };
  }
  return undefined;
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
