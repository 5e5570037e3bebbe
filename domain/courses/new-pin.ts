/** The line by which a lesson asks a question of a bank, under a name that nothing in the lesson has. Pure. */
import { freeSlug, slugOf } from './slug.ts';

/** What has a name of its own: `{#jacobian kind=maths}`. */
const NAMED = /#([a-z][\w-]*)/gi;

export function newPin(
  source: string,
  { ref, version, title }: { ref: string; version: number; title: string },
): string {
  const taken = new Set([...source.matchAll(NAMED)].map(([, name = '']) => name.toLowerCase()));
  const name = freeSlug(slugOf(title, 'question'), (one) => taken.has(one));
  return `::question{#${name} ref=${ref} version=${version}}`;
}
