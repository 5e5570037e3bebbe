/**
 * `matrix`: a vector or a matrix that is told, or that the checker works out from a formula.
 *
 *     ```yaml answer
 *     matrix: "[2x, 2y; 0, 1]"                                one of these four
 *     gradient: { of: x^2 + y^2, by: [x, y] }                 a column
 *     jacobian: { of: [x^2*y, y*z], by: [x, y, z] }           a row for each formula, a column for each variable
 *     hessian: { of: x^2*y, by: [x, y] }
 *     variables: [x, y]                                       where it is no derivative
 *     shape: free                                             its student says how large it is
 *     either: true                                            a row will do for a column
 *     decimals: 2
 *     strict: true
 *     ```
 */
import { z } from 'zod';
import { pointsAttribute } from '../../lesson/attributes.ts';
import { requiredFence } from '../../lesson/fences.ts';
import { checkFormula } from '../../lesson/formulas.ts';
import { contentSpot, type Path, readMap, readYaml, type Yaml } from '../../lesson/yaml-block.ts';
import { truthTape } from '../../maths/check.ts';
import { tapeText } from '../../maths/tape-text.ts';
import type { MathsTruth } from '../../maths/truth.ts';
import { identifier } from '../common/document.ts';
import { eulerInPlay } from '../common/euler.ts';
import type { KindReader, Workshop } from '../reader.ts';
import { matrixChecking } from './document.ts';
import { parseMatrix } from './parse.ts';
import { MOST, shapeIn } from './places.ts';

const formula = z.union([z.string().min(1), z.number()]);
const by = z.array(identifier).min(1).max(MOST);
const FORMS = ['matrix', 'gradient', 'jacobian', 'hessian'] as const;
const written = z.strictObject({
  matrix: z.union([z.string().min(1), z.array(z.array(formula).min(1).max(MOST)).min(1).max(MOST)]).optional(),
  gradient: z.strictObject({ of: formula, by }).optional(),
  jacobian: z.strictObject({ of: z.array(formula).min(1).max(MOST), by }).optional(),
  hessian: z.strictObject({ of: formula, by }).optional(),
  variables: z.array(identifier).max(16).optional(),
  positive: z.array(identifier).default([]),
  euler: z.boolean().optional(),
  shape: z.literal('free').optional(),
  either: z.boolean().optional(),
  ...matrixChecking.shape,
});
type Written = z.infer<typeof written>;

/** A formula of the author, and where it is written. */
interface Source {
  text: string;
  path: Path;
  /** a number of YAML's own leaves no doubt */
  plain: boolean;
}

export const matrixReader: KindReader<'matrix'> = {
  attributes: ['points'],
  fences: ['answer'],
  seconds: 90,
  read(shop, fields, key) {
    const { directive, problems } = shop;
    const points = pointsAttribute(directive, problems);
    const fence = requiredFence(directive, 'answer', problems);
    const yaml = fence && readYaml(fence.value, contentSpot(fence), problems);
    const read = yaml && readMap(written, yaml, [], problems);
    if (!yaml || !read) return null;
    const found = FORMS.filter((form) => read[form] !== undefined);
    const [form] = found;
    if (form === undefined || found.length > 1) {
      problems.add(yaml.spot(found[1] === undefined ? [] : [found[1]]), 'matrix-answer.one');
      return null;
    }
    const names = read.variables ?? derivedBy(read) ?? [];
    const { euler, decimals, strict } = read;
    const reading = { variables: names, euler: eulerInPlay({ ...fields, ...(euler === undefined ? {} : { euler }) }) };
    checkNames(read, form, names, yaml, shop);
    const entries = entriesOf(read, names, yaml, shop, ({ text, path, plain }) => {
      if (!plain) checkFormula(text, reading, yaml.spot(path), problems);
    });
    if (entries === null) return null;
    const checking = { ...(decimals === undefined ? {} : { decimals }), ...(strict === undefined ? {} : { strict }) };
    return {
      kind: 'matrix',
      ...fields,
      points,
      variables: names,
      positive: read.positive,
      ...(euler === undefined ? {} : { euler }),
      shape: read.shape === 'free' ? null : shapeIn(entries),
      key: {
        ...key,
        entries,
        ...(Object.keys(checking).length === 0 ? {} : { checking }),
        ...(read.either === undefined ? {} : { either: read.either }),
      },
    };
  },
};

const derivedBy = ({ gradient, jacobian, hessian }: Written): string[] | undefined =>
  (gradient ?? jacobian ?? hessian)?.by;

function checkNames(read: Written, form: (typeof FORMS)[number], names: readonly string[], yaml: Yaml, shop: Workshop) {
  const told = [
    ...read.positive.map((variable) => ({ variable, path: ['positive'] })),
    ...(derivedBy(read) ?? []).map((variable) => ({ variable, path: [form, 'by'] })),
  ];
  for (const { variable, path } of told)
    if (!names.includes(variable))
      shop.problems.add(yaml.spot(path), 'maths-part.variable', { variable, known: names.join(', ') });
}

/** The truths, row by row; null, with its problems told, where there are none. @param look at each formula as it was written */
function entriesOf(
  { matrix, gradient, jacobian, hessian }: Written,
  names: readonly string[],
  yaml: Yaml,
  { problems }: Workshop,
  look: (source: Source) => void,
): MathsTruth[][] | null {
  const seen = (value: string | number, path: Path): string => {
    look({ text: String(value), path, plain: typeof value === 'number' });
    return String(value);
  };
  if (gradient !== undefined) {
    const derivativeOf = seen(gradient.of, ['gradient', 'of']);
    return gradient.by.map((name) => [{ derivativeOf, by: name }]);
  }
  if (jacobian !== undefined)
    return jacobian.of.map((one, index) => {
      const derivativeOf = seen(one, ['jacobian', 'of', index]);
      return jacobian.by.map((name) => ({ derivativeOf, by: name }));
    });
  if (hessian !== undefined) {
    const derivativeOf = seen(hessian.of, ['hessian', 'of']);
    if (!problems.none) return null;
    const slopes = hessian.by.map((name) => {
      const tape = truthTape({ derivativeOf, by: name }, names);
      return tape && tapeText(tape);
    });
    if (slopes.includes(undefined)) {
      problems.add(yaml.spot(['hessian', 'of']), 'matrix-answer.hessian');
      return null;
    }
    return slopes.map((slope) => hessian.by.map((name) => ({ derivativeOf: slope ?? '', by: name })));
  }
  if (typeof matrix === 'string') {
    const parsed = parseMatrix(matrix);
    if (!parsed.ok) {
      problems.add(yaml.spot(['matrix']), `matrix-answer.${parsed.why}`, { row: parsed.row, most: MOST });
      return null;
    }
    return parsed.entries.map((row) => row.map((text) => ({ expected: seen(text, ['matrix']) })));
  }
  const rows = matrix ?? [];
  const odd = rows.findIndex((row) => row.length !== rows[0]?.length);
  if (odd > 0) {
    problems.add(yaml.spot(['matrix', odd]), 'matrix-answer.ragged', { row: odd + 1, most: MOST });
    return null;
  }
  return rows.map((row, i) => row.map((one, j) => ({ expected: seen(one, ['matrix', i, j]) })));
}
