/** What a kind's own pad on a phone gets in a live round. */
import type { Answer } from '../../domain/answer.ts';
import type { ShownQuestion } from '../../domain/live/views.ts';

export interface PadProps {
  question: ShownQuestion;
  stored: Answer | undefined;
  sending: Answer | undefined;
  /** picked or typed before, and not sent */
  kept: Answer | undefined;
  /** it cannot be changed any more */
  final: boolean;
  /** the bell has rung: nothing is sent or kept any more, by keys neither */
  over: boolean;
  onSend(answer: Answer): void;
  onDraft(answer: Answer): void;
}
