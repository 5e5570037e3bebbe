/** Reads the entries of a matrix before it is handed in. */
import type { AnswerOf } from '../../answer.ts';
import { say } from '../../judging/codes.ts';
import type { QuestionViewOf } from '../../question.ts';
import { type FieldReading, type Unread, unreadIn, unreadWhole } from '../common/unread.ts';
import { readFormula } from '../maths/reading.ts';
import { placeOf, sameShape, shapeIn } from './places.ts';

type Asked = Pick<QuestionViewOf<'matrix'>, 'variables' | 'promptHtml' | 'euler'>;

/** How each entry is read; null: nothing stands there. What was chosen is not looked at: it can be changed. */
export function readEntries(
  question: Asked,
  entries: readonly (readonly string[])[],
): { place: string; reading: FieldReading | null }[][] {
  return entries.map((cells, row) =>
    cells.map((text, column) => ({
      place: placeOf(row, column),
      reading: text.trim() === '' ? null : readFormula(question, text),
    })),
  );
}

/** The first entry that is filled in and cannot be read; or that the whole is of a shape that its field cannot show. */
export function unreadEntries(
  question: Asked & Pick<QuestionViewOf<'matrix'>, 'shape'>,
  { entries, readings }: AnswerOf<'matrix'>,
): Unread | undefined {
  const own = shapeIn(entries);
  // it was typed for another wording of the question
  if (question.shape !== null && entries.length > 0 && !sameShape(own, question.shape))
    return unreadWhole(say('matrixShape', { ...own }));
  for (const [row, cells] of entries.entries()) {
    for (const [column, text] of cells.entries()) {
      const place = placeOf(row, column);
      const unread = text.trim() === '' ? undefined : unreadIn(place, readFormula(question, text, readings?.[place]));
      if (unread !== undefined) return unread;
    }
  }
  return undefined;
}
