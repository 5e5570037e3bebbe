import 'server-only';
/** How a live session went, for who may see it; to others the page does not exist. */
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { database } from '../../db/client.ts';
import type { Person } from '../../domain/people/person.ts';
import { environment } from '../../server/env.ts';
import { authorise } from '../../server/features/contract.ts';
import { readReplay, readReport } from '../../server/features/live/report.ts';
import { ofReport, ofSession } from '../../server/features/standing.ts';
import { requireViewer } from './viewer.ts';

/** The session, and what the viewer may do beyond looking at it. */
export async function requireReport(session: string, path: string) {
  const viewer = await requireViewer(path);
  if (!z.uuid().safeParse(session).success) notFound();
  const asked = await authorise(viewer, ofReport('live.report'), { session });
  if (!asked.ok) notFound();
  const [found, hosts] = await Promise.all([
    database().liveSession.findUnique({
      where: { id: session },
      select: {
        createdAt: true,
        endedAt: true,
        host: { select: { id: true, name: true } },
        class: { select: { id: true, name: true, archivedAt: true } },
        lesson: { select: { title: true } },
      },
    }),
    authorise(viewer, ofSession('live.host'), { session }),
  ]);
  if (found === null) notFound();
  return {
    viewer,
    session: {
      id: session,
      title: found.lesson.title,
      openedAt: found.createdAt.toISOString(),
      endedAt: found.endedAt?.toISOString() ?? null,
      /** null: the viewer led it */
      host: found.host.id === viewer.id ? null : found.host.name,
      class:
        found.class === null
          ? null
          : { id: found.class.id, name: found.class.name, aside: found.class.archivedAt !== null },
      corrected: asked.found.session.state.correctedAt !== null,
    },
    may: { host: hosts.ok, results: asked.found.seesClass },
    /** so long guests keep their names */
    guestDays: environment().guestDays,
  };
}

/** The table of it. */
export async function readLiveReport(viewer: Person, session: string) {
  const read = await readReport(viewer, { session });
  if (!read.ok) notFound();
  return read.report;
}

/** Its wall at the first step; null: there is none. */
export async function readLiveReplay(viewer: Person, session: string) {
  const read = await readReplay(viewer, { session, step: 0 });
  if (!read.ok) notFound();
  return read.replay;
}
