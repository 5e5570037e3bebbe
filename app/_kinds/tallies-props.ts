/** What a picture of a class's answers is given. */
import type { Reveal, ShownQuestion, Tally } from '../../domain/live/views.ts';

export interface TalliesProps {
  question: ShownQuestion;
  tallies: readonly Tally[];
  /** null: what is right is not told yet */
  reveal: Reveal | null;
  /** on the wall */
  large: boolean;
}
