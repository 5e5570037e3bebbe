/**
 * Expectations by a formula of matrices, as authors write them; shapes are checked here, before any student is.
 *
 *     { gradients: "sum((W x + b)^2)", of: [W, x, b] }                        by all that are named, as a tuple
 *     { gradients: x w + b, of: [x, w, b, g], by: [x, w, b], upstream: g }    a vector-Jacobian product
 *     { gradients: mse(X w, y), of: [X, w, y], by: w }                        one, alone
 *     { jacobian: tanh(W x), of: [W, x], by: x }                              an m×n matrix
 *     { formula: X W + b, of: [X, W, b] }                                     the value itself
 */
import { z } from 'zod';
import { rectangleOf } from '../judging/inputs.ts';
import { tensorOf } from '../judging/matrix-truth.ts';
import type { Expectation, TestArgument } from '../kinds/code/document.ts';
import { identifier } from '../kinds/common/document.ts';
import { compileMatrixFormula, shapeText } from '../maths/matrix-formula.ts';
import type { Place } from './expectation-place.ts';
import { readMap } from './yaml-block.ts';

export const MATRIX_FORMS = ['gradients', 'jacobian', 'formula'] as const;
type Form = (typeof MATRIX_FORMS)[number];

const formula = z.string().min(1).max(2_000);
const of = z.array(identifier.nullable()).min(1).max(8);
const names = z.union([identifier, z.array(identifier).min(1).max(8)]);
const SCHEMAS = {
  gradients: z.strictObject({ gradients: formula, of, by: names.optional(), upstream: identifier.optional() }),
  jacobian: z.strictObject({ jacobian: formula, of, by: identifier }),
  formula: z.strictObject({ formula, of }),
} as const;

type Written = {
  formula: string;
  of: (string | null)[];
  by: string | string[] | undefined;
  upstream: string | undefined;
};

function readForm(form: Form, { yaml, path, problems }: Place): Written | null {
  const nothing = { by: undefined, upstream: undefined };
  if (form === 'gradients') {
    const read = readMap(SCHEMAS.gradients, yaml, path, problems);
    return read && { formula: read.gradients, of: read.of, by: read.by, upstream: read.upstream };
  }
  if (form === 'jacobian') {
    const read = readMap(SCHEMAS.jacobian, yaml, path, problems);
    return read && { ...nothing, formula: read.jacobian, of: read.of, by: read.by };
  }
  const read = readMap(SCHEMAS.formula, yaml, path, problems);
  return read && { ...nothing, formula: read.formula, of: read.of };
}

/** Null, with its problems told, where formula, names and the arguments' shapes do not fit. */
export function readMatrixExpectation(form: Form, place: Place): Expectation | null {
  const { yaml, path, problems, arguments: given } = place;
  const read = readForm(form, place);
  if (!read) return null;
  const tell = (code: string, params: Record<string, string | number>, key: string = form): null => {
    problems.add(yaml.spot([...path, key]), `matrix.${code}`, params);
    return null;
  };
  if (read.of.length !== given.length) return tell('names', { arguments: given.length, found: read.of.length }, 'of');
  const shapes = new Map<string, readonly number[]>();
  for (const [index, name] of read.of.entries()) {
    const argument = given[index];
    if (name === null || argument === undefined) continue;
    if (shapes.has(name)) return tell('twice', { name }, 'of');
    const shape = shapeOf(argument);
    if (shape === null) return tell('numbers', { name }, 'of');
    shapes.set(name, shape);
  }
  const known = [...shapes.keys()];
  const compiled = compileMatrixFormula(read.formula, shapes);
  if (!compiled.ok) return tell(compiled.problem.code, { at: compiled.problem.at + 1, ...compiled.problem.params });
  const by = [read.by ?? known.filter((name) => name !== read.upstream)].flat();
  const stranger = by.find((name) => !shapes.has(name));
  if (form !== 'formula' && stranger !== undefined)
    return tell('by', { name: stranger, known: known.join(', ') }, 'by');
  if (form === 'gradients') {
    const upstream = read.upstream === undefined ? [] : shapes.get(read.upstream);
    if (upstream === undefined) return tell('by', { name: read.upstream ?? '', known: known.join(', ') }, 'upstream');
    if (upstream.join() !== compiled.shape.join())
      return read.upstream === undefined
        ? tell('result', { shape: shapeText(compiled.shape) })
        : tell('upstream', { found: shapeText(upstream), expected: shapeText(compiled.shape) }, 'upstream');
  }
  return {
    type: 'matrix',
    formula: read.formula,
    names: read.of,
    gives: form === 'formula' ? 'value' : form,
    by: form === 'formula' ? [] : by,
    alone: typeof read.by === 'string',
    upstream: read.upstream,
  };
}

/** The shape that an argument has in every draw; null: it is no numbers. */
function shapeOf(argument: TestArgument): readonly number[] | null {
  switch (argument.type) {
    case 'draw':
      return argument.shape;
    case 'array':
      return rectangleOf(argument.values)?.shape ?? null;
    case 'value':
      return tensorOf({ type: 'value', value: argument.value })?.shape ?? null;
    case 'formula':
      return null;
  }
}
