/** What somebody misunderstood who comes to a certain wrong vector or matrix. */
import { checkAnswer } from '../../maths/check.ts';
import type { QuestionOf } from '../../question.ts';
import { eulerInPlay } from '../common/euler.ts';
import type { Misread, WrongSign } from '../misread.ts';
import { checkMatrix } from './check.ts';
import { matrixSigns } from './misread-by.ts';
import { parseMatrix } from './parse.ts';
import { placeOf, sameShape, shapeIn } from './places.ts';

type Matrix = QuestionOf<'matrix'>;

export const matrixMisread: Misread<'matrix'> = {
  ...matrixSigns,
  shows(question, { entries, readings }, { answer = '' }) {
    const parsed = parseMatrix(answer);
    if (!parsed.ok || !sameShape(shapeIn(parsed.entries), shapeIn(entries))) return false;
    return entries.every((cells, row) =>
      cells.every((text, column) => {
        const chosen = readings?.[placeOf(row, column)];
        const options = { ...optionsOf(question), explain: false, ...(chosen === undefined ? {} : { chosen }) };
        const expected = parsed.entries[row]?.[column] ?? '';
        return text.trim() !== '' && checkAnswer({ expected }, text, options).verdict === 'equal';
      }),
    );
  },
  wrong(question, { answer = '' }): WrongSign | null {
    const parsed = parseMatrix(answer);
    const unread = { code: 'misconception.unread', params: { answer } };
    if (!parsed.ok) return unread;
    const { key } = question;
    const truth = { truths: key.entries, either: key.either ?? false };
    const { fits, entries } = checkMatrix(truth, parsed.entries, optionsOf(question));
    const all = entries.flat();
    if (all.some((one) => one === null || one.verdict === 'invalid')) return unread;
    return fits && all.every((one) => one?.verdict === 'equal') ? { code: 'misconception.isRight' } : null;
  },
};

function optionsOf(question: Matrix) {
  const { variables, positive, key } = question;
  const { decimals } = key.checking ?? {};
  const tolerance = decimals === undefined ? {} : { tolerance: { decimals } };
  return { variables, positive, euler: eulerInPlay(question), unasked: true, ...tolerance };
}
