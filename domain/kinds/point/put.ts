/** Reads what was put: coordinates in whatever notation numbers have, the line through two places, what an arrow is. */
import type { AnswerOf } from '../../answer.ts';
import { say } from '../../judging/codes.ts';
import type { QuestionViewOf } from '../../question.ts';
import type { Feedback } from '../../results/verdict.ts';
import { readNumber } from '../number/grade.ts';
import { fieldsOf, hasTwo, type PutField, pathsOf } from './asked.ts';
import { equation, type Line, type Pair, shownPair, through } from './lines.ts';

export type AskedPut = Pick<QuestionViewOf<'point'>, 'form' | 'from' | 'within' | 'paths'>;

/** What an answer is. Of an arrow `place` is its tip less its tail. */
export type Put =
  | { is: 'place'; place: Pair; tail: Pair | null; label: string }
  | { is: 'line'; line: Line; label: string }
  | { is: 'path'; path: string; label: string };

export type ReadPut = { ok: true; put: Put } | { ok: false; field: PutField; feedback: Feedback };

/** A coordinate; nobody is asked which reading of it is meant: where it stands is seen in the plane. NaN: it is none. */
export function coordinate(text: string): number {
  const read = readNumber(text, { unasked: true });
  return read.ok ? read.value : Number.NaN;
}

/** So far beyond an edge is still on it: rounding. */
const EDGE = 1e-9;

/** Reads an answer; the first field in which nothing stands, or nothing that fits, is named. */
export function readPut(question: AskedPut, { put }: Pick<AnswerOf<'point'>, 'put'>): ReadPut {
  const fields = fieldsOf(question);
  const empty = fields.find((name) => (put[name] ?? '').trim() === '');
  if (empty !== undefined) return { ok: false, field: empty, feedback: say('pointEmpty') };
  if (question.form === 'path') {
    const path = put.path ?? '';
    if (!pathsOf(question).includes(path)) return { ok: false, field: 'path', feedback: say('pointEmpty') };
    return { ok: true, put: { is: 'path', path, label: path } };
  }
  const at = new Map<PutField, number>();
  for (const name of fields) {
    const value = coordinate(put[name] ?? '');
    if (!Number.isFinite(value)) return { ok: false, field: name, feedback: say('pointNumber', { field: name }) };
    const [from, to] = question.within[name.startsWith('x') ? 0 : 1];
    if (value < from - EDGE || value > to + EDGE)
      return { ok: false, field: name, feedback: say('pointOutside', { from, to }) };
    at.set(name, value);
  }
  const of = (name: PutField): number => at.get(name) ?? Number.NaN;
  if (!hasTwo(question)) {
    const tip: Pair = [of('x'), of('y')];
    return { ok: true, put: putOne(question, tip) };
  }
  const [one, other]: [Pair, Pair] = [
    [of('x1'), of('y1')],
    [of('x2'), of('y2')],
  ];
  if (question.form === 'arrow') {
    const place: Pair = [other[0] - one[0], other[1] - one[1]];
    return { ok: true, put: { is: 'place', place, tail: one, label: arrowLabel(one, other) } };
  }
  const line = through(one, other);
  if (line === null) return { ok: false, field: 'x2', feedback: say('pointSame') };
  return { ok: true, put: { is: 'line', line, label: equation(line) } };
}

const arrowLabel = (tail: Pair, tip: Pair): string => `${shownPair(tail)} → ${shownPair(tip)}`;

function putOne({ form, from }: AskedPut, tip: Pair): Put {
  if (form !== 'arrow' || from === null) return { is: 'place', place: tip, tail: null, label: shownPair(tip) };
  return { is: 'place', place: [tip[0] - from[0], tip[1] - from[1]], tail: from, label: arrowLabel(from, tip) };
}
