/** What a mark shows: its sign, and the state by which its cell is coloured (board.css). */
import type { Mark } from '../../../../../domain/live/report/marks.ts';

/** What the cells of a report show beside their signs. */
export type Shows = 'points' | 'answers' | 'time';

export const SIGNS: Record<Mark, string> = {
  none: '·',
  right: '✓',
  partly: '◐',
  wrong: '▲',
  waits: '…',
  received: '↑',
  unclear: '?',
};

export const LOOKS: Record<Mark, string> = {
  none: 'untouched',
  right: 'right',
  partly: 'partly',
  wrong: 'wrong',
  waits: 'grading',
  received: 'received',
  unclear: 'undecided',
};
