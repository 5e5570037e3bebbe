/** Reads and grades a number: `3`, `3.0`, `-1.5e3`, `1/2`; a comma where a point is usual in other countries (`2,5`). */
import type { AnswerOf } from '../answer.ts';
import type { QuestionOf } from '../question.ts';
import type { Verdict } from '../verdict.ts';
import { type Slip, say } from './codes.ts';
import { close } from './tolerance.ts';

const DECIMAL = String.raw`[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?`;
const FRACTION = new RegExp(`^(${DECIMAL})(?:/(${DECIMAL}))?$`, 'i');
/** Could be a thousand or a decimal: 1,000. */
const THOUSANDS = /^[+-]?[1-9]\d{0,2},\d{3}$/;

export type ReadNumber = { ok: true; value: number } | { ok: false; code: 'notANumber' | 'thousands' | 'zeroDivision' };

export function readNumber(text: string): ReadNumber {
  const bare = text.normalize('NFKC').replace(/[−–]/g, '-').replace(/⁄/g, '/').replace(/\s+/g, '');
  if (THOUSANDS.test(bare)) return { ok: false, code: 'thousands' };
  const pointed = !bare.includes('.') && bare.split(',').length === 2 ? bare.replace(',', '.') : bare;
  const match = FRACTION.exec(pointed);
  if (match === null) return { ok: false, code: 'notANumber' };
  const below = match[2] === undefined ? 1 : Number(match[2]);
  if (below === 0) return { ok: false, code: 'zeroDivision' };
  const value = Number(match[1]) / below;
  return Number.isFinite(value) ? { ok: true, value } : { ok: false, code: 'notANumber' };
}

export function gradeNumber(question: QuestionOf<'number'>, answer: AnswerOf<'number'>): Verdict {
  const read = readNumber(answer.value);
  const common = { maxPoints: question.points, tests: [] };
  if (!read.ok) {
    return {
      outcome: 'invalid',
      result: 'error',
      points: 0,
      ...common,
      feedback: [say(read.code)],
      signature: '',
      slips: [],
    };
  }
  const { value, tolerance } = question.key;
  const right = close(value, read.value, tolerance);
  const slip = right ? null : numberSlip(value, read.value, tolerance);
  return {
    outcome: 'graded',
    result: right ? 'pass' : 'fail',
    points: right ? question.points : 0,
    ...common,
    feedback: slip === null ? [] : [say(`slip.${slip}`)],
    signature: right ? 'pass' : String(Number(read.value.toPrecision(6))),
    slips: slip === null ? [] : [slip],
  };
}

function numberSlip(value: number, got: number, tolerance: { absolute: number; relative: number }): Slip | null {
  if (value === 0) return null;
  if (close(-value, got, tolerance)) return 'sign';
  if (close(2 * value, got, tolerance)) return 'doubled';
  return close(value / 2, got, tolerance) ? 'halved' : null;
}
