/** The comparison at one point in high precision, for what doubles cannot decide: 256 bits, then 800, then 2,400. */
import { fromDouble, negate, size, subtract, toDouble } from './bigfloat.ts';
import { evaluatePrecisely } from './precise-ball.ts';
import type { Precise } from './precise-value.ts';
import type { Point } from './sample.ts';
import type { Tape } from './tape.ts';

/** `vanished`: a term is too small beside another for any precision here; `unknown`: no precision tells. */
export type PreciseRelation =
  | { readonly relation: 'different'; readonly student: number; readonly expected: number }
  | { readonly relation: 'agree' | 'only-expected' | 'only-student' | 'neither' | 'vanished' | 'unknown' };

const PRECISIONS = [256, 800, 2400] as const;
/** Agreement is believed from this many bits on, counted from the larger of the values or, where they cancel, from 1. */
const CONVINCING = 40;
/** A tape this long is tried in the first precision only. */
const LONG = 600;

/** Relation of two tapes at a point; `allowed` is a difference that is forgiven. */
export function comparePrecisely(student: Tape, expected: Tape, point: Point, allowed: number): PreciseRelation {
  let vanished = false;
  const long = student.nodes.length + expected.nodes.length > LONG;
  for (const bits of long ? PRECISIONS.slice(0, 1) : PRECISIONS) {
    const right = evaluatePrecisely(expected, point, bits);
    const left = evaluatePrecisely(student, point, bits);
    if (left === 'undefined' && right === 'undefined') return { relation: 'neither' };
    vanished = false;
    if (left === 'lost' || right === 'lost') continue;
    if (left === 'undefined') return right === 'undefined' ? { relation: 'neither' } : { relation: 'only-expected' };
    if (right === 'undefined') return { relation: 'only-student' };
    const relation = relate(left, right, allowed, bits);
    if (relation === 'different') return { relation, student: toDouble(left.value), expected: toDouble(right.value) };
    if (relation === 'agree') return { relation };
    vanished = left.absorbed || right.absorbed;
  }
  return { relation: vanished ? 'vanished' : 'unknown' };
}

function relate(left: Precise, right: Precise, allowed: number, bits: number): 'agree' | 'different' | 'unknown' {
  const difference = subtract(left.value, right.value, bits);
  const error = Math.max(left.error, right.error) + 1;
  if (allowed > 0) return relateWithin({ ...left, value: difference, error }, allowed, bits);
  if (size(difference) > error + 6) return 'different';
  if (left.absorbed || right.absorbed) return 'unknown';
  const scale = Math.max(size(left.value), size(right.value));
  if (error === Number.NEGATIVE_INFINITY || error <= scale - CONVINCING) return 'agree';
  // Both vanish in a cancellation: nothing is left of 200 bits.
  return scale <= error + 8 && error <= -Math.min(200, bits - 56) ? 'agree' : 'unknown';
}

/** Whether a difference is within what is forgiven, for certain. */
function relateWithin(difference: Precise, allowed: number, bits: number): 'agree' | 'different' | 'unknown' {
  const limit = fromDouble(allowed);
  const absolute = difference.value.m < 0n ? negate(difference.value) : difference.value;
  const over = subtract(absolute, limit, bits);
  if (size(over) <= difference.error + 2) return 'unknown';
  return over.m > 0n ? 'different' : 'agree';
}
