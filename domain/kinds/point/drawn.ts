/** Answers as they are drawn: from what is being put, and from the labels that a room counts them by. Light: pages carry it. */
import type { AnswerOf } from '../../answer.ts';
import type { QuestionViewOf } from '../../question.ts';
import { hasTwo } from './asked.ts';
import { ends, type Line, type Pair, through, type Within } from './lines.ts';

export type Drawn =
  | { is: 'dot'; at: Pair }
  | { is: 'arrow'; tail: Pair; tip: Pair }
  | { is: 'line'; ends: readonly [Pair, Pair] }
  | { is: 'path'; path: string };

type Asked = Pick<QuestionViewOf<'point'>, 'form' | 'from' | 'within'>;

/** Where the handles of an answer are; null: nothing that can be read stands in its fields. */
export function placesIn(
  question: Asked,
  { put }: AnswerOf<'point'>,
  coordinate: (text: string) => number,
): (Pair | null)[] {
  const pair = (x = '', y = ''): Pair | null => {
    const at: Pair = [coordinate(x), coordinate(y)];
    return at.every(Number.isFinite) ? at : null;
  };
  return hasTwo(question) ? [pair(put.x1, put.y1), pair(put.x2, put.y2)] : [pair(put.x, put.y)];
}

/** What places that are put show; null: nothing yet. */
export function drawnOf({ form, from }: Asked, [one, other]: readonly (Pair | null)[], seen: Within): Drawn | null {
  if (form === 'line') {
    const line = one && other ? through(one, other) : null;
    return line && lineDrawn(line, seen);
  }
  if (form === 'point') return one ? { is: 'dot', at: one } : null;
  const [tail, tip] = from === null ? [one, other] : [from, one];
  return tail && tip ? { is: 'arrow', tail, tip } : null;
}

function lineDrawn(line: Line, seen: Within): Drawn | null {
  const both = ends(line, seen);
  return both && { is: 'line', ends: both };
}

const NUMBER = '([−-]?[\\d.]+)';
const PAIR = `\\(${NUMBER}, ${NUMBER}\\)`;
const ONE = new RegExp(`^${PAIR}`);
const ARROW = new RegExp(`^${PAIR} → ${PAIR}`);
const LINE = /^(?:([−-]?)([\d.]*)x)?\s*(?:([+−-]?)\s*([\d.]*)y)? = ([−-]?[\d.]+)/;

/** What a label shows (lines.ts and put.ts write them); null: it is no label of such an answer. */
export function drawnLabel({ form }: Asked, label: string, seen: Within): Drawn | null {
  if (form === 'path') return /^[A-H]$/.test(label) ? { is: 'path', path: label } : null;
  const pair = (x = '', y = ''): Pair => [numberOf(x), numberOf(y)];
  if (form === 'point') {
    const [, x, y] = ONE.exec(label) ?? [];
    return x === undefined ? null : { is: 'dot', at: pair(x, y) };
  }
  if (form === 'arrow') {
    const [, u, v, x, y] = ARROW.exec(label) ?? [];
    return u === undefined ? null : { is: 'arrow', tail: pair(u, v), tip: pair(x, y) };
  }
  const found = LINE.exec(label);
  if (found === null) return null;
  const [text, signX = '', x, signY = '', y, c = '0'] = found;
  const factor = (sign: string, size: string | undefined): number =>
    size === undefined ? 0 : (sign === '' || sign === '+' ? 1 : -1) * (size === '' ? 1 : Number(size));
  const line: Line = [
    text.includes('x') ? factor(signX, x) : 0,
    text.includes('y') ? factor(signY, y) : 0,
    numberOf(c),
  ];
  const length = Math.hypot(line[0], line[1]);
  return length === 0 ? null : lineDrawn([line[0] / length, line[1] / length, line[2] / length], seen);
}

const numberOf = (text: string): number => Number(text.replace('−', '-'));
