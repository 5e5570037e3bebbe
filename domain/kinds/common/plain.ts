/** Plain data as a lesson writes it down. */
import { z } from 'zod';

/** Plain data as JSON knows it: what a lesson can write down as an input or an expected value. */
export type Plain = number | string | boolean | null | Plain[];
export const plain: z.ZodType<Plain> = z.lazy(() =>
  z.union([z.number(), z.string(), z.boolean(), z.null(), z.array(plain)]),
);

/** Nested lists of numbers: a vector, matrix or tensor. */
export type Numbers = number | Numbers[];
export const numbers: z.ZodType<Numbers> = z.lazy(() => z.union([z.number(), z.array(numbers)]));
