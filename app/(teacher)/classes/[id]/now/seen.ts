/** A student as the page of this moment shows them. */
import type { GivenPlaces, StudentAtWork, WorkNow, WorkState } from '../../../../../domain/class-now/work.ts';
import type { Tone } from '../../../../_ui/chip.tsx';

export interface Seen extends StudentAtWork {
  work: WorkNow;
  /** what they work on; null: nothing of this class */
  place: GivenPlaces | null;
}

/** States are told by sign and word, and by colour beside these. */
export const SIGNS: Readonly<Record<WorkState | 'stuck', { sign: string; tone: Tone }>> = {
  away: { sign: '○', tone: 'plain' },
  reading: { sign: '☰', tone: 'plain' },
  notBegun: { sign: '◌', tone: 'plain' },
  begun: { sign: '◧', tone: 'plain' },
  writing: { sign: '✎', tone: 'violet' },
  checking: { sign: '…', tone: 'violet' },
  unread: { sign: '?', tone: 'wait' },
  wrong: { sign: '▲', tone: 'wrong' },
  partly: { sign: '◐', tone: 'wait' },
  right: { sign: '✓', tone: 'right' },
  stuck: { sign: '!', tone: 'wait' },
};
