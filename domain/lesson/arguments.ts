/**
 * Arguments of a test as authors write them.
 *
 *     3   "text"   [1, 2]                          a value
 *     { array: [1, 2], integers: true }            a NumPy array (in JavaScript nested arrays)
 *     { formula: [x^2 + y, x*y], of: [x, y] }      a function; one formula without brackets gives a number
 *     { draw: [4, 3], from: -2, to: 2 }            drawn anew for each submission; `draw: number` is a plain number
 */
import { z } from 'zod';
import type { TestArgument } from '../kinds/code/document.ts';
import { identifier } from '../kinds/common/document.ts';
import { numbers, type Plain, plain } from '../kinds/common/plain.ts';
import { checkFormula } from './formulas.ts';
import type { Problems } from './problems.ts';
import { type Path, readMap, type Yaml } from './yaml-block.ts';

const FORMS = {
  array: z.strictObject({ array: numbers, integers: z.boolean().default(false) }),
  formula: z.strictObject({
    formula: z.union([
      z.string(),
      z.number(),
      z
        .array(z.union([z.string(), z.number()]))
        .min(1)
        .max(16),
    ]),
    of: z.array(identifier).min(1).max(16),
  }),
  draw: z.strictObject({
    draw: z.union([z.literal('number'), z.array(z.int().min(1).max(64)).max(3)]),
    from: z.number(),
    to: z.number(),
    integers: z.boolean().default(false),
  }),
  value: z.strictObject({ value: plain }),
} as const;
const NAMES = 'array, formula, draw, value';

/** The argument written at `path`, or null with its problems told. */
export function readArgument(yaml: Yaml, path: Path, written: unknown, problems: Problems): TestArgument | null {
  const value = plain.safeParse(written);
  if (value.success) return { type: 'value', value: value.data };
  if (typeof written !== 'object' || written === null || Array.isArray(written)) {
    problems.add(yaml.spot(path), 'argument.form', { known: NAMES });
    return null;
  }
  if ('array' in written) {
    const read = readMap(FORMS.array, yaml, path, problems);
    return read && { type: 'array', values: read.array, dtype: read.integers ? 'int64' : 'float64' };
  }
  if ('formula' in written) {
    const read = readMap(FORMS.formula, yaml, path, problems);
    if (!read) return null;
    const many = Array.isArray(read.formula);
    const formulas = [read.formula].flat().map(String);
    const spot = yaml.spot([...path, 'formula']);
    for (const formula of formulas) checkFormula(formula, { variables: read.of }, spot, problems);
    return { type: 'formula', formulas, variables: read.of, gives: many ? 'array' : 'number' };
  }
  if ('draw' in written) {
    const read = readMap(FORMS.draw, yaml, path, problems);
    if (!read) return null;
    if (read.from >= read.to)
      problems.add(yaml.spot([...path, 'to']), 'argument.range', { from: read.from, to: read.to });
    const shape = read.draw === 'number' ? [] : read.draw;
    return { type: 'draw', shape, low: read.from, high: read.to, integer: read.integers };
  }
  if ('value' in written) {
    const read = readMap(FORMS.value, yaml, path, problems);
    return read && { type: 'value', value: read.value };
  }
  problems.add(yaml.spot(path), 'argument.form', { known: NAMES });
  return null;
}

/** A plain value, for what a test expects. */
export function readPlain(written: unknown): Plain | undefined {
  const read = plain.safeParse(written);
  return read.success ? read.data : undefined;
}
