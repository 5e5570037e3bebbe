/** How a round went for one player, by which its colour, its sign and its words are chosen. */
import { askedKind } from '../../../../domain/kinds/asked.ts';
import type { PlayerView, ShownQuestion } from '../../../../domain/live/views.ts';
import type { Tone } from '../../../_ui/chip.tsx';

export type RoundState = 'grading' | 'none' | 'right' | 'partly' | 'wrong' | 'received' | 'skipped';

/** Nobody is reproached for what did not come, and what is partly right is not crossed out. */
export const LOOK: Record<RoundState, { sign: string; tone: Tone }> = {
  right: { sign: '✓', tone: 'right' },
  partly: { sign: '◐', tone: 'wait' },
  grading: { sign: '◌', tone: 'wait' },
  wrong: { sign: '▲', tone: 'wrong' },
  received: { sign: '✓', tone: 'violet' },
  none: { sign: '·', tone: 'plain' },
  skipped: { sign: '·', tone: 'plain' },
};

interface Round {
  question: ShownQuestion | null;
  result: PlayerView['me']['result'];
  skipped: boolean;
  /** whether something came */
  answered: boolean;
}

export function roundState({ question, result, skipped, answered }: Round): RoundState {
  if (skipped) return 'skipped';
  if (question !== null && !askedKind(question).scored) return answered ? 'received' : 'none';
  if (result === null) return answered && question !== null && askedKind(question).needsPool ? 'grading' : 'none';
  if (result.share === 1) return 'right';
  return result.share > 0 ? 'partly' : 'wrong';
}
