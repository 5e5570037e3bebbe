/** Jobs for a sandbox and the messages that go between the pool and its child processes. */
import { z } from 'zod';
import { type CallArgument, ENDINGS } from '../../domain/judging/report.ts';

/** A submission to run: source, the function to call, the inputs of each call. Nothing here says what is right. */
export interface Job {
  source: string;
  entry: string;
  /** what the interpreter's own random numbers start from, so that a regrade sees the same */
  seed: number;
  calls: CallArgument[][];
}

export interface Limits {
  /** for loading and all calls together, by the clock: loose, since a busy machine makes everybody wait */
  wallMs: number;
  /** for loading and all calls together, computed */
  cpuMs: number;
  /** of one process, beyond which it is killed */
  residentMb: number;
  /** printed characters kept a call */
  printed: number;
}

/** Pool → child. */
export type Order = { type: 'run'; id: number; job: Job; limits: Limits };

/** Child → pool. What a sandbox said (`text`) is passed on unread: the pool parses it. */
export const news = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('unable'), message: z.string() }),
  z.object({ type: z.literal('began'), id: z.number() }),
  z.object({ type: z.literal('loaded'), id: z.number(), text: z.string() }),
  z.object({ type: z.literal('called'), id: z.number(), text: z.string() }),
  z.object({ type: z.literal('ended'), id: z.number(), ending: z.enum(ENDINGS) }),
]);
export type News = z.infer<typeof news>;

/** The longest report of one call that is looked at, in characters. */
export const LONGEST_REPORT = 4_000_000;
