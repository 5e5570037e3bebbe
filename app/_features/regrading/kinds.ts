/** Kinds of change: a sign beside the word and the colour. */
import type { ChangeKind } from '../../../domain/judging/regrade.ts';

export const KINDS: Record<ChangeKind | 'unchanged', { sign: string; box: string }> = {
  fewer: { sign: '↓', box: 'bg-wrong-soft text-wrong' },
  undecided: { sign: '?', box: 'bg-wait-soft text-wait' },
  more: { sign: '↑', box: 'bg-good-soft text-good' },
  other: { sign: '≠', box: 'bg-violet-soft text-violet-ink' },
  unchanged: { sign: '=', box: 'bg-fill text-ink-2' },
};
