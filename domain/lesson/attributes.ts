/** Attributes of a directive, `{#id kind=maths attempts=5}`: words and numbers, checked by name. */
import { z } from 'zod';
import { identifier } from '../kinds/common/document.ts';
import type { ReadDirective } from './directive.ts';
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
  /** a mark: it has no value */
  live: z.literal(''),
} satisfies Record<string, z.ZodType>;

const SPECIAL = {
  points: whole.pipe(z.number().max(1000)),
  credit: z.enum(['shares', 'all']),
  form: z.enum(['poll', 'several', 'text', 'cloud']),
  entry: z.string().regex(/^[A-Za-z_]\w*$/),
} satisfies Record<string, z.ZodType>;
export type SpecialAttribute = keyof typeof SPECIAL;

/** Reads one attribute; undefined where it is missing or wrong (a wrong one is told). */
function read<T>(schema: z.ZodType<T>, name: string, directive: ReadDirective, problems: Problems): T | undefined {
  const written = directive.attributes[name];
  if (written === undefined) return undefined;
  const parsed = schema.safeParse(written);
  if (parsed.success) return parsed.data;
  problems.add(spotOf(directive.node), `attribute.${name}`, { value: written });
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

/** The attributes that questions of every kind have; what is wrong with them is told. */
export function commonAttributes(directive: ReadDirective, problems: Problems): CommonAttributes {
  const spot: Spot = spotOf(directive.node);
  if (directive.attributes.id === undefined) problems.add(spot, 'attribute.noId', { role: directive.role });
  read(COMMON.live, 'live', directive, problems);
  return {
    id: read(COMMON.id, 'id', directive, problems),
    kind: read(COMMON.kind, 'kind', directive, problems),
    attempts: read(COMMON.attempts, 'attempts', directive, problems),
    solutionAfter: read(COMMON['solution-after'], 'solution-after', directive, problems),
    attemptCost: read(COMMON['attempt-cost'], 'attempt-cost', directive, problems),
    hintCost: read(COMMON['hint-cost'], 'hint-cost', directive, problems),
    seconds: read(COMMON.seconds, 'seconds', directive, problems),
  };
}

/** The `points` of a question whose points are not the sum of its tests or parts; 1 unless told. */
export function pointsAttribute(directive: ReadDirective, problems: Problems): number {
  return read(SPECIAL.points, 'points', directive, problems) ?? 1;
}

/** How several right options are counted: each a share, or all or nothing; by shares unless told. */
export function creditAttribute(directive: ReadDirective, problems: Problems): 'shares' | 'all' {
  return read(SPECIAL.credit, 'credit', directive, problems) ?? 'shares';
}

/** What is asked for without a key; undefined: not told. */
export function formAttribute(
  directive: ReadDirective,
  problems: Problems,
): 'poll' | 'several' | 'text' | 'cloud' | undefined {
  return read(SPECIAL.form, 'form', directive, problems);
}

/** The name of the function that is called; told where it is missing. */
export function entryAttribute(directive: ReadDirective, problems: Problems): string | null {
  if (directive.attributes.entry === undefined) problems.add(spotOf(directive.node), 'attribute.noEntry');
  return read(SPECIAL.entry, 'entry', directive, problems) ?? null;
}

/** Tells attributes that this kind of question does not have. */
export function refuseStrangers(
  directive: ReadDirective,
  special: readonly SpecialAttribute[],
  problems: Problems,
): void {
  const known = [...Object.keys(COMMON), ...special];
  for (const name of Object.keys(directive.attributes)) {
    if (!known.includes(name)) {
      problems.add(spotOf(directive.node), 'attribute.unknown', { name, known: known.join(', ') });
    }
  }
}
