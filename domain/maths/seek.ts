/** Points of a narrow domain, such as that of asin(x^2 - 50): found by walking downhill to where nothing is undefined. */
import { applyBinary, applyUnary } from './numbers.ts';
import type { Point } from './sample.ts';
import type { Tape, Unary } from './tape.ts';

/** Walks that are begun, and steps of each. */
const WALKS = 4;
const STEPS = 80;
/** Points that are wanted inside, and tries for them. */
const WANTED = 12;
const TRIES = 120;
const EDGE = 1e-12;

type Place = { readonly point: Point; readonly away: number };

/** Points at which all the tapes have values; empty where none is found. The walks begin at the best of `starts`. */
export function pointsInside(tapes: readonly Tape[], starts: readonly Point[], random: () => number): Point[] {
  const placed = starts.map((point) => placeAt(tapes, point)).toSorted((a, b) => a.away - b.away);
  for (const start of placed.slice(0, WALKS)) {
    const end = walk(tapes, start, random);
    if (end.away === 0) return spread(tapes, end, random);
  }
  return [];
}

function walk(tapes: readonly Tape[], start: Place, random: () => number): Place {
  let best = start;
  let stride = 0.3;
  for (let i = 0; i < STEPS && best.away > 0; i += 1) {
    const next = placeAt(tapes, moved(best.point, stride, random));
    const closer = next.away < best.away;
    if (closer) best = next;
    stride *= closer ? 1.6 : 0.8;
  }
  return best;
}

/** Points around one that is inside, as far from each other as the domain lets them be. */
function spread(tapes: readonly Tape[], found: Place, random: () => number): Point[] {
  const inside = [found];
  for (let i = 0; i < TRIES && inside.length < WANTED; i += 1) {
    const from = inside[i % inside.length] ?? found;
    const next = placeAt(tapes, moved(from.point, 0.1 ** (i % 8), random));
    if (next.away === 0) inside.push(next);
  }
  return inside.map(({ point }) => point);
}

function moved(point: Point, stride: number, random: () => number): Point {
  return new Map([...point].map(([name, value]) => [name, value * (1 + stride * (2 * random() - 1))]));
}

const placeAt = (tapes: readonly Tape[], point: Point): Place => ({
  point,
  away: tapes.reduce((sum, tape) => sum + distance(tape, point), 0),
});

/** The nearest argument at which a function has a value. */
const nearest: Partial<Record<Unary, (a: number) => number>> = {
  ln: (a) => Math.max(a, EDGE),
  sqrt: (a) => Math.max(a, 0),
  asin: (a) => Math.min(1, Math.max(-1, a)),
  acos: (a) => Math.min(1, Math.max(-1, a)),
  acosh: (a) => Math.max(a, 1),
  atanh: (a) => Math.min(1 - EDGE, Math.max(EDGE - 1, a)),
};

/** How far outside their domains the functions of a tape are at a point: 0 where all have values. */
function distance({ nodes, root }: Tape, point: Point): number {
  const values = new Float64Array(nodes.length);
  let total = 0;
  nodes.forEach((node, i) => {
    if (node.op === 'number') values[i] = node.value;
    else if (node.op === 'constant') values[i] = node.name === 'pi' ? Math.PI : Math.E;
    else if (node.op === 'variable') values[i] = point.get(node.name) ?? Number.NaN;
    else {
      let a = values[node.a] ?? Number.NaN;
      const b = 'b' in node ? (values[node.b] ?? Number.NaN) : 0;
      const clamped =
        node.op === 'pow' && a < 0 && !Number.isInteger(b) ? EDGE : 'b' in node ? a : (nearest[node.op]?.(a) ?? a);
      // what comes of a value on an edge, such as 1/0, says nothing of the distance
      if (Number.isFinite(a)) total += Math.log1p(Math.abs(a - clamped));
      a = clamped;
      values[i] = 'b' in node ? applyBinary(node.op, a, b) : applyUnary(node.op, a);
    }
  });
  return total === 0 && Number.isNaN(values[root]) ? Number.POSITIVE_INFINITY : total;
}
