/** Answers that are known as they would be put: in fields, and as what they are. */
import type { AnswerOf } from '../../answer.ts';
import type { QuestionOf } from '../../question.ts';
import type { OnePut } from './document.ts';
import type { Judge } from './judge.ts';
import { ends, equation, type Line, type Pair, shownPair } from './lines.ts';
import type { Put } from './put.ts';

type Point = QuestionOf<'point'>;
type Plane = Pick<Point, 'form' | 'from' | 'within'>;

/** What is known, as something that was put. */
export function answerPut(question: Plane, known: OnePut): Put {
  if ('path' in known) return { is: 'path', path: known.path, label: known.path };
  if ('line' in known) return { is: 'line', line: known.line, label: equation(known.line) };
  const { place } = known;
  if (question.form !== 'arrow') return { is: 'place', place, tail: null, label: shownPair(place) };
  const tail = question.from ?? tailFor(question, place);
  return {
    is: 'place',
    place,
    tail,
    label: `${shownPair(tail)} → ${shownPair([tail[0] + place[0], tail[1] + place[1]])}`,
  };
}

/** A tail from which an arrow has room: around the middle of the plane. */
function tailFor({ within }: Plane, [dx, dy]: Pair): Pair {
  const [x, y] = within.map(([from, to]) => (from + to) / 2);
  return [Number(((x ?? 0) - dx / 2).toFixed(6)), Number(((y ?? 0) - dy / 2).toFixed(6))];
}

/** What is known, as it is handed in; null: it does not lie in the plane. */
export function answerFor(question: Plane, known: OnePut): AnswerOf<'point'> | null {
  const put = answerPut(question, known);
  if (put.is === 'path') return { kind: 'point', put: { path: put.path } };
  if (put.is === 'line') {
    const both = ends(put.line, question.within);
    return both && twoAnswer(...both);
  }
  const { place, tail } = put;
  if (question.form !== 'arrow' || tail === null) return oneAnswer(place);
  const tip: Pair = [tail[0] + place[0], tail[1] + place[1]];
  return question.from === null ? twoAnswer(tail, tip) : oneAnswer(tip);
}

/** Twelve digits: what more there are is rounding. */
const text = (value: number): string => String(Number(value.toPrecision(12)) || 0);

export const oneAnswer = ([x, y]: Pair): AnswerOf<'point'> => ({ kind: 'point', put: { x: text(x), y: text(y) } });

export function twoAnswer([x1, y1]: Pair, [x2, y2]: Pair): AnswerOf<'point'> {
  return { kind: 'point', put: { x1: text(x1), y1: text(y1), x2: text(x2), y2: text(y2) } };
}

/** Places of the grid along an axis, few enough to be seen apart. */
function steps([from, to]: Pair, snap: number, most: number): number[] {
  const first = Math.ceil(from / snap - 1e-9);
  const count = Math.floor(to / snap + 1e-9) - first + 1;
  const every = Math.max(1, Math.ceil(count / most));
  return Array.from({ length: Math.ceil(count / every) }, (_, index) =>
    Number(((first + index * every) * snap).toPrecision(12)),
  );
}

const MOST_STEPS = 25;
/** So many places are shown as right beside the answer. */
const MOST_SHOWN = 60;

/** Places of the grid that are right besides the answer, as labels: where a condition says what is right. */
export function alsoRight(question: Point, judge: Judge): string[] {
  const { form, from, within, snap, key } = question;
  if (key.condition === undefined || (form !== 'point' && (form !== 'arrow' || from === null))) return [];
  const tips = steps(within[0], snap, MOST_STEPS).flatMap((x) =>
    steps(within[1], snap, MOST_STEPS).map((y): Pair => [x, y]),
  );
  const right = tips.flatMap(([x, y]) => {
    const put = answerPut(question, { place: from === null || form === 'point' ? [x, y] : [x - from[0], y - from[1]] });
    return judge.earned(put).share === 1 ? [put.label] : [];
  });
  const every = Math.max(1, Math.ceil(right.length / MOST_SHOWN));
  return right.filter((_, index) => index % every === 0);
}

/** The place of the grid that is nearest to where an answer is: what somebody who drags can put; null: there is none. */
export function nearestOnGrid(question: Point): AnswerOf<'point'> | null {
  const { snap, key } = question;
  const whole = answerFor(question, key.answer);
  if (whole === null || 'path' in key.answer) return whole;
  const round = (value: number): number => Math.round(value / snap) * snap;
  if ('line' in key.answer) return lineOnGrid(key.answer.line, question);
  const { put } = whole;
  const at = (name: keyof typeof put): number => round(Number(put[name]));
  // an arrow that may stand anywhere begins on the grid as well
  if (question.form === 'arrow' && question.from === null) {
    const tail: Pair = [at('x1'), at('y1')];
    return twoAnswer(tail, [tail[0] + round(key.answer.place[0]), tail[1] + round(key.answer.place[1])]);
  }
  return oneAnswer([at('x'), at('y')]);
}

/** Two places of the grid that are nearest to a line, far from each other. */
function lineOnGrid(
  [a, b, c]: Line,
  { within: [x, y], snap }: Pick<Point, 'within' | 'snap'>,
): AnswerOf<'point'> | null {
  const found: { at: Pair; off: number }[] = [];
  const look = (at: Pair): void => {
    const [u, v] = at;
    const isInside = u >= x[0] - 1e-9 && u <= x[1] + 1e-9 && v >= y[0] - 1e-9 && v <= y[1] + 1e-9;
    if (isInside) found.push({ at, off: Math.abs(a * u + b * v - c) });
  };
  const round = (value: number): number => Number((Math.round(value / snap) * snap).toPrecision(12));
  for (const u of steps(x, snap, 2_000)) if (Math.abs(b) > 1e-9) look([u, round((c - a * u) / b)]);
  for (const v of steps(y, snap, 2_000)) if (Math.abs(a) > 1e-9) look([round((c - b * v) / a), v]);
  const sorted = found.toSorted((one, other) => one.off - other.off);
  const [first] = sorted;
  if (first === undefined) return null;
  const best = sorted.filter(({ off }) => off <= first.off + snap * 1e-6);
  const far = (one: Pair, other: Pair): number => Math.hypot(one[0] - other[0], one[1] - other[1]);
  const pool = best.length > 1 ? best : sorted.filter(({ at }) => far(at, first.at) > snap * 3).slice(0, 20);
  const second = pool.toSorted((one, other) => far(other.at, first.at) - far(one.at, first.at))[0];
  return second === undefined || far(second.at, first.at) < snap / 2 ? null : twoAnswer(first.at, second.at);
}
