import 'server-only';
/** How far somebody who teaches has come: read off what is there, never noted down. */
import { cookies } from 'next/headers';
import { database } from '../../db/client.ts';
import { can } from '../../domain/people/permissions.ts';
import type { Person } from '../../domain/people/person.ts';
import { LATER_COOKIE } from '../(teacher)/first-steps/later.ts';

export interface FirstSteps {
  /** the first class they teach; null: none yet */
  class: { id: string; name: string; joinToken: string | null; courseId: string } | null;
  students: number;
  /** whether they have opened a live quiz */
  quiz: boolean;
}

/** What a teacher has done of what one does first. */
export async function readFirstSteps(viewer: Person): Promise<FirstSteps> {
  const db = database();
  const [taught, quizzes] = await Promise.all([
    db.class.findMany({
      where: { archivedAt: null, enrolments: { some: { userId: viewer.id, role: 'teacher' } } },
      orderBy: { createdAt: 'asc' },
      select: {
        id: true,
        name: true,
        joinToken: true,
        courseId: true,
        _count: { select: { enrolments: { where: { role: 'student' } } } },
      },
    }),
    db.liveSession.count({ where: { hostId: viewer.id } }),
  ]);
  const [first] = taught;
  return {
    class:
      first === undefined
        ? null
        : { id: first.id, name: first.name, joinToken: first.joinToken, courseId: first.courseId },
    students: taught.reduce((sum, one) => sum + one._count.enrolments, 0),
    quiz: quizzes > 0,
  };
}

/** The steps that are open still, in order. */
export function openSteps(steps: FirstSteps): ('class' | 'students' | 'quiz')[] {
  return [
    ...(steps.class === null ? (['class'] as const) : []),
    ...(steps.students === 0 ? (['students'] as const) : []),
    ...(steps.quiz ? [] : (['quiz'] as const)),
  ];
}

/** What home shows of them: nothing to students, nor once all is done, nor to whom has put them off. */
export async function firstStepsAtHome(viewer: Person): Promise<FirstSteps | undefined> {
  if (!can(viewer.role, 'class.create') || (await cookies()).get(LATER_COOKIE) !== undefined) return undefined;
  const steps = await readFirstSteps(viewer);
  return openSteps(steps).length === 0 ? undefined : steps;
}

/** The lessons that a first quiz can be made of. */
export async function readLessonsToPlay(courseId: string): Promise<{ slug: string; title: string }[]> {
  return database().lesson.findMany({
    where: { level: { courseId, archivedAt: null }, archivedAt: null, publishedId: { not: null } },
    orderBy: [{ level: { number: 'asc' } }, { place: 'asc' }],
    select: { slug: true, title: true },
    take: 6,
  });
}
