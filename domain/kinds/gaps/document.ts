/** A text with gaps: what belongs in them is typed, or picked from a list. */
import { z } from 'zod';
import { commonKey, commonView, html } from '../common/document.ts';
import { TAKES } from './written.ts';

export const MOST_GAPS = 30;
/** Answers of a gap: accepted ones, and those of which something is known. */
export const MOST_ENTRIES = 20;
/** Of a list from which is picked. */
export const MOST_OPTIONS = 12;
export const LONGEST_ENTRY = 120;

/** By their number, from 1. */
export const gapName = z.string().regex(/^[1-9]\d?$/);
const entryText = z.string().min(1).max(LONGEST_ENTRY);

const gap = z.strictObject({
  gap: gapName,
  takes: z.enum(TAKES),
  /** what is picked from; left out: it is typed */
  options: z.array(entryText).min(2).max(MOST_OPTIONS).optional(),
});
/** A piece of a line: what stands, or a gap. */
const run = z.union([z.strictObject({ html }), gap]);
/** A paragraph with gaps, or what has none. */
const line = z.union([
  /** `mark`: what stands before a line of a list */
  z.strictObject({ runs: z.array(run).min(1), mark: z.string().optional() }),
  z.strictObject({ html }),
]);
export type GapsLine = z.infer<typeof line>;
export type GapRun = z.infer<typeof gap>;

const common = { weight: z.number().int().min(1).max(99) };
/** What an answer earns of its gap; in a list of several what is wrong takes something back. */
const known = { share: z.number().min(-1).max(1), words: z.string().min(1).max(500).optional() };

const gapKey = z.discriminatedUnion('takes', [
  z.strictObject({
    takes: z.enum(['text', 'one', 'several']),
    ...common,
    capitals: z.boolean(),
    entries: z
      .array(z.strictObject({ text: entryText, ...known }))
      .min(1)
      .max(MOST_ENTRIES),
  }),
  z.strictObject({
    takes: z.literal('number'),
    ...common,
    entries: z
      .array(
        z.strictObject({
          value: z.number(),
          tolerance: z.strictObject({ absolute: z.number().min(0), relative: z.number().min(0) }),
          ...known,
        }),
      )
      .min(1)
      .max(MOST_ENTRIES),
  }),
]);
export type GapKey = z.infer<typeof gapKey>;

export const gapsQuestion = z.strictObject({
  kind: z.literal('gaps'),
  ...commonView,
  /** the prompt with its gaps; `promptHtml` has lines in their places */
  passage: z.array(line).min(1).max(200),
  key: z.strictObject({ ...commonKey, gaps: z.record(gapName, gapKey) }),
});
