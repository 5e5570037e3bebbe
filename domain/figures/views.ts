/** What shows the state of a figure: planes, space, bars, tables, graphs of a calculation, networks. */
import { z } from 'zod';
import { common, mark } from './marks.ts';
import { axis, digits, formula, label, name, place3, readout } from './parts.ts';

const plane = z.strictObject({
  plane: name,
  label: label.optional(),
  x: axis,
  y: axis,
  /** one unit is as long both ways */
  equal: z.boolean().default(false),
  /** none: an empty plane, for what is put into it */
  draw: z.array(mark).max(24),
});

/** What can be drawn in space, by the key that names it. */
export const SOLIDS = {
  /** z of x and y */
  surface: z.strictObject({ ...common, surface: formula }),
  /** a flat piece by its corners, in their order */
  sheet: z.strictObject({ ...common, sheet: z.array(place3).min(3).max(8) }),
  point: z.strictObject({ ...common, point: place3 }),
  arrow: z.strictObject({ ...common, arrow: z.strictObject({ from: place3.optional(), to: place3 }) }),
  segment: z.strictObject({ ...common, segment: z.strictObject({ from: place3, to: place3 }) }),
  /** three lists of numbers, or rows of three */
  path: z.strictObject({ ...common, path: place3, upto: formula.optional() }),
} as const;
const solid = z.union(Object.values(SOLIDS));
export type Solid = z.infer<typeof solid>;
const linear = axis.omit({ scale: true });
const space = z.strictObject({
  space: name,
  label: label.optional(),
  x: linear,
  y: linear,
  z: linear,
  draw: z.array(solid).min(1).max(12),
});

const table = z.strictObject({
  table: name,
  label: label.optional(),
  /** lists of numbers side by side … */
  columns: z.array(readout).min(1).max(8).optional(),
  /** … or a matrix, with names of its rows and heads of its columns */
  matrix: formula.optional(),
  names: z.array(label).max(40).optional(),
  heads: z.array(label).max(12).optional(),
  digits,
  /** the last row that is shown, counted from 0 */
  upto: formula.optional(),
  /** a condition in i and j, row and column from 1 */
  highlight: formula.optional(),
  /** shows what its columns come to */
  sum: z.boolean().default(false),
  /** lines that are kept free for it: found when it is compiled */
  room: z.number().int().min(1).default(1),
});

const bars = z.strictObject({
  bars: name,
  label: label.optional(),
  items: z
    .array(z.strictObject({ label, value: formula, beside: formula.optional() }))
    .min(1)
    .max(24),
  /** what `value` and `beside` are called, where there are two */
  pairs: z.tuple([label, label]).optional(),
  from: z.number(),
  to: z.number(),
  digits,
});

/** How the nodes of a graph lie, from left to right and from top to bottom: found when it is compiled. */
const layout = z.record(z.string(), z.strictObject({ x: z.number(), y: z.number() }));
const graph = z.strictObject({
  graph: name,
  label: label.optional(),
  /** `name = formula`, each over names before it; the last is what is differentiated */
  nodes: z
    .array(z.strictObject({ name, of: formula, label: label.optional() }))
    .min(1)
    .max(24),
  /** names that it begins with */
  inputs: z.array(name).min(1).max(16),
  labels: z.record(z.string(), label).optional(),
  show: z.array(z.enum(['values', 'gradients', 'slopes', 'shapes'])).default(['values']),
  /** how many nodes have their values, and from the end their gradients */
  forward: formula.optional(),
  backward: formula.optional(),
  /** a route that lights up: names in their order, by a condition */
  routes: z
    .array(z.strictObject({ through: z.array(name).min(2).max(24), when: formula }))
    .max(8)
    .optional(),
  digits,
  layout: z.strictObject({ wide: layout, tall: layout }).default({ wide: {}, tall: {} }),
});

const network = z.strictObject({
  network: name,
  label: label.optional(),
  layers: z.array(z.number().int().min(1).max(8)).min(2).max(5),
  /** names of its units, layer by layer */
  names: z.array(z.array(label)).optional(),
  /** for each gap a matrix, inputs in rows */
  weights: z.array(formula).optional(),
  /** for each layer a vector, or a matrix of which `row` is shown */
  values: z.array(formula).optional(),
  gradients: z.array(formula).optional(),
  row: formula.optional(),
  /** for each layer a vector: units that are off */
  hatched: z.array(formula).optional(),
  /** how bright the lamp at the end is, from 0 to 1 */
  lamp: formula.optional(),
  forward: formula.optional(),
  backward: formula.optional(),
  digits,
});

export const VIEWS = { plane, space, table, bars, graph, network } as const;
export type ViewKind = keyof typeof VIEWS;
export const view = z.union(Object.values(VIEWS));
export type View = z.infer<typeof view>;
export type ViewOf<K extends ViewKind> = z.infer<(typeof VIEWS)[K]>;
export type PlaneView = ViewOf<'plane'>;
