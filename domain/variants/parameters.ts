/**
 * What is drawn anew for each student: numbers in ranges, choices, permutations, and values that are worked out of others, with
 * conditions between them. A small language that stands in a question as a block of YAML:
 *
 *     a: { from: 2, to: 9 }                            # whole numbers
 *     b: { from: -1, to: 1, step: 0.25, not: 0 }       # decimals; `apart: 0.5`: not near what it is not, either
 *     n: { of: [2, 3, 5] }                             # one of these, numbers or words
 *     p: { shuffle: [1, 2, 3] }                        # p1, p2, p3 in some order
 *     m: { from: a + 1, to: 10 }                       # a draw may depend on others above it
 *     c: a^2 + n                                       # worked out by the checker's formulas
 *     where: [a != n, a*b < 4]
 *
 * Pure: how it is drawn is in `draw.ts`, how values come into a text in `substitute.ts`.
 */
import { z } from 'zod';
import { compileFormulas } from '../maths/formula.ts';

/** A number, or a formula of what is drawn above. */
const amount = z.union([z.number(), z.string().min(1).max(200)]);
/** Words are put into Markdown: one line. */
const choice = z.union([
  z.number(),
  z
    .string()
    .min(1)
    .max(200)
    .regex(/^[^\n\r]*$/),
]);

const range = z.strictObject({
  from: amount,
  to: amount,
  step: z.number().positive().optional(),
  not: z.union([amount, z.array(amount).max(20)]).optional(),
  apart: z.number().positive().optional(),
});
const oneOf = z.strictObject({ of: z.array(choice).min(1).max(200) });
const shuffled = z.strictObject({ shuffle: z.array(choice).min(2).max(6) });
const entry = z.union([range, oneOf, shuffled, amount]);

/** What a name may stand for. */
export type Value = number | string;
export type Values = Readonly<Record<string, Value>>;

/** One name, or those of a permutation, and what they may be where those above are known. */
export interface Step {
  names: readonly string[];
  /** nothing is drawn: it follows from those above */
  derived: boolean;
  /** each of them a value for each name; none: it cannot be drawn with these */
  candidates(values: Values): readonly (readonly Value[])[];
}

export interface Condition {
  /** the names that have to be known */
  names: readonly string[];
  holds(values: Values): boolean;
}

export interface Parameters {
  steps: readonly Step[];
  conditions: readonly Condition[];
  names: readonly string[];
}

/** What is wrong, and at which path of the block. */
interface ParameterProblem {
  path: readonly (string | number)[];
  code: 'name' | 'twice' | 'form' | 'formula' | 'condition' | 'range' | 'words';
  params: Readonly<Record<string, string | number>>;
}

export type ReadParameters = { ok: true; parameters: Parameters } | { ok: false; problems: ParameterProblem[] };

const NAME = /^[A-Za-z](?:[A-Za-z0-9]*|_[A-Za-z0-9]+)$/;
/** What formulas read as their own. */
const TAKEN = new Set(['e', 'i', 'pi', 'where']);
const MOST_NAMES = 20;
/** More than anybody can mean: a slip of the keyboard. */
const LONGEST_RANGE = 10_000;
/** Equal up to rounding. */
const EPSILON = 1e-9;

/** Reads a block that is parsed already; every problem is told at once. */
export function readParameters(block: Readonly<Record<string, unknown>>): ReadParameters {
  const problems: ParameterProblem[] = [];
  const tell = (path: ParameterProblem['path'], code: ParameterProblem['code'], params = {}): void => {
    problems.push({ path, code, params });
  };
  const steps: Step[] = [];
  /** names that formulas below may use; words cannot be counted with */
  const numbers: string[] = [];
  const names: string[] = [];
  for (const [name, value] of Object.entries(block)) {
    if (name === 'where') continue;
    const read = entry.safeParse(value);
    if (!NAME.test(name) || TAKEN.has(name)) tell([name], 'name', { name });
    else if (!read.success) tell([name], 'form', { name });
    else {
      const made = stepOf(name, read.data, numbers, (path, code, params) => tell([name, ...path], code, params));
      // what is below need not be told that this is missing
      if (made === null) numbers.push(name);
      if (made === null) continue;
      for (const own of made.step.names) if (names.includes(own)) tell([name], 'twice', { name: own });
      names.push(...made.step.names);
      if (made.isNumber) numbers.push(...made.step.names);
      steps.push(made.step);
    }
  }
  if (names.length > MOST_NAMES) tell([], 'range', { most: MOST_NAMES });
  const where = z.array(z.string()).safeParse(block.where ?? []);
  const conditions = (where.success ? where.data : []).flatMap((text, index) => {
    const condition = conditionOf(text, numbers);
    if (condition === null) tell(['where', index], 'condition', { text });
    return condition ?? [];
  });
  if (!where.success) tell(['where'], 'form', { name: 'where' });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, parameters: { steps, conditions, names } };
}

type Tell = (path: (string | number)[], code: ParameterProblem['code'], params?: ParameterProblem['params']) => void;
type Entry = z.infer<typeof entry>;

