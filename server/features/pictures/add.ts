/** Somebody puts a picture in: what is stored of it, and where it is. It is theirs alone until a source that is saved refers to it. */
import { createHash } from 'node:crypto';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { database } from '../../../db/client.ts';
import { storePicture } from '../../../db/pictures.ts';
import type { Person } from '../../../domain/people/person.ts';
import type { PictureSize } from '../../../domain/pictures/address.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import { readPicture } from '../../pictures/read-picture.ts';

export interface AddedPicture extends PictureSize {
  /** its address */
  picture: string;
  /** it moved: only its first picture is shown */
  stilled: boolean;
}

/** Somebody who writes a lesson pastes some; a question with six options has seven. */
const perPerson = new RateLimiterMemory({ points: 60, duration: 60 });

/** Whether somebody may put in one more now: asked before the file is received. */
export async function mayAddNow({ id }: Person): Promise<boolean> {
  return perPerson.consume(id).then(
    () => true,
    () => false,
  );
}

/** Makes of a file what is shown of it, and keeps that. Errors: why a file is none, or cannot be kept, as a refusal. */
export async function addPicture(person: Person, file: Uint8Array): Promise<Outcome<AddedPicture>> {
  const read = await readPicture(file);
  if (!read.ok) return read;
  const { width, height, stilled } = read;
  const bytes = Uint8Array.from(read.bytes);
  const hash = Uint8Array.from(createHash('sha256').update(bytes).digest());
  const picture = await database().$transaction((tx) => storePicture(tx, person.id, { hash, bytes, width, height }));
  return picture === null ? refuse('pictureRefused', 'quota') : { ok: true, picture, width, height, stilled };
}
