import 'server-only';
/** A lesson page's data: the published lesson, its level, one's own work, what is live, when it is due. */
import { cache } from 'react';
import { database } from '../../db/client.ts';
import { selectOptionalLessonMoved } from '../../db/course-tree.ts';
import { selectAsking } from '../../db/inquiries.ts';
import { selectOptionalPublished } from '../../db/lessons.ts';
import { selectWatchers } from '../../db/presences.ts';
import { selectRemarkCounts } from '../../db/remarks.ts';
import { can } from '../../domain/people/permissions.ts';
import type { Person } from '../../domain/people/person.ts';
import type { QuestionView } from '../../domain/question.ts';
import { environment } from '../../server/env.ts';
import { type Access, accessTo } from '../../server/features/activities/access.ts';
import { lessonNow } from '../../server/features/practice/queries.ts';
import { roomPath } from '../../server/room-key.ts';
import { activityState, nextMoment, readAboutOwn } from './activities.ts';
import { readLevel } from './level.ts';

/** Where a lesson is whose address this was before. */
export const readMoved = (slug: string): Promise<string | undefined> => selectOptionalLessonMoved(database(), slug);

export const readPublished = cache((slug: string) => selectOptionalPublished(database(), { slug }));

export async function readLesson(slug: string, viewer: Person) {
  const lesson = await readPublished(slug);
  if (lesson === undefined) return undefined;
  const access = await accessTo(viewer, lesson);
  const [level, now, remarks, asking, live, teaches, watchers] = await Promise.all([
    readLevel({ id: lesson.level.id }, viewer.id, lesson.slug),
    access.standing.readable ? lessonNow(viewer, lesson, access) : null,
    selectRemarkCounts(database(), { userId: viewer.id, lessonId: lesson.id }),
    selectAsking(database(), { userId: viewer.id, lessonId: lesson.id }),
    database().liveSession.findFirst({
      where: { endedAt: null, class: { enrolments: { some: { userId: viewer.id, role: 'student' } } } },
      orderBy: { createdAt: 'desc' },
      select: { id: true, code: true },
    }),
    can(viewer.role, 'live.open')
      ? database().class.findMany({
          where: { archivedAt: null, enrolments: { some: { userId: viewer.id, role: 'teacher' } } },
          orderBy: { createdAt: 'asc' },
          select: { id: true, name: true, showNames: true },
        })
      : null,
    access.standing.given.length === 0 ? [] : selectWatchers(database(), { userId: viewer.id, lessonId: lesson.id }),
  ]);
  return {
    lesson,
    level,
    /** what may be read; null: nothing yet */
    now,
    /** how much was said to their work */
    remarks,
    /** whether they may ask their teachers, and what they have asked */
    asking,
    /** how what gives it to them stands, and its dates: of several the one by which it counts */
    given: await givenTo(viewer, access, lesson.content.questions),
    /** the way into the quiz that one's class plays now */
    liveJoin: live === null ? null : roomPath(live, environment().secret),
    /** who may see where one is and what one types in it; none: no class was given it */
    watchers,
    /** the classes one may play it with; null: one may not */
    teaches,
  };
}

async function givenTo(viewer: Person, access: Access, questions: readonly QuestionView[]) {
  const { counting, given } = access.standing;
  const one = counting[0] ?? given[0];
  const state = one === undefined ? undefined : activityState(access, one.id);
  if (one === undefined || state === undefined) return null;
  return {
    state,
    settings: state.settings,
    about: await readAboutOwn(
      viewer.id,
      one.id,
      state,
      state.questions && questions.filter(({ id }) => state.questions?.includes(id)).map(({ title }) => title),
    ),
    next: nextMoment(given, access.now),
  };
}
