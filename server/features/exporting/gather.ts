/** What is taken out, as it is handed to whoever writes it: questions with their texts, and the pictures that somebody may see. */
import { database, pool } from '../../../db/client.ts';
import type { StoredForExport } from '../../../db/exports.ts';
import { selectWordsOf } from '../../../db/misconceptions.ts';
import { selectPictureSizes } from '../../../db/pictures.ts';
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
import { tooMuchFor, weightOf } from './room.ts';

/** What is asked for. */
export interface Asked {
  format: OutFormat;
  title: string | null;
  stored: readonly StoredForExport[];
  quizzes: readonly OwnQuiz[];
}

export interface Gathered {
  wish: Wish;
}

/** @returns a remark: why it is too much for one file */
export async function gathered(person: Person, { format, title, stored, quizzes }: Asked): Promise<Gathered | Remark> {
  const questions = stored.map((one) =>
    can(person.role, 'question.copy', one.relation) ? takenOf(one) : remark('out.notMayCopy'),
  );
  const texts = questions.flatMap((one) => (isRemark(one) ? [] : ['source' in one ? one.source : one.within.source]));
  const named = [...new Set([...new Set(texts)].flatMap(picturesIn))];
  const pictures = new Set(await readablePictures(person, named));
  const size = await selectPictureSizes(database(), [...pictures]);
  if (size > MOST_OUT.pictures) return remark('outFile.pictures', { most: MOST_OUT.pictures / 2 ** 20 });
  // what is taken out as ours can come in again
  if (format === 'nabla') {
    const much = tooMuchFor(
      { size: size + weightOf(texts), pictures: pictures.size, texts: texts.length },
      'questions',
    );
    if (much !== null) return much;
  }
  const codes = questions.flatMap((one) =>
    isRemark(one) ? [] : (one.question.key.misconceptions ?? []).map(({ id }) => id),
  );
  const misconceptions = await selectWordsOf(pool(), person.id, [...new Set(codes)]);
  return { wish: { format, title, questions, quizzes, misconceptions, pictures } };
}

/** What one may copy, as it is written; a remark where it stands in a lesson that does not hold it any more. */
export function takenOf(one: StoredForExport): Taken | InLesson | Remark {
  const { id, version, tags, document, key, source, within } = one;
  const question = { ...document, key, id: 'question', role: 'check', number: 1 } as Question;
  const taken = { id, version, title: document.title, tags, question };
  if (source !== null) return { ...taken, source };
  return within === null ? remark('out.lessonQuestion') : { ...taken, within };
}
