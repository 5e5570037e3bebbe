/**
 * A figure as data: controls that a reader moves, what follows from them, and views that show one state of it side by side.
 * This is the stored form: formulas are texts (domain/maths/matrix-parse.ts, grammar `figure`), labels are HTML.
 */
import { z } from 'zod';

/** A name of a formula. */
export const name = z.string().regex(/^\p{L}[\p{L}\p{Nd}_]{0,19}$/u);
const LONGEST = 400;
/** A formula; authors write numbers as numbers. */
export const formula = z.union([z.number(), z.string().min(1).max(LONGEST)]).transform(String);
/** A point or arrow: two formulas, or one for both. */
const place = z.union([formula, z.tuple([formula, formula])]);
const html = z.string().max(20_000);
const label = html.optional();

const slider = z.strictObject({
  slider: name,
  label,
  from: z.number(),
  to: z.number(),
  step: z.number().positive().optional(),
  at: z.number(),
  scale: z.enum(['linear', 'log']).default('linear'),
});
const range = z.tuple([z.number(), z.number()]);
const point = z.strictObject({
  point: name,
  label,
  /** the plane in which it is dragged */
  in: name,
  at: range,
  within: z.tuple([range, range]),
  snap: z.number().positive().default(0.1),
});
const choice = z.strictObject({
  choice: name,
  label,
  options: z.record(z.string().min(1).max(40), z.union([z.number(), z.array(z.number()).min(1).max(40)])),
  at: z.string(),
});
/** Longest sequence, which is also the most steps of a run. */
const MOST_STEPS = 2_000;
const steps = z.strictObject({ steps: name, label, to: z.number().int().min(1).max(MOST_STEPS) });

const data = z.strictObject({
  columns: z.array(name).min(1).max(8),
  values: z.array(z.array(z.number()).min(1).max(8)).min(1).max(200),
});

const run = z.strictObject({
  run: name,
  from: z.record(name, formula),
  /** a rule of its own for each of its names */
  next: z.record(name, formula).optional(),
  /** of one vector `w`: a formula of w_1, w_2, …, whose gradient is gone down */
  loss: formula.optional(),
  rate: formula.optional(),
  /** how much of the step before is kept (momentum) */
  beta: formula.optional(),
  steps: z.number().int().min(1).max(MOST_STEPS),
});

/** What every mark may say; `hidden` and `dashed` are conditions. */
const common = {
  label,
  role: z.enum(['accent', 'second', 'quiet', 'right', 'wrong']).optional(),
  dashed: z.union([z.boolean(), formula]).optional(),
  hidden: formula.optional(),
};
const shape = z.enum(['dot', 'ring', 'cross', 'square']);
/** What can be drawn in a plane, by the key that names it. */
export const MARKS = {
  curve: z.strictObject({
    ...common,
    curve: z.union([z.strictObject({ y: formula }), z.strictObject({ at: place, from: z.number(), to: z.number() })]),
  }),
  contours: z.strictObject({
    ...common,
    contours: formula,
    levels: z.array(z.number()).min(1).max(40).optional(),
    count: z.number().int().min(1).max(40).optional(),
    shade: z.boolean().optional(),
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
    arrow: z.strictObject({ from: place.optional(), to: place.optional(), along: place.optional() }),
  }),
  line: z.strictObject({
    ...common,
    line: z.union([z.strictObject({ through: z.tuple([place, place]) }), z.strictObject({ where: formula })]),
  }),
  segment: z.strictObject({ ...common, segment: z.strictObject({ from: place, to: place }) }),
  path: z.strictObject({ ...common, path: place, upto: formula.optional(), numbered: z.boolean().optional() }),
  area: z.strictObject({
    ...common,
    area: z.union([z.strictObject({ where: formula }), z.strictObject({ corners: z.array(place).min(3).max(40) })]),
  }),
  text: z.strictObject({ ...common, text: z.strictObject({ at: place, value: html }) }),
} as const;
export type MarkKind = keyof typeof MARKS;
const mark = z.union(Object.values(MARKS));

const axis = z.strictObject({
  from: z.number(),
  to: z.number(),
  label,
  scale: z.enum(['linear', 'log']).default('linear'),
});
export const VIEWS = {
  plane: z.strictObject({
    plane: name,
    label,
    x: axis,
    y: axis,
    equal: z.boolean().default(false),
    draw: z.array(mark).min(1).max(24),
  }),
  table: z.strictObject({
    table: name,
    label,
    columns: z
      .array(z.strictObject({ head: html, of: formula, digits: z.number().int().min(0).max(12).default(3) }))
      .min(1)
      .max(8),
    upto: formula.optional(),
  }),
  bars: z.strictObject({
    bars: name,
    label,
    items: z
      .array(z.strictObject({ label: html, value: formula }))
      .min(1)
      .max(20),
    from: z.number(),
    to: z.number(),
  }),
} as const;
export type ViewKind = keyof typeof VIEWS;
export const CONTROLS = { slider, point, choice, steps } as const;
export type ControlKind = keyof typeof CONTROLS;

/** `f(a, b) = …` or `c = …`, taken apart. */
const definition = z.strictObject({ name, params: z.array(name).max(6).nullable(), of: formula });

export const drawnFigure = z.strictObject({
  /** its accessible name, as text */
  title: z.string().min(1).max(200),
  /** what to look for; HTML */
  ask: label,
  /** what it shows now, with formulas in braces: `At {w} the loss is {L(w)}` */
  say: z.string().min(1).max(600),
  controls: z.array(z.union([slider, point, choice, steps])).max(8),
  data: z.record(name, data),
  define: z.array(definition).max(40),
  runs: z.array(run).max(4),
  views: z
    .array(z.union([VIEWS.plane, VIEWS.table, VIEWS.bars]))
    .min(1)
    .max(4),
  readouts: z
    .array(z.strictObject({ head: html, of: formula, digits: z.number().int().min(0).max(12).default(3) }))
    .max(6),
});
export type DrawnFigure = z.infer<typeof drawnFigure>;
export type Control = DrawnFigure['controls'][number];
export type View = DrawnFigure['views'][number];
export type PlaneView = z.infer<typeof VIEWS.plane>;
export type Mark = PlaneView['draw'][number];
export type Place = z.infer<typeof place>;
