/** A place, an arrow, a line or a path in a plane: what is drawn behind it is a figure, what is right a value or a condition. */
import { z } from 'zod';
import { definition, drawnFigure } from '../../figures/figure.ts';
import { commonKey, commonView, html } from '../common/document.ts';
import { FORMS } from './forms.ts';

/** So many paths to choose from. */
export const MOST_PATHS = 8;
export const pathLetter = z.string().regex(/^[A-H]$/);

const range = z.tuple([z.number(), z.number()]);
const pair = z.tuple([z.number(), z.number()]);

/** One answer: a place, or what an arrow is (tip less tail); a, b and c of ax + by = c; a path by its letter. */
const one = z.union([
  z.strictObject({ place: pair }),
  z.strictObject({ line: z.tuple([z.number(), z.number(), z.number()]) }),
  z.strictObject({ path: pathLetter }),
]);
export type OnePut = z.infer<typeof one>;
/** What answers are compared with: one of them, or a condition on all. */
const known = z.union([one, z.strictObject({ where: z.string().min(1).max(500) })]);
export type KnownPut = z.infer<typeof known>;

/** Beside what is right. */
export const MOST_OTHERS = 30;

export const pointQuestion = z.strictObject({
  kind: z.literal('point'),
  ...commonView,
  form: z.enum(FORMS),
  /** one plane, without controls */
  figure: drawnFigure,
  /** where something may be put: x from … to, y from … to */
  within: z.tuple([range, range]),
  /** what is dragged goes from one multiple of it to the next */
  snap: z.number().positive(),
  /** of an arrow: where its tail is; null: it is put as well */
  from: pair.nullable(),
  /** so many of the last marks of the plane are paths that can be chosen, A, B, C in their order */
  paths: z.number().int().min(0).max(MOST_PATHS),
  key: z.strictObject({
    ...commonKey,
    /** what is shown as the answer */
    answer: one,
    /** all that is right, where that is more than the answer */
    condition: z.string().min(1).max(500).optional(),
    /** how far off is still right, in units of the plane */
    tolerance: z.number().min(0),
    /** what conditions use and the figure does not: nobody sees it */
    define: z.array(definition).max(40).optional(),
    /** others that are known: the share of the points that each earns (0: none), and what is said of it */
    others: z
      .array(
        z.strictObject({
          is: known,
          share: z.number().min(0).max(1),
          /** as plain text, and typeset */
          note: z.strictObject({ words: z.string().min(1).max(500), html }).optional(),
        }),
      )
      .min(1)
      .max(MOST_OTHERS)
      .optional(),
  }),
});
