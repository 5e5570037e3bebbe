/** Known slips, recognised by trying them with the same machinery: what the answer would be, had that been the mistake. */
import { type CompareOptions, type Comparison, compareTapes } from './compare.ts';
import { differentiate, type Rule } from './differentiate.ts';
import type { Expression } from './expression.ts';
import { lower } from './lower.ts';
import { readExpression } from './read.ts';
import { isRounded } from './rounded.ts';
import { slipRules } from './slip-rules.ts';
import { asWritten, steadyRelation } from './steady.ts';
import { type Tape, TapeBuilder, TapeLimit } from './tape.ts';
import type { MathsTruth } from './truth.ts';

export type Slip = { readonly code: string; readonly params: Readonly<Record<string, string | number>> };

/** A lesson's own slip: a formula that a student may arrive at, and what to say then. */
export type LessonSlip = { readonly expression: string; readonly words: string };

export type SlipCase = {
  readonly truth: MathsTruth;
  readonly answer: Expression;
  /** The tapes that were found to differ. */
  readonly student: Tape;
  readonly expected: Tape;
  readonly options: CompareOptions;
  readonly lesson: readonly LessonSlip[];
};

/** The first slip that explains the answer, most telling first; undefined where none does. */
export function findSlip(found: SlipCase, comparison: Comparison): Slip | undefined {
  const { student, expected, options, truth } = found;
  const is = (candidate: Tape | undefined): boolean =>
    candidate !== undefined && compareTapes(student, candidate, options).verdict === 'equal';
  for (const { expression, words } of found.lesson)
    if (is(plainTape(expression, options.variables))) return { code: 'lesson', params: { words } };
  if (is(negated(expected))) return { code: 'sign', params: {} };
  const special =
    'derivativeOf' in truth ? ofDerivative(found, truth.derivativeOf, truth.by, is) : ofAntiderivative(found);
  if (special !== undefined) return special;
  if (isRounded(found.answer, student, expected, options)) return rounded(options.allowed);
  const { ratio, difference } = steadyRelation(student, expected, options);
  const factor = ratio === undefined ? undefined : asWritten(ratio);
  if (factor !== undefined && factor !== '1') return { code: 'factor', params: { factor } };
  if (difference !== undefined) return { code: 'constant-off', params: { constant: asWritten(difference) } };
  // to multiply it by 1 would help nobody
  if (factor !== undefined) return { code: 'nearly', params: {} };
  if (compareTapes(productOf(student, expected), ONE, options).verdict === 'equal')
    return { code: 'reciprocal', params: {} };
  return positiveOnly(found, comparison);
}

/** Where so many decimals are enough, nobody is told to give the exact value. */
function rounded(allowed: number): Slip {
  if (allowed === 0) return { code: 'rounded', params: {} };
  return { code: 'rounded-too-far', params: { decimals: Math.round(-Math.log10(2 * allowed)) } };
}

function ofDerivative(
  found: SlipCase,
  formula: string,
  by: string,
  is: (tape: Tape | undefined) => boolean,
): Slip | undefined {
  const { variables } = found.options;
  if (is(plainTape(formula, variables))) return { code: 'the-function-itself', params: {} };
  for (const name of variables) {
    if (name !== by && is(derivativeTape(formula, variables, [name])))
      return { code: 'other-variable', params: { name, by } };
  }
  for (const { code, rule } of slipRules)
    if (is(derivativeTape(formula, variables, [by], rule))) return { code, params: {} };
  if (is(derivativeTape(formula, variables, [by, by]))) return { code: 'second-derivative', params: {} };
  const original = plainTape(formula, variables);
  const slope = derivativeOf(found.answer, by);
  if (original === undefined || slope === undefined) return undefined;
  return compareTapes(slope, original, found.options).verdict === 'equal'
    ? { code: 'antiderivative', params: {} }
    : undefined;
}

/** Where an antiderivative is asked for: the integrand handed back, or differentiated instead. */
function ofAntiderivative(found: SlipCase): Slip | undefined {
  const { truth, options } = found;
  if (!('expected' in truth) || truth.upToConstant !== true || truth.by === undefined) return undefined;
  const builder = new TapeBuilder();
  const answer = builder.finish(lower(found.answer, builder));
  if (compareTapes(answer, found.expected, options).verdict === 'equal') return { code: 'integrand', params: {} };
  const second = derivativeTape(truth.expected, options.variables, [truth.by, truth.by]);
  return second !== undefined && compareTapes(answer, second, options).verdict === 'equal'
    ? { code: 'derivative', params: {} }
    : undefined;
}

/** Right where one variable is positive: x for |x|. */
function positiveOnly(found: SlipCase, comparison: Comparison): Slip | undefined {
  const point = comparison.witness?.point;
  for (const name of found.options.variables) {
    if (found.options.positive.includes(name)) continue;
    const options = { ...found.options, positive: [...found.options.positive, name] };
    if (compareTapes(found.student, found.expected, options).verdict !== 'equal') continue;
    const value = point?.get(name);
    return {
      code: 'positive-only',
      params: { name, value: value !== undefined && value < 0 ? Number(value.toPrecision(6)) : -1 },
    };
  }
  return undefined;
}

function plainTape(text: string, variables: readonly string[]): Tape | undefined {
  return derivativeTape(text, variables, []);
}

/** The tape of a formula differentiated by the given variables in turn, by the right rule or a wrong one. */
function derivativeTape(
  text: string,
  variables: readonly string[],
  by: readonly string[],
  rule?: Rule,
): Tape | undefined {
  const reading = readExpression(text, { variables, unasked: true });
  if (!reading.ok) return undefined;
  return attempt((builder) => {
    const root = lower(reading.tree, builder);
    const result = by.reduce((node, name) => differentiate(builder, node, name, rule), root);
    return builder.finish(result, [root]);
  });
}

function derivativeOf(answer: Expression, by: string): Tape | undefined {
  return attempt((builder) => {
    const root = lower(answer, builder);
    return builder.finish(differentiate(builder, root, by), [root]);
  });
}

function attempt(make: (builder: TapeBuilder) => Tape): Tape | undefined {
  try {
    return make(new TapeBuilder());
  } catch (failure) {
    if (failure instanceof TapeLimit) return undefined;
    throw failure;
  }
}

function negated(tape: Tape): Tape {
  return { nodes: [...tape.nodes, { op: 'neg', a: tape.root }], root: tape.nodes.length };
}

const ONE: Tape = { nodes: [{ op: 'number', value: 1, digits: '1' }], root: 0 };

/** The product of two tapes: unlike a quotient it has a value wherever both have, zero included. */
function productOf(left: Tape, right: Tape): Tape {
  const start = left.nodes.length;
  const moved = right.nodes.map((node) =>
    'b' in node
      ? { ...node, a: node.a + start, b: node.b + start }
      : 'a' in node
        ? { ...node, a: node.a + start }
        : node,
  );
  const nodes = [...left.nodes, ...moved, { op: 'mul', a: left.root, b: right.root + start } as const];
  return { nodes, root: nodes.length - 1 };
}
