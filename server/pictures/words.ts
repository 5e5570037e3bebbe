/** What the process that reads a picture and the server agree on. */
import { z } from 'zod';
import { PICTURE_REFUSALS } from '../../domain/pictures/limits.ts';

export interface ReadingLimits {
  residentMb: number;
  computeMs: number;
  /** by the clock, however busy the machine is */
  clockMs: number;
}

/** A PNG of 40 megapixels takes 310 MB; of AVIF some that are as large take more than there is. */
export const LIMITS: ReadingLimits = { residentMb: 500, computeMs: 20_000, clockMs: 60_000 };

/** The process ends with this where it has taken more than it may. */
export const TOO_HEAVY = 77;

/** The first line of its output; the picture follows. */
export const answer = z.union([
  z.strictObject({ refused: z.enum(PICTURE_REFUSALS) }),
  z.strictObject({ width: z.number(), height: z.number(), stilled: z.boolean() }),
]);
export type Answer = z.infer<typeof answer>;

/** Before each picture that is looked at stands how long it is. */
export const LENGTH_BYTES = 4;
/** What is said of each; null: it can be read. */
export const seen = z.strictObject({ refused: z.enum(PICTURE_REFUSALS).nullable() });
export type Seen = z.infer<typeof seen>;
