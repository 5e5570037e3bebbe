/** What a reader moves: sliders, points, choices, steps that play, cells of a table. */
import { z } from 'zod';
import { formula, label, name } from './parts.ts';

const slider = z.strictObject({
  slider: name,
  label: label.optional(),
  from: z.number(),
  to: z.number(),
  step: z.number().positive().optional(),
  at: z.number(),
  scale: z.enum(['linear', 'log']).default('linear'),
});
const range = z.tuple([z.number(), z.number()]);
const point = z.strictObject({
  point: name,
  label: label.optional(),
  /** the plane in which it is dragged */
  in: name,
  at: range,
  within: z.tuple([range, range]),
  snap: z.number().positive().default(0.1),
  /** an equation in x and y that holds it on a curve */
  stays: formula.optional(),
});
const choice = z.strictObject({
  choice: name,
  label: label.optional(),
  /** in their order, which an object does not keep where names look like whole numbers */
  options: z
    .array(z.tuple([z.string().min(1).max(40), z.union([z.number(), z.array(z.number()).min(1).max(40)])]))
    .min(2)
    .max(8),
  at: z.string(),
});
/** Longest sequence, which is also the most steps of a run. */
export const MOST_STEPS = 2_000;
const steps = z.strictObject({
  steps: name,
  label: label.optional(),
  to: z.number().int().min(1).max(MOST_STEPS),
  at: z.number().int().min(0).default(0),
});
/** A cell of a table: gives `c.row` and `c.column`, counted from 1. */
const cell = z.strictObject({
  cell: name,
  in: name,
  at: z.tuple([z.number().int().min(1), z.number().int().min(1)]).default([1, 1]),
});

export const CONTROLS = { slider, point, choice, steps, cell } as const;
export const control = z.union(Object.values(CONTROLS));
export type Control = z.infer<typeof control>;
export type SliderControl = z.infer<typeof slider>;
export type PointControl = z.infer<typeof point>;
export type ChoiceControl = z.infer<typeof choice>;
export type StepsControl = z.infer<typeof steps>;
export type CellControl = z.infer<typeof cell>;

/** Where each control stands: a number, a point or cell, or the name of an option; rows that were dragged by `table.row`. */
export type Controls = Readonly<Record<string, number | readonly [number, number] | string>>;

/** Where it stands before anybody has moved it. */
export function atFirst(one: Control): [string, Controls[string]] {
  if ('slider' in one) return [one.slider, one.at];
  if ('point' in one) return [one.point, one.at];
  if ('choice' in one) return [one.choice, one.at];
  if ('cell' in one) return [one.cell, one.at];
  return [one.steps, one.at];
}
/** The name that formulas know it by. */
export const nameOf = (one: Control): string => atFirst(one)[0];
