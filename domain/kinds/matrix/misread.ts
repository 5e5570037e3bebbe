/** What somebody misunderstood who comes to a certain wrong vector or matrix. */
import { checkAnswer } from '../../maths/check.ts';
import type { QuestionOf } from '../../question.ts';
import { eulerInPlay } from '../common/euler.ts';
import type { Misread, WrongSign } from '../misread.ts';
import { checkMatrix } from './check.ts';
import { matrixSigns } from './misread-by.ts';
import { parseMatrix } from './parse.ts';
import { placeOf, type Shape, sameShape, shapeIn } from './places.ts';

type Matrix = QuestionOf<'matrix'>;

export const matrixMisread: Misread<'matrix'> = {
  ...matrixSigns,
  shows(question, { entries, readings }, { answer = '', entry }) {
    const optionsAt = (row: number, column: number) => {
      const chosen = readings?.[placeOf(row, column)];
      return { ...optionsOf(question), explain: false, ...(chosen === undefined ? {} : { chosen }) };
    };
    const isSame = (expected: string, row: number, column: number): boolean => {
      const text = entries[row]?.[column] ?? '';
      return text.trim() !== '' && checkAnswer({ expected }, text, optionsAt(row, column)).verdict === 'equal';
    };
    if (entry !== undefined) {
      const at = placeIn(question, entry, shapeIn(entries));
      return at !== null && isSame(answer, at.row, at.column);
    }
    const parsed = parseMatrix(answer);
    if (!parsed.ok || !sameShape(shapeIn(parsed.entries), shapeIn(entries))) return false;
    return entries.every((cells, row) =>
      cells.every((_text, column) => isSame(parsed.entries[row]?.[column] ?? '', row, column)),
    );
  },
  wrong(question, { answer = '', entry }): WrongSign | null {
    const { key } = question;
    const unread = { code: 'misconception.unread', params: { answer } };
    if (entry !== undefined) {
      const at = placeIn(question, entry, shapeIn(key.entries));
      const truth = at === null ? undefined : key.entries[at.row]?.[at.column];
      if (truth === undefined) return { code: 'misconception.entry', params: { entry } };
      const { verdict } = checkAnswer(truth, answer, optionsOf(question));
      return verdict === 'invalid' ? unread : verdict === 'equal' ? { code: 'misconception.isRight' } : null;
    }
    const parsed = parseMatrix(answer);
    if (!parsed.ok) return unread;
    const truth = { truths: key.entries, either: key.either ?? false };
    const { fits, entries } = checkMatrix(truth, parsed.entries, optionsOf(question));
    const all = entries.flat();
    if (all.some((one) => one === null || one.verdict === 'invalid')) return unread;
    return fits && all.every((one) => one?.verdict === 'equal') ? { code: 'misconception.isRight' } : null;
  },
};

/** Where an entry stands in what is handed in, from 0; null: that has no such place, or another shape. */
function placeIn({ key }: Matrix, entry: string, given: Shape): { row: number; column: number } | null {
  const shape = shapeIn(key.entries);
  const isTurned = key.either === true && sameShape(given, { rows: shape.columns, columns: shape.rows });
  if (!isTurned && !sameShape(given, shape)) return null;
  const [first = 0, second] = entry.split(',').map((one) => Number(one) - 1);
  if (second === undefined) {
    // of a vector, whichever way it lies
    if (given.rows !== 1 && given.columns !== 1) return null;
    return first < given.rows * given.columns
      ? { row: given.rows === 1 ? 0 : first, column: given.rows === 1 ? first : 0 }
      : null;
  }
  if (first >= shape.rows || second >= shape.columns) return null;
  return isTurned ? { row: second, column: first } : { row: first, column: second };
}

function optionsOf(question: Matrix) {
  const { variables, positive, key } = question;
  const { decimals } = key.checking ?? {};
  const tolerance = decimals === undefined ? {} : { tolerance: { decimals } };
  return { variables, positive, euler: eulerInPlay(question), unasked: true, ...tolerance };
}
