/** What is taken out, as it is handed to whoever writes it: questions with their texts, and the pictures that somebody may see. */
import { database, pool } from '../../../db/client.ts';
import type { StoredForExport } from '../../../db/exports.ts';
import { selectWordsOf } from '../../../db/misconceptions.ts';
import { selectPictureSizes } from '../../../db/pictures.ts';
import { MOST } from '../../../domain/exchange/limits.ts';
import { MOST_OUT, type OutFormat } from '../../../domain/exchange/out/formats.ts';
import type { Taken } from '../../../domain/exchange/out/item.ts';
import type { InLesson, Wish } from '../../../domain/exchange/out/write.ts';
import type { OwnQuiz } from '../../../domain/exchange/own/write.ts';
import { isRemark, type Remark, remark } from '../../../domain/exchange/remark.ts';
import { can } from '../../../domain/people/permissions.ts';
import type { Person } from '../../../domain/people/person.ts';
import { picturesIn } from '../../../domain/pictures/address.ts';
import type { Question } from '../../../domain/question.ts';
import { readablePictures } from '../pictures/usable.ts';

/** What is asked for. */
export interface Asked {
  format: OutFormat;
  title: string | null;
  stored: readonly StoredForExport[];
  quizzes: readonly OwnQuiz[];
}

export interface Gathered {
  wish: Wish;
  /** what is to be known of the whole */
  notes: readonly Remark[];
}

/** @returns a remark: why it is too much for one file */
export async function gathered(person: Person, { format, title, stored, quizzes }: Asked): Promise<Gathered | Remark> {
  const questions = stored.map((one) => takenOf(person, one));
  const texts = questions.flatMap((one) => (isRemark(one) ? [] : ['source' in one ? one.source : one.within.source]));
  const named = [...new Set([...new Set(texts)].flatMap(picturesIn))];
  const pictures = new Set(await readablePictures(person, named));
  const size = await selectPictureSizes(database(), [...pictures]);
  if (size > MOST_OUT.pictures) return remark('outFile.pictures', { most: MOST_OUT.pictures / 2 ** 20 });
  // what can be taken out should come in again
  const isOver = format === 'nabla' && size > MOST.bytes;
  const notes = isOver ? [remark('outFile.over', { most: MOST.bytes / 2 ** 20 })] : [];
  const codes = questions.flatMap((one) =>
    isRemark(one) ? [] : (one.question.key.misconceptions ?? []).map(({ id }) => id),
  );
  const misconceptions = await selectWordsOf(pool(), person.id, [...new Set(codes)]);
  return { wish: { format, title, questions, quizzes, misconceptions, pictures }, notes };
}

function takenOf(person: Person, one: StoredForExport): Taken | InLesson | Remark {
  const { id, version, tags, document, key, source, within, relation } = one;
  if (!can(person.role, 'question.copy', relation)) return remark('out.notMayCopy');
  const question = { ...document, key, id: 'question', role: 'check', number: 1 } as Question;
  const taken = { id, version, title: document.title, tags, question };
  if (source !== null) return { ...taken, source };
  return within === null ? remark('out.lessonQuestion') : { ...taken, within };
}
