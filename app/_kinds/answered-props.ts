/** What is told of a question once its key is open, on a player's own page. */
import type { Answer } from '../../domain/answer.ts';
import type { PlayerReveal, ShownQuestion, Told } from '../../domain/live/views.ts';

export interface AnsweredProps {
  question: ShownQuestion;
  answer: Answer | null;
  right: boolean;
  /** it earned a part */
  partly: boolean;
  reveal: PlayerReveal;
  told: Told | null;
}
