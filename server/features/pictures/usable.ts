/** Which pictures a source may name: those that its author may read, and those that stand in what is changed already. */
import { database } from '../../../db/client.ts';
import { selectHeld, selectSizes, selectWays } from '../../../db/pictures.ts';
import type { Person } from '../../../domain/people/person.ts';
import { type Pictures, picturesIn } from '../../../domain/pictures/address.ts';
import { mayReadPicture } from '../../../domain/pictures/reading.ts';

/** Far more than any lesson has. */
const MOST_NAMED = 1_000;

/**
 * @param by null: what comes with `content/`, or follows a correction while nobody is there
 * @param lessonId the lesson whose source it is: somebody who may change it keeps what others have put in
 */
export async function usablePictures(by: Person | null, source: string, lessonId?: string): Promise<Pictures> {
  const ids = picturesIn(source).slice(0, MOST_NAMED);
  if (ids.length === 0) return {};
  const db = database();
  const readable = by === null ? ids : await readablePictures(by, ids);
  const held = lessonId === undefined ? [] : await selectHeld(db, ids, lessonId);
  return selectSizes(db, [...new Set([...readable, ...held])]);
}

/** Those of these pictures that somebody may see. */
export async function readablePictures(by: Person, ids: readonly string[]): Promise<string[]> {
  const found = await selectWays(database(), ids, by.id);
  return found.filter(({ ways }) => mayReadPicture(by.role, ways)).map(({ id }) => id);
}
