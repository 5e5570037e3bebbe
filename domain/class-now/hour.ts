/** A class works together, led by its teacher: what everybody in it is told of that. */
import { z } from 'zod';

/** So long after its last change an hour is over by itself: nobody has to remember to end it. */
export const HOUR_LASTS_MS = 4 * 3_600_000;

/** What is told to everybody in the class; it is the same for all of them. */
export const hourView = z.strictObject({
  id: z.string(),
  classId: z.string(),
  className: z.string(),
  /** who began it; null: an account that is gone */
  by: z.string().nullable(),
  /** ms since 1970; of two views the later one counts */
  changedAt: z.number(),
  begunAt: z.number(),
  paused: z.boolean(),
  /** where everybody was brought last */
  place: z
    .strictObject({
      lesson: z.string(),
      /** the address of its page, without the anchor */
      path: z.string(),
      /** of the lesson */
      title: z.string(),
      /** an anchor; null: its beginning */
      section: z.string().nullable(),
      /** what stands there */
      heading: z.string().nullable(),
      at: z.number(),
    })
    .nullable(),
});
export type HourView = z.infer<typeof hourView>;

/** One's own raised hand: how many were raised before it and are still up. */
export interface OwnHand {
  id: string;
  before: number;
}

/** What somebody who learns is told. */
export interface OwnHour {
  hour: HourView;
  hand: OwnHand | null;
  /** how long ago everybody was brought there, in ms, when this was told; null: nowhere yet */
  placedAgo: number | null;
}
