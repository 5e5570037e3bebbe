/** What a fenced block inside an exercise is, by the word after its language. Light: pages carry it. */
export const FENCE_ROLES = [
  'starter',
  'solution',
  'template',
  'tests',
  'parts',
  'plane',
  'answer',
  'variants',
  'misconceptions',
] as const;
export type FenceRole = (typeof FENCE_ROLES)[number];
/** Those that a question of any kind may have. */
export const COMMON_FENCES: readonly FenceRole[] = ['misconceptions'];

export function isFenceRole(word: string): word is FenceRole {
  return FENCE_ROLES.some((role) => role === word);
}
