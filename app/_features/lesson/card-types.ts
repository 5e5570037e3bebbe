/**
 * What a question card is given and what it can ask for. Everything comes by props; nothing here reads data.
 *
 * The card shows the `PracticeState` with the highest `version`, whether it came by props (a socket told, the page was
 * read again) or as the reply to an action: a late message never undoes a newer one.
 */
import type { ReactNode } from 'react';
import type { Answer, AnswerOf } from '../../../domain/answer.ts';
import type { PracticeState } from '../../../domain/practice.ts';
import type { QuestionKind, QuestionView, QuestionViewOf } from '../../../domain/question.ts';
import type { Outcome, RefusalCode } from '../../../domain/refusal.ts';
import type { Verdict } from '../../../domain/results/verdict.ts';

/** What the card can ask for. Refusals are values: `useRefusals` has their words. */
export interface QuestionActions {
  /** keeps what is in the field: on this device at once, on the server a moment later */
  keep(answer: Answer): void;
  /** runs on the visible examples: nothing of it is stored, and no attempt is spent */
  run(answer: Answer): Promise<Outcome<{ verdict: Verdict }>>;
  /**
   * `state.last.verdict` is null while it is being graded; the verdict comes with newer props. No state: it is kept on this
   * device and sent later, which `KeptWork` tells
   */
  submit(answer: Answer): Promise<Outcome<{ state: PracticeState | null }>>;
  revealHint(): Promise<Outcome<{ state: PracticeState }>>;
  /** draws other values, where they are drawn */
  otherValues?(): Promise<Outcome<object>>;
  /** forgets that it was refused, once that has been read */
  dismiss(): void;
}

/** All that an author's preview can ask for: nothing is handed in, kept or counted there. */
export type RunOnly = Pick<QuestionActions, 'run'> & { [A in Exclude<keyof QuestionActions, 'run'>]?: never };

/** What of a question is on this device and not on the server yet. `onPage`: the browser keeps nothing, only the open page does. */
export interface KeptWork {
  /** what was written last; in the server's clock, ms since 1970 */
  written: { entry: { answer: Answer; writtenAt: number }; sameVersion: boolean } | null;
  draft: 'none' | 'saving' | 'onDevice' | 'onPage';
  handedIn: 'no' | 'sending' | 'onDevice' | 'onPage';
  /** why it is not sent yet */
  reason: RefusalCode | null;
  /** why it will never be taken */
  refused: RefusalCode | null;
  /** ISO time of the last draft that was stored from this page */
  savedAt: string | null;
}

/** Nothing waits. */
export const NOTHING_KEPT: KeptWork = {
  written: null,
  draft: 'none',
  handedIn: 'no',
  reason: null,
  refused: null,
  savedAt: null,
};

export interface QuestionCardProps {
  question: QuestionView;
  state: PracticeState;
  /** null: to read only */
  actions: QuestionActions | RunOnly | null;
  kept?: KeptWork;
  /** what was said to what was handed in; null: nothing was */
  remarks?: ReactNode;
  /** the way to ask somebody about it, with the answer as it is typed */
  ask?: (answer: Answer) => ReactNode;
  /** practised again: there are no points, so none are told, nor what anything costs */
  pointless?: boolean;
}

/** The state of a question that nobody has touched. */
export const UNTOUCHED: PracticeState = {
  version: 0,
  draft: null,
  draftSavedAt: null,
  earlier: null,
  last: null,
  attemptsUsed: 0,
  bestPoints: null,
  regradedAt: null,
  hintsShown: [],
  solutionHtml: null,
  explanationHtml: null,
  choice: null,
  misread: [],
};

/** What the field of one kind gets: its question, the answer so far, and what is marked in it. */
export interface FieldProps<K extends QuestionKind> {
  question: QuestionViewOf<K>;
  answer: AnswerOf<K>;
  onChange(answer: AnswerOf<K>): void;
  /** the verdict on just this answer; null while it is being written */
  verdict: Verdict | null;
  state: PracticeState;
  disabled: boolean;
  /** id of the element that names the field for screen readers */
  labelledBy: string;
  /** nobody has come near it yet: what is large is not loaded */
  asleep?: boolean;
  /** hands in, where a field has keys of its own for it */
  submit?: FieldSubmit;
}

export interface FieldSubmit {
  /** what the button is called */
  label: string;
  /** there is something to hand in, and nothing is on its way */
  ready: boolean;
  run(): void;
}
