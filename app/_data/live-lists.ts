import 'server-only';
/** Live sessions of somebody: those that they lead, and those that they played in, with what they may look at of them. */
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { database, pool } from '../../db/client.ts';
import { type SessionShelf, selectPlayedBy, selectSessionsOf } from '../../db/live-list.ts';
import type { ListAsked } from '../../domain/list-page.ts';
import type { Person } from '../../domain/people/person.ts';
import { readOwnReview } from '../../server/features/live/review.ts';

/** A page of the sessions that somebody leads, or whose class they teach. */
export async function readSessions(viewer: Person, asked: ListAsked, shelf: SessionShelf) {
  const list = await selectSessionsOf(pool(), asked, { personId: viewer.id, shelf });
  return { ...list, rows: list.rows.map(({ openedAt, ...row }) => ({ ...row, openedAt: openedAt.toISOString() })) };
}

/** A page of the quizzes that somebody played. */
export async function readPlayed(viewer: Person, asked: ListAsked) {
  const list = await selectPlayedBy(pool(), asked, viewer.id);
  return { ...list, rows: list.rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() })) };
}

/** What somebody is shown at the end of a quiz that they played; to others it does not exist. */
export async function requireReview(viewer: Person, session: string) {
  if (!z.uuid().safeParse(session).success) notFound();
  return (await readOwnReview(viewer, session)) ?? notFound();
}

/** What somebody leads at this moment, but for classes that they teach, so that a closed tab is no lost quiz. */
export async function readLedNow(viewer: Person) {
  const rows = await database().liveSession.findMany({
    where: {
      hostId: viewer.id,
      endedAt: null,
      // a class that one teaches leads to its own
      NOT: { class: { archivedAt: null, enrolments: { some: { userId: viewer.id, role: 'teacher' } } } },
    },
    orderBy: { createdAt: 'desc' },
    take: 5,
    select: { id: true, code: true, lesson: { select: { title: true } } },
  });
  return rows.map(({ lesson, ...row }) => ({ ...row, title: lesson.title }));
}
