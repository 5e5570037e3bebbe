/** What a fenced block inside an exercise is, by the word after its language. Light: pages carry it. */
export const FENCE_ROLES = ['starter', 'solution', 'template', 'tests', 'parts', 'answer', 'variants'] as const;
export type FenceRole = (typeof FENCE_ROLES)[number];

export function isFenceRole(word: string): word is FenceRole {
  return FENCE_ROLES.some((role) => role === word);
}
