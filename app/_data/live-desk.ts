import 'server-only';
/** Who may see a session's host and screen views. */
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { database } from '../../db/client.ts';
import { selectOptionalSession } from '../../db/live.ts';
import { mayHost } from '../../server/commands/live-session.ts';
import { requireViewer } from './viewer.ts';

/** The signed-in host or co-teacher; to others the page does not exist. */
export async function requireHost(session: string, path: string): Promise<void> {
  const viewer = await requireViewer(path);
  if (!z.uuid().safeParse(session).success) notFound();
  const found = await selectOptionalSession(database(), session);
  if (found === undefined || !(await mayHost(viewer, found))) notFound();
}