function stepOf(
  name: string,
  value: Entry,
  known: readonly string[],
  tell: Tell,
): { step: Step; isNumber: boolean } | null {
  const amountOf = (one: z.infer<typeof amount>, path: (string | number)[]): Amount | null => {
    const compiled = compiledAmount(one, known);
    if (compiled === null) tell(path, 'formula', { formula: String(one), known: known.join(', ') });
    return compiled;
  };
  if (typeof value !== 'object') {
    const derived = amountOf(value, []);
    if (derived === null) return null;
    const candidates = (values: Values): Value[][] => finite([derived(values)]);
    return { step: { names: [name], derived: true, candidates }, isNumber: true };
  }
  if ('of' in value) {
    const candidates = value.of.map((one) => [one]);
    return { step: { names: [name], derived: false, candidates: () => candidates }, isNumber: areNumbers(value.of) };
  }
  if ('shuffle' in value) {
    const candidates = permutations(value.shuffle);
    const names = value.shuffle.map((_one, index) => `${name}${index + 1}`);
    return { step: { names, derived: false, candidates: () => candidates }, isNumber: areNumbers(value.shuffle) };
  }
  const [from, to] = [amountOf(value.from, ['from']), amountOf(value.to, ['to'])];
  const excluded = value.not === undefined ? [] : Array.isArray(value.not) ? value.not : [value.not];
  const nots = excluded.map((one) => amountOf(one, ['not']));
  if (from === null || to === null || nots.some((one) => one === null)) return null;
  const { step = 1, apart = 0 } = value;
  if (typeof value.from === 'number' && typeof value.to === 'number') {
    const length = (value.to - value.from) / step;
    if (length < 0 || length > LONGEST_RANGE) {
      tell([], 'range', { from: value.from, to: value.to, most: LONGEST_RANGE });
      return null;
    }
  }
  const candidates = (values: Values): Value[][] => {
    const away = nots.map((one) => one?.(values) ?? Number.NaN);
    const near = (one: number): boolean =>
      away.some((other) => Math.abs(one - other) <= EPSILON || Math.abs(one - other) < apart - EPSILON);
    return finite(stepsFrom(from(values), to(values), step).filter((one) => !near(one)));
  };
  return { step: { names: [name], derived: false, candidates }, isNumber: true };
}

type Amount = (values: Values) => number;

function compiledAmount(one: z.infer<typeof amount>, known: readonly string[]): Amount | null {
  if (typeof one === 'number') return () => one;
  const compiled = compileFormulas([one], known);
  if (!compiled.ok) return null;
  return (values) => compiled.evaluate(known.map((name) => Number(values[name])))[0] ?? Number.NaN;
}

/** from, from + step, … up to `to`, as the decimals that are written: 0.1 + 0.2 is 0.3. */
function stepsFrom(from: number, to: number, step: number): number[] {
  const count = Math.floor((to - from) / step + EPSILON) + 1;
  if (!(count > 0) || count > LONGEST_RANGE) return [];
  const digits = Math.max(decimalsOf(from), decimalsOf(step));
  return Array.from({ length: count }, (_one, index) => Number((from + index * step).toFixed(digits)));
}

function decimalsOf(value: number): number {
  const [, decimals = '', power = '0'] = /^-?\d+(?:\.(\d+))?(?:e([-+]?\d+))?$/.exec(String(value)) ?? [];
  return Math.min(12, Math.max(0, decimals.length - Number(power)));
}

const finite = (values: readonly number[]): Value[][] =>
  values.filter((one) => Number.isFinite(one)).map((one) => [Object.is(one, -0) ? 0 : one]);

const areNumbers = (values: readonly Value[]): boolean => values.every((one) => typeof one === 'number');

function permutations(values: readonly Value[]): Value[][] {
  if (values.length <= 1) return [[...values]];
  return values.flatMap((first, index) => permutations(values.toSpliced(index, 1)).map((rest) => [first, ...rest]));
}

const COMPARED = /^(.+?)\s*(<=|>=|!=|≤|≥|≠|==|<|>|=)\s*(.+)$/s;

function conditionOf(text: string, known: readonly string[]): Condition | null {
  const [, left = '', sign = '', right = ''] = COMPARED.exec(text) ?? [];
  if (sign === '') return null;
  const [one, other] = [compiledAmount(left, known), compiledAmount(right, known)];
  if (one === null || other === null) return null;
  const names = known.filter((name) => mentions(left, name) || mentions(right, name));
  return {
    names,
    holds: (values) => {
      const [a, b] = [one(values), other(values)];
      // what has no value keeps no condition
      if (!Number.isFinite(a) || !Number.isFinite(b)) return false;
      const same = Math.abs(a - b) <= EPSILON * (1 + Math.abs(a) + Math.abs(b));
      switch (sign) {
        case '<':
          return a < b && !same;
        case '>':
          return a > b && !same;
        case '<=':
        case '≤':
          return a < b || same;
        case '>=':
        case '≥':
          return a > b || same;
        case '!=':
        case '≠':
          return !same;
        default:
          return same;
      }
    },
  };
}

/** A name may stand beside others without a sign: only what cannot be in it at all is left out. */
const mentions = (text: string, name: string): boolean => text.includes(name);
