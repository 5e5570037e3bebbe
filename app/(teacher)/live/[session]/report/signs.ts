/** What a mark shows: its sign, and the state by which its cell is coloured (board.css). */
import type { Mark } from '../../../../../domain/live/report/mark.ts';

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
