/** A tolerance as authors write it: one number for both, or each by its name. */
import { z } from 'zod';

export const tolerance = z.union([
  z.number().min(0),
  z.strictObject({ absolute: z.number().min(0).default(0), relative: z.number().min(0).default(0) }),
]);

/** |got − expected| ≤ absolute + relative·|expected|; a single number is both. */
export function readTolerance(
  written: z.infer<typeof tolerance> | undefined,
): { absolute: number; relative: number } | undefined {
  return typeof written === 'number' ? { absolute: written, relative: written } : written;
}
