/**
 * What a test expects, as authors write it.
 *
 *     2.4   [2.4, 3.2]   { value: solution }       a value
 *     solution                                     what the lesson's own solution gives
 *     jacobian   gradient                          of the formula among the arguments, at the other one
 *     { jacobian: 0, at: 1 }                       the same, with positions of the arguments told
 *     { gradients: sum((W x + b)^2), of: [W, x, b] }   derivatives of a formula over the arguments, which `of` names in order
 *     { shapes: [[4, 3], [2]] }                    only the shapes
 */
import { z } from 'zod';
import type { Expectation, TestArgument } from '../kinds/code/document.ts';
import { plain } from '../kinds/common/plain.ts';
import { readPlain } from './arguments.ts';
import type { Place } from './expectation-place.ts';
import { MATRIX_FORMS, readMatrixExpectation } from './matrix-expectation.ts';
import { readMap } from './yaml-block.ts';

const position = z.int().min(0).max(7);
const FORMS = {
  jacobian: z.strictObject({ jacobian: position, at: position }),
  gradient: z.strictObject({ gradient: position, at: position }),
  shapes: z.strictObject({ shapes: z.array(z.array(z.int().min(0))).min(1) }),
  value: z.strictObject({ value: plain }),
} as const;
const NAMES = 'solution, jacobian, gradient, { gradients: … }, { formula: … }, { shapes: … }, { value: … }';

/** The expectation written at `place.path`, or null with its problems told. */
export function readExpectation(written: unknown, place: Place): Expectation | null {
  const { yaml, path, problems } = place;
  if (written === 'solution') return { type: 'solution' };
  if (written === 'jacobian' || written === 'gradient') return derivativeOfArguments(written, place);
  const value = readPlain(written);
  if (value !== undefined) return { type: 'value', value };
  if (typeof written === 'object' && written !== null) {
    for (const form of MATRIX_FORMS)
      if (form in written && (form !== 'jacobian' || 'of' in written)) return readMatrixExpectation(form, place);
    if ('jacobian' in written) {
      const read = readMap(FORMS.jacobian, yaml, path, problems);
      return read && derivative('jacobian', read.jacobian, read.at, place);
    }
    if ('gradient' in written) {
      const read = readMap(FORMS.gradient, yaml, path, problems);
      return read && derivative('gradient', read.gradient, read.at, place);
    }
    if ('shapes' in written) {
      const read = readMap(FORMS.shapes, yaml, path, problems);
      return read && { type: 'shapes', shapes: read.shapes };
    }
    if ('value' in written) {
      const read = readMap(FORMS.value, yaml, path, problems);
      return read && { type: 'value', value: read.value };
    }
  }
  problems.add(yaml.spot(path), 'expect.form', { known: NAMES });
  return null;
}

function derivativeOfArguments(gives: 'jacobian' | 'gradient', place: Place): Expectation | null {
  const of = place.arguments.findIndex((argument) => argument.type === 'formula');
  const at = place.arguments.findIndex((argument) => argument.type !== 'formula');
  return derivative(gives, of, at, place);
}

/** A derivative fits when `of` is a formula of the right sort and `at` has a number for each of its variables. */
function derivative(gives: 'jacobian' | 'gradient', of: number, at: number, place: Place): Expectation | null {
  const formula = place.arguments[of];
  const point = place.arguments[at];
  const spot = place.yaml.spot(place.path);
  if (formula?.type !== 'formula' || point === undefined || point.type === 'formula') {
    place.problems.add(spot, 'expect.derivative', { gives });
    return null;
  }
  if ((gives === 'gradient') !== (formula.gives === 'number')) {
    place.problems.add(spot, 'expect.formulaSort', { gives });
    return null;
  }
  const size = lengthOf(point);
  if (size !== formula.variables.length) {
    place.problems.add(spot, 'expect.size', { variables: formula.variables.length, found: size ?? 0 });
    return null;
  }
  return { type: 'derivative', of, at, gives };
}

function lengthOf(point: TestArgument): number | undefined {
  if (point.type === 'draw') return point.shape.length === 1 ? point.shape[0] : undefined;
  const values = point.type === 'array' ? point.values : point.type === 'value' ? point.value : undefined;
  return Array.isArray(values) ? values.length : undefined;
}
