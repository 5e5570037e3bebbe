/** Where something is asked: what the card of an exercise hands on to what opens below it. */
import type { Answer } from '../../../domain/answer.ts';
import type { Place } from '../outbox/rules.ts';

export interface AskedAt {
  user: string;
  place: Place;
  /** as it stands in the field */
  answer: Answer;
  /** there is a class whose teachers can be asked */
  may: boolean;
  /** another one: something was answered, or is said otherwise */
  changedBy: number;
  /** something was asked or read */
  onChanged(): void;
}
