/** What can be drawn in a plane, by the key that names it. */
import { z } from 'zod';
import { formula, label, name, place } from './parts.ts';

/** What every mark may say; `hidden` and `dashed` are conditions. */
export const common = {
  label: label.optional(),
  role: z.enum(['accent', 'second', 'quiet', 'right', 'wrong']).optional(),
  dashed: z.union([z.boolean(), formula]).optional(),
  hidden: formula.optional(),
  /** a table of numbers: the mark is drawn for each of its rows, whose columns are names in its formulas */
  each: name.optional(),
};
const shape = z.enum(['dot', 'ring', 'cross', 'square']);

export const MARKS = {
  curve: z.strictObject({
    ...common,
    curve: z.union([
      /** `y` of x, between `from` and `to` where they are given */
      z.strictObject({ y: formula, from: z.number().optional(), to: z.number().optional() }),
      /** a place of t */
      z.strictObject({ at: place, from: z.number(), to: z.number() }),
    ]),
    /** x at which its tangent is drawn */
    tangent: formula.optional(),
  }),
  contours: z.strictObject({
    ...common,
    contours: formula,
    levels: z.union([z.array(formula).min(1).max(40), formula]).optional(),
    count: z.number().int().min(1).max(40).optional(),
    shade: z.boolean().optional(),
    /** writes its level on each line */
    numbers: z.boolean().optional(),
  }),
  field: z.strictObject({
    ...common,
    field: place,
    spacing: z.number().positive(),
    scale: z.number().positive().default(1),
  }),
  point: z.strictObject({ ...common, point: place, shape: shape.default('dot') }),
  /** each row of a table of numbers; `shape` is a column or formula: 0 a ring, anything else a dot */
  points: z.strictObject({ ...common, points: name, at: formula.optional(), shape: formula.optional() }),
  arrow: z.strictObject({
    ...common,
    arrow: z.union([
      z.strictObject({ from: place.optional(), to: place }),
      z.strictObject({ from: place.optional(), along: place }),
    ]),
  }),
  line: z.strictObject({
    ...common,
    line: z.union([z.strictObject({ through: z.tuple([place, place]) }), z.strictObject({ where: formula })]),
  }),
  /** `square` draws the square that stands on it */
  segment: z.strictObject({
    ...common,
    segment: z.strictObject({ from: place, to: place }),
    square: z.boolean().optional(),
  }),
  path: z.strictObject({ ...common, path: place, upto: formula.optional(), numbered: z.boolean().optional() }),
  area: z.strictObject({
    ...common,
    area: z.union([z.strictObject({ where: formula }), z.strictObject({ corners: z.array(place).min(3).max(40) })]),
  }),
  /** the squares of the plane, and a flag on them, moved by a matrix of two rows and two columns */
  grid: z.strictObject({ ...common, grid: formula, picture: z.enum(['none', 'flag']).default('none') }),
  text: z.strictObject({ ...common, text: z.strictObject({ at: place, value: label }) }),
} as const;
type MarkKind = keyof typeof MARKS;
export const mark = z.union(Object.values(MARKS));
export type Mark = z.infer<typeof mark>;
export type MarkOf<K extends MarkKind> = z.infer<(typeof MARKS)[K]>;
