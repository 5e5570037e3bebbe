/** Attributes of a directive, `{#id kind=maths attempts=5}`: words and numbers, checked by name. */
import { z } from 'zod';
import { identifier } from '../kinds/common/document.ts';
import type { Draft } from './draft.ts';
import { type Problems, type Spot, spotOf } from './problems.ts';

const whole = z.string().regex(/^\d+$/).transform(Number);

const cost = z
  .string()
  .regex(/^\d+(\.\d+)?$/)
  .transform(Number)
  .pipe(z.number().max(1000));

/** Attributes that every question may have, by the name an author writes. */
const COMMON = {
  id: identifier,
  kind: z.string(),
  attempts: whole.pipe(z.number().min(1)),
  'solution-after': whole.pipe(z.number().min(1)),
  'attempt-cost': cost,
  'hint-cost': cost,
  seconds: whole.pipe(z.number().min(5).max(600)),
} satisfies Record<string, z.ZodType>;

const SPECIAL = {
  points: whole.pipe(z.number().max(1000)),
  credit: z.enum(['shares', 'all']),
  form: z.enum(['poll', 'several', 'text', 'cloud']),
  entry: z.string().regex(/^[A-Za-z_]\w*$/),
} satisfies Record<string, z.ZodType>;
export type SpecialAttribute = keyof typeof SPECIAL;

/** Reads one attribute; undefined where it is missing or wrong (a wrong one is told). */
function read<T>(schema: z.ZodType<T>, name: string, draft: Draft, problems: Problems): T | undefined {
  const written = draft.attributes[name];
  if (written === undefined) return undefined;
  const parsed = schema.safeParse(written);
  if (parsed.success) return parsed.data;
  problems.add(spotOf(draft.node), `attribute.${name}`, { value: written });
  return undefined;
}

export interface CommonAttributes {
  id: string | undefined;
  kind: string | undefined;
  attempts: number | undefined;
  solutionAfter: number | undefined;
  attemptCost: number | undefined;
  hintCost: number | undefined;
  seconds: number | undefined;
}

export function commonAttributes(draft: Draft, problems: Problems): CommonAttributes {
  const spot: Spot = spotOf(draft.node);
  if (draft.attributes.id === undefined) problems.add(spot, 'attribute.noId', { role: draft.role });
  return {
    id: read(COMMON.id, 'id', draft, problems),
    kind: read(COMMON.kind, 'kind', draft, problems),
    attempts: read(COMMON.attempts, 'attempts', draft, problems),
    solutionAfter: read(COMMON['solution-after'], 'solution-after', draft, problems),
    attemptCost: read(COMMON['attempt-cost'], 'attempt-cost', draft, problems),
    hintCost: read(COMMON['hint-cost'], 'hint-cost', draft, problems),
    seconds: read(COMMON.seconds, 'seconds', draft, problems),
  };
}

/** The `points` of a question whose points are not the sum of its tests or parts; 1 unless told. */
export function pointsAttribute(draft: Draft, problems: Problems): number {
  return read(SPECIAL.points, 'points', draft, problems) ?? 1;
}

/** How several right options are counted: each a share, or all or nothing; by shares unless told. */
export function creditAttribute(draft: Draft, problems: Problems): 'shares' | 'all' {
  return read(SPECIAL.credit, 'credit', draft, problems) ?? 'shares';
}

/** What is asked for without a key; undefined: not told. */
export function formAttribute(draft: Draft, problems: Problems): 'poll' | 'several' | 'text' | 'cloud' | undefined {
  return read(SPECIAL.form, 'form', draft, problems);
}

/** The name of the function that is called; told where it is missing. */
export function entryAttribute(draft: Draft, problems: Problems): string | null {
  if (draft.attributes.entry === undefined) problems.add(spotOf(draft.node), 'attribute.noEntry');
  return read(SPECIAL.entry, 'entry', draft, problems) ?? null;
}

/** Tells attributes that this kind of question does not have. */
export function refuseStrangers(draft: Draft, special: readonly SpecialAttribute[], problems: Problems): void {
  const known = [...Object.keys(COMMON), ...special];
  for (const name of Object.keys(draft.attributes)) {
    if (!known.includes(name)) {
      problems.add(spotOf(draft.node), 'attribute.unknown', { name, known: known.join(', ') });
    }
  }
}
