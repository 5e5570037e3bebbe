/**
 * What a sandbox reports of a submission: plain tagged data, nothing else. It comes from a hostile place, so it is
 * parsed here, bounded, before anything looks at it.
 *
 * Glossary
 * - reported value: a value as the sandbox describes it, by tag `t`; numbers that JSON cannot hold are words.
 * - call: one call of the student's function on one set of inputs.
 */
import { z } from 'zod';
import { codeError } from '../results/verdict.ts';

const number = z.union([z.number(), z.enum(['nan', 'inf', '-inf'])]);
/** The longest list or array that is looked at element by element. */
const LONGEST = 50_000;
/** What is only shown (dicts, sets, objects) is told up to so many entries; the sandboxes know the number too. */
export const MOST_SHOWN = 60;

/** `name` is the type's own name (`float64`, `int`, `Float64Array` …), for display. */
export type Reported =
  | { t: 'int'; v: string; name?: string | undefined }
  | { t: 'float'; v: ReportedNumber; name?: string | undefined }
  | { t: 'bool'; v: boolean }
  | { t: 'str'; v: string }
  | { t: 'none'; name?: string | undefined }
  | { t: 'list' | 'tuple'; v: Reported[] }
  | { t: 'array'; dtype: string; shape: number[]; v: ReportedNumber[] | null; words?: string[] | undefined }
  /** nested too deeply (perhaps in itself), or too long to look at */
  | { t: 'huge'; name: string }
  /** shown, never compared: what a dict or an object holds by key, what a set holds, a complex number as text */
  | {
      t: 'object';
      name: string;
      entries?: [Reported, Reported][] | undefined;
      items?: Reported[] | undefined;
      text?: string | undefined;
    };
export type ReportedNumber = z.infer<typeof number>;

const typeName = z.string().max(200);
export const reported: z.ZodType<Reported> = z.lazy(() =>
  z.discriminatedUnion('t', [
    z.object({ t: z.literal('int'), v: z.string().regex(/^-?\d{1,4300}$/), name: typeName.optional() }),
    z.object({ t: z.literal('float'), v: number, name: typeName.optional() }),
    z.object({ t: z.literal('bool'), v: z.boolean() }),
    z.object({ t: z.literal('str'), v: z.string() }),
    z.object({ t: z.literal('none'), name: typeName.optional() }),
    z.object({ t: z.enum(['list', 'tuple']), v: z.array(reported).max(LONGEST) }),
    z.object({
      t: z.literal('array'),
      dtype: typeName,
      shape: z.array(z.number().int().min(0)).max(64),
      /** row by row, true and false as 1 and 0; null where it is too long, or holds no numbers */
      v: z.array(number).max(LONGEST).nullable(),
      /** the same where it holds strings */
      words: z.array(z.string()).max(LONGEST).optional(),
    }),
    z.object({ t: z.literal('huge'), name: typeName }),
    z.object({
      t: z.literal('object'),
      name: typeName,
      entries: z
        .array(z.tuple([reported, reported]))
        .max(MOST_SHOWN)
        .optional(),
      items: z.array(reported).max(MOST_SHOWN).optional(),
      text: z.string().max(200).optional(),
    }),
  ]),
);

/** What one call did. */
export const callReport = z.union([
  z.object({
    ok: z.literal(true),
    value: reported,
    /** by argument: whether the call changed it */
    changed: z.array(z.boolean()).max(16),
    printed: z.string(),
  }),
  z.object({ ok: z.literal(false), error: codeError, printed: z.string() }),
]);
export type CallReport = z.infer<typeof callReport>;

/** What loading the source did; `missing`: it defines no function of that name. */
export const loadReport = z.union([
  z.object({ ok: z.literal(true), printed: z.string() }),
  z.object({ ok: z.literal(false), missing: z.literal(true), printed: z.string() }),
  z.object({ ok: z.literal(false), error: codeError, printed: z.string() }),
]);
export type LoadReport = z.infer<typeof loadReport>;

/**
 * How a run ended. `timeout`: by the clock on the wall; `cpu`: by the time it computed; `promises`: what it left to run after
 * its function had returned did not end; `died`: the interpreter ended itself or could not go on.
 */
export const ENDINGS = ['finished', 'timeout', 'cpu', 'promises', 'memory', 'died'] as const;
export type Ending = (typeof ENDINGS)[number];

/** A whole run: `calls` holds those that were made, in order; the one after the last is where an unfinished run ended. */
export interface RunReport {
  ending: Ending;
  /** null: ended while loading */
  load: LoadReport | null;
  calls: CallReport[];
}

/** An argument as the sandbox is given it: everything is drawn and worked out, nothing is to be judged by. */
export type CallArgument =
  | { type: 'value'; value: unknown }
  | { type: 'float'; value: number }
  | { type: 'array'; dtype: 'float64' | 'int64'; shape: number[]; data: number[] }
  /** source of a function expression, in the submission's language */
  | { type: 'function'; source: string };
