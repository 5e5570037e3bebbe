import 'server-only';
/** What a class has understood, for who may see its results. */
import { notFound } from 'next/navigation';
import type { Person } from '../../domain/people/person.ts';
import { readMisreadMap } from '../../server/features/insight/queries.ts';

/** Misconceptions by weeks. */
export async function readMap(viewer: Person, classId: string) {
  const read = await readMisreadMap(viewer, { classId });
  if (!read.ok) notFound();
  return read.map;
}
