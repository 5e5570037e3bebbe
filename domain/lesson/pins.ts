/**
 * Questions of a bank in a lesson: a line stands for what one version of a question says.
 *
 *     ::question[Which way is down?]{#downhill ref=0b51… version=2 as=check seconds=30 points=2}
 *
 * What stands in brackets is for whoever reads the file. Pure: callers look for the pins of a source (`pin-lines.ts`), find out which
 * of them may be used, and give the compiler what those versions say.
 */
import type { RootContent } from 'mdast';
import type { LeafDirective } from 'mdast-util-directive';
import { z } from 'zod';
import { identifier } from '../kinds/common/document.ts';
import { type Question, type QuestionKey, type QuestionView, question } from '../question.ts';
import { type PlacedPin, pinName } from './pin-lines.ts';
import { type Problems, spotOf } from './problems.ts';

/** A view without what its place says of it. */
type Unplaced<V> = V extends unknown ? Omit<V, 'id' | 'role' | 'number'> : never;
export type QuestionDocument = Unplaced<QuestionView>;

/** What a pinned version says. */
export interface Banked {
  document: QuestionDocument;
  key: QuestionKey;
}

/** What may be pinned, by `pinName`. */
export type Bank = Readonly<Record<string, Banked>>;

const NAME = 'question';

export function isPin(node: RootContent): node is LeafDirective {
  return node.type === 'leafDirective' && node.name === NAME;
}

const REF = z.uuid();
const VERSION = z
  .string()
  .regex(/^[1-9]\d{0,5}$/)
  .transform(Number);
const ROLE = z.enum(['exercise', 'check']);
const SECONDS = z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(5).max(600));
const POINTS = z.string().regex(/^\d+$/).transform(Number).pipe(z.number().max(1000));
const KNOWN = ['id', 'ref', 'version', 'as', 'seconds', 'points', 'live'];

export interface ReadPin extends PlacedPin {
  id: string;
  role: Question['role'];
}

/** Reads one line; null where that is impossible, with its problems told. */
export function readPin(node: LeafDirective, problems: Problems): ReadPin | null {
  const spot = spotOf(node);
  const { id, ref, version, as = 'exercise', seconds, points, live, ...strangers } = node.attributes ?? {};
  for (const name of Object.keys(strangers)) problems.add(spot, 'attribute.unknown', { name, known: KNOWN.join(', ') });
  if (!id) problems.add(spot, 'pin.noId');
  if (live) problems.add(spot, 'attribute.live', { value: live });
  const named = identifier.safeParse(id);
  if (id && !named.success) problems.add(spot, 'attribute.id', { value: id });
  const [asked, numbered, role] = [REF.safeParse(ref), VERSION.safeParse(version), ROLE.safeParse(as)];
  if (!asked.success) problems.add(spot, 'pin.ref', { value: ref ?? '' });
  if (!numbered.success) problems.add(spot, 'pin.version', { value: version ?? '' });
  if (!role.success) problems.add(spot, 'pin.as', { value: as ?? '' });
  const told = (schema: typeof SECONDS, name: string, value: string | null | undefined): number | null => {
    if (value === undefined || value === null) return null;
    const read = schema.safeParse(value);
    if (!read.success) problems.add(spot, `attribute.${name}`, { value });
    return read.success ? read.data : null;
  };
  const place = { seconds: told(SECONDS, 'seconds', seconds), points: told(POINTS, 'points', points) };
  if (!named.success || !asked.success || !numbered.success || !role.success) return null;
  return { id: named.data, ref: asked.data.toLowerCase(), version: numbered.data, role: role.data, ...place };
}

/** The question as it is asked at its place; null where it may not be pinned, or is not there. */
export function placed(pin: ReadPin, number: number, bank: Bank): Question | null {
  const banked = bank[pinName(pin)];
  if (banked === undefined) return null;
  const { id, role, ...place } = pin;
  return question.parse({ ...atPlace(banked.document, place), id, role, number, key: banked.key });
}

/** What a document says at a place that has its own time and points. */
export function atPlace<D extends { seconds: number; points: number }>(
  document: D,
  { seconds, points }: Pick<PlacedPin, 'seconds' | 'points'>,
): D {
  return { ...document, ...(seconds === null ? {} : { seconds }), ...(points === null ? {} : { points }) };
}
