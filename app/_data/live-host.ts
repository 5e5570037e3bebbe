import 'server-only';
/** Who may see a session's host and screen views. */
import { notFound } from 'next/navigation';
import { z } from 'zod';
import type { Person } from '../../domain/people/person.ts';
import { authorise } from '../../server/features/contract.ts';
import { ofSession } from '../../server/features/standing.ts';
import { requireViewer } from './viewer.ts';

/** The signed-in host or co-teacher; to others the page does not exist. */
export async function requireHost(session: string, path: string, action: 'live.host' | 'live.screen'): Promise<Person> {
  const viewer = await requireViewer(path);
  if (!z.uuid().safeParse(session).success) notFound();
  const asked = await authorise(viewer, ofSession(action), { session });
  if (!asked.ok) notFound();
  return viewer;
}
