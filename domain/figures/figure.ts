/**
 * A figure as data: controls that a reader moves, what follows from them, and views that show one state of it side by side.
 * This is the stored form: formulas are texts (domain/maths/matrix-parse.ts, grammar `figure`), labels are HTML.
 */
import { z } from 'zod';
import { control, MOST_STEPS } from './controls.ts';
import { formula, label, name, readout } from './parts.ts';
import { view } from './views.ts';

export const data = z.strictObject({
  columns: z.array(name).min(1).max(8),
  values: z.array(z.array(z.number()).min(1).max(8)).min(1).max(200),
  /** whether its rows may be dragged in the first plane that shows them: the first two columns move */
  drag: z.enum(['none', 'x', 'y', 'both']).default('none'),
});

export const run = z.strictObject({
  run: name,
  from: z.record(name, formula),
  /** a rule of its own for each of its names */
  next: z.record(name, formula).optional(),
  /** a number whose gradient is gone down: over its names, or over the entries `w_1`, `w_2` of one of them */
  loss: formula.optional(),
  rate: formula.optional(),
  /** how much of the step before is kept (momentum) */
  beta: formula.optional(),
  /** steps by some rows at a time: `loss` is then that of one row, over the columns of the table */
  rows: z
    .strictObject({
      of: name,
      batch: formula.default('1'),
      order: z.enum(['given', 'shuffled']).default('given'),
      seed: formula.default('1'),
    })
    .optional(),
  steps: z.number().int().min(1).max(MOST_STEPS),
});

/** `f(a, b) = …` or `c = …`, taken apart. */
export const definition = z.strictObject({ name, params: z.array(name).max(6).nullable(), of: formula });

/** Most of each. */
export const MOST_POINTS = 3;
export const MOST_SLIDERS = 5;

export const drawnFigure = z.strictObject({
  /** its accessible name, as text */
  title: z.string().min(1).max(200),
  /** what to look for; HTML */
  ask: label.optional(),
  /** what it shows now, with formulas in braces: `At {w} the loss is {L(w)}` */
  say: z.string().min(1).max(800),
  /** what `say` comes to before anybody has moved anything */
  said: z.string(),
  controls: z.array(control).max(10),
  data: z.record(name, data),
  define: z.array(definition).max(40),
  runs: z.array(run).max(4),
  views: z.array(view).min(1).max(4),
  readouts: z.array(readout).max(6),
});
export type DrawnFigure = z.infer<typeof drawnFigure>;
export type Run = z.infer<typeof run>;
