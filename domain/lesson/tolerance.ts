/** A tolerance as authors write it: one number for both, or each by its name. */
import { z } from 'zod';
import type { CodeTest } from '../kinds/code/document.ts';

export const tolerance = z.union([
  z.number().min(0),
  z.strictObject({ absolute: z.number().min(0).default(0), relative: z.number().min(0).default(0) }),
]);

/** Of a test of code: also in units in the last place. */
export const testTolerance = z.union([tolerance, z.strictObject({ ulp: z.int().min(0).max(1e6) })]);

/** |got − expected| ≤ absolute + relative·|expected|; a single number is both. */
export function readTolerance(
  written: z.infer<typeof tolerance> | undefined,
): { absolute: number; relative: number } | undefined {
  return typeof written === 'number' ? { absolute: written, relative: written } : written;
}

export function readTestTolerance(written: z.infer<typeof testTolerance> | undefined): CodeTest['tolerance'] {
  return typeof written === 'object' && 'ulp' in written ? written : readTolerance(written);
}
