/** Compiles a lesson with the questions of banks that whoever writes it may ask, and the pictures that they may put in. */
import { selectBank } from '../../../db/bank-pins.ts';
import { database } from '../../../db/client.ts';
import { type Compiled, compileLesson } from '../../../domain/lesson/compile.ts';
import { pinsIn } from '../../../domain/lesson/pin-lines.ts';
import type { Bank } from '../../../domain/lesson/pins.ts';
import { can } from '../../../domain/people/permissions.ts';
import type { Person } from '../../../domain/people/person.ts';
import type { Pictures } from '../../../domain/pictures/address.ts';
import { compiler } from '../../compiling/compiler.ts';
import { knownMisconceptions } from '../misconceptions/known.ts';
import { usablePictures } from '../pictures/usable.ts';

export interface Written {
  id: string;
  /** the name that problems are told under */
  file: string;
  source: string;
  /** the lesson that it is a copy of: what that one asks and shows, the copy may too */
  like?: string;
  /** what is stored together with it, and not there yet: it may ask, show and name that as well */
  along?: { bank: Bank; pictures: Pictures; known: readonly string[] };
}

/**
 * @param by null for lessons that come with `content/`: they are compiled here, before anybody is served
 * @param preview whose preview it is, which a newer one replaces; null: it is to be published
 */
export async function compileFor(
  by: Person | null,
  { id, file, source, like = id, along }: Written,
  preview: string | null,
): Promise<Compiled | 'replaced'> {
  const stored = await selectBank(database(), {
    pins: pinsIn(source),
    lessonId: id,
    like,
    // who edits a course and has no bank of their own asks what the course has
    by: by === null || !can(by.role, 'question.make') ? null : { id: by.id, seesAll: can(by.role, 'question.look') },
  });
  const bank = { ...stored, ...along?.bank };
  const [usable, named] = await Promise.all([usablePictures(by, source, like), knownMisconceptions(by, source)]);
  const pictures = { ...usable, ...along?.pictures };
  const known = [...named, ...(along?.known ?? [])];
  return by === null
    ? compileLesson(source, file, bank, pictures, known)
    : compiler.compile({ what: 'lesson', source, file, bank, pictures, known }, preview);
}
