/** Which misconceptions a source may name: those of one's own catalogue, of the courses' and of whoever shares questions. */
import { pool } from '../../../db/client.ts';
import { selectKnownCodes } from '../../../db/misconceptions.ts';
import { can } from '../../../domain/people/permissions.ts';
import type { Person } from '../../../domain/people/person.ts';

/** @param by null: what comes with `content/`, or follows a correction while nobody is there */
export async function knownMisconceptions(by: Person | null, source: string): Promise<string[]> {
  // most questions name none
  if (!source.includes('misconceptions')) return [];
  const seesAll = by === null || can(by.role, 'question.look');
  return selectKnownCodes(pool(), seesAll ? null : by.id);
}
