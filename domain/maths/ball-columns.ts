/**
 * The operations with error bounds, each over a column of points at once: what an operation is has to be looked up once
 * a column and not once a point, and the loops make no objects. Columns lie in one memory that all evaluators share.
 */
import { HALF_ULP, LOST, RADIUS, TINY, UNDEFINED } from './ball-constants.ts';
import { ballPower } from './ball-power.ts';
import { ballUnary } from './ball-unary.ts';
import type { Binary, Unary } from './tape.ts';

/** Values and radii, column after column; `absorbed` has one mark a point: a term vanished beside a far larger one. */
export type Columns = { value: Float64Array; radius: Float64Array; readonly absorbed: Uint8Array };

/** Points that are evaluated at once at most. */
export const WIDTH = 32;

const shared: Columns = {
  value: new Float64Array(64 * WIDTH),
  radius: new Float64Array(64 * WIDTH),
  absorbed: new Uint8Array(WIDTH),
};

/** The shared memory, large enough for so many numbers; what was in it is gone. */
export function sharedColumns(size: number): Columns {
  if (shared.value.length < size) {
    shared.value = new Float64Array(size * 2);
    shared.radius = new Float64Array(size * 2);
  }
  return shared;
}

const THRESHOLD = 2 ** -40;
/** From here on e^-a vanishes beside e^a by THRESHOLD: tanh is ±1 whatever its argument, and sinh is cosh. */
const SATURATED = 20 * Math.LN2;

const bothExact = (ra: number, rb: number, a: number, b: number): boolean =>
  ra === 0 && rb === 0 && Number.isInteger(a) && Number.isInteger(b);

/** One operation of one argument: from the column at `a` to the column at `to`, `count` points. */
export function unaryColumn(op: Unary, columns: Columns, a: number, to: number, count: number): void {
  const { value, radius, absorbed } = columns;
  if (op === 'neg') {
    for (let i = 0; i < count; i += 1) {
      value[to + i] = -(value[a + i] ?? 0);
      radius[to + i] = radius[a + i] ?? 0;
    }
    return;
  }
  const hyperbolic = op === 'tanh' || op === 'sinh' || op === 'cosh';
  for (let i = 0; i < count; i += 1) {
    value[to + i] = ballUnary(op, value[a + i] ?? 0, radius[a + i] ?? 0);
    radius[to + i] = RADIUS[0] ?? UNDEFINED;
    if (hyperbolic && Math.abs(value[a + i] ?? 0) > SATURATED) absorbed[i] = 1;
  }
}

/** One operation of two arguments, likewise. */
export function binaryColumn(op: Binary, columns: Columns, a: number, b: number, to: number, count: number): void {
  switch (op) {
    case 'add':
      addColumn(columns, a, b, to, count, 1);
      break;
    case 'sub':
      addColumn(columns, a, b, to, count, -1);
      break;
    case 'mul':
      mulColumn(columns, a, b, to, count);
      break;
    case 'div':
      divColumn(columns, a, b, to, count);
      break;
    case 'min':
    case 'max':
      extremeColumn(columns, a, b, to, count, op === 'min');
      break;
    case 'pow':
      powColumn(columns, a, b, to, count);
      break;
  }
}

function addColumn(columns: Columns, left: number, right: number, to: number, count: number, sign: 1 | -1): void {
  const { value, radius, absorbed } = columns;
  for (let i = 0; i < count; i += 1) {
    const a = value[left + i] ?? 0;
    const b = sign * (value[right + i] ?? 0);
    const ra = radius[left + i] ?? 0;
    const rb = radius[right + i] ?? 0;
    const v = a + b;
    value[to + i] = v;
    radius[to + i] = bothExact(ra, rb, a, b) && Number.isSafeInteger(v) ? 0 : ra + rb + Math.abs(v) * HALF_ULP;
    // Whether one term is there, or may be (a zero from underflow), and yet too small to leave a reliable mark on the sum.
    const x = Math.abs(a);
    const y = Math.abs(b);
    if (x < y ? x < y * THRESHOLD && (x !== 0 || ra !== 0) : y < x * THRESHOLD && (y !== 0 || rb !== 0))
      absorbed[i] = 1;
  }
}

function mulColumn({ value, radius }: Columns, left: number, right: number, to: number, count: number): void {
  for (let i = 0; i < count; i += 1) {
    const a = value[left + i] ?? 0;
    const b = value[right + i] ?? 0;
    const ra = radius[left + i] ?? 0;
    const rb = radius[right + i] ?? 0;
    const v = a * b;
    value[to + i] = v;
    radius[to + i] =
      bothExact(ra, rb, a, b) && Number.isSafeInteger(v)
        ? 0
        : Math.abs(a) * rb + Math.abs(b) * ra + ra * rb + Math.abs(v) * HALF_ULP * 1.5 + TINY;
  }
}

function divColumn({ value, radius }: Columns, left: number, right: number, to: number, count: number): void {
  for (let i = 0; i < count; i += 1) {
    const a = value[left + i] ?? 0;
    const b = value[right + i] ?? 0;
    const ra = radius[left + i] ?? 0;
    const rb = radius[right + i] ?? 0;
    if (b === 0 && rb === 0) {
      value[to + i] = Number.NaN;
      radius[to + i] = UNDEFINED;
      continue;
    }
    const v = a / b;
    value[to + i] = v;
    const room = Math.abs(b) - rb;
    if (room <= rb) radius[to + i] = LOST;
    else if (bothExact(ra, rb, a, b) && Number.isSafeInteger(v) && v * b === a) radius[to + i] = 0;
    else radius[to + i] = (ra + Math.abs(v) * rb) / room + Math.abs(v) * HALF_ULP * 1.5 + TINY;
  }
}

function extremeColumn(columns: Columns, left: number, right: number, to: number, count: number, least: boolean): void {
  const { value, radius } = columns;
  for (let i = 0; i < count; i += 1) {
    const a = value[left + i] ?? 0;
    const b = value[right + i] ?? 0;
    const ra = radius[left + i] ?? 0;
    const rb = radius[right + i] ?? 0;
    value[to + i] = least ? Math.min(a, b) : Math.max(a, b);
    radius[to + i] = a === b || Math.abs(a - b) <= ra + rb ? ra + rb : a < b === least ? ra : rb;
  }
}

function powColumn({ value, radius }: Columns, left: number, right: number, to: number, count: number): void {
  for (let i = 0; i < count; i += 1) {
    value[to + i] = ballPower(
      value[left + i] ?? 0,
      radius[left + i] ?? 0,
      value[right + i] ?? 0,
      radius[right + i] ?? 0,
    );
    radius[to + i] = RADIUS[0] ?? UNDEFINED;
  }
}
