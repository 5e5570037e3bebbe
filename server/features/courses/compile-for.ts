/** Compiles a lesson with the questions of banks that whoever writes it may ask, and the pictures that they may put in. */
import { selectBank } from '../../../db/bank.ts';
import { database } from '../../../db/client.ts';
import { type Compiled, compileLesson } from '../../../domain/lesson/compile.ts';
import { pinsIn } from '../../../domain/lesson/pin-lines.ts';
import { can } from '../../../domain/people/permissions.ts';
import type { Person } from '../../../domain/people/person.ts';
import { compiler } from '../../compiling/compiler.ts';
import { knownMisconceptions } from '../misconceptions/known.ts';
import { usablePictures } from '../pictures/usable.ts';

export interface Written {
  id: string;
  /** the name that problems are told under */
  file: string;
  source: string;
}

/**
 * @param by null for lessons that come with `content/`: they are compiled here, before anybody is served
 * @param preview whose preview it is, which a newer one replaces; null: it is to be published
 */
export async function compileFor(
  by: Person | null,
  { id, file, source }: Written,
  preview: string | null,
): Promise<Compiled | 'replaced'> {
  const bank = await selectBank(database(), {
    pins: pinsIn(source),
    lessonId: id,
    by: by === null ? null : { id: by.id, seesAll: can(by.role, 'question.look') },
  });
  const [pictures, known] = await Promise.all([usablePictures(by, source, id), knownMisconceptions(by, source)]);
  return by === null
    ? compileLesson(source, file, bank, pictures, known)
    : compiler.compile({ what: 'lesson', source, file, bank, pictures, known }, preview);
}
