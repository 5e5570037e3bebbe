/** What everybody knows of a kind of question: light, without schemas and keys, so that pages may carry it. */
import type { AnswerOf } from '../answer.ts';
import type { QuestionKind, QuestionViewOf } from '../question.ts';

export interface AskedKind<K extends QuestionKind = QuestionKind> {
  readonly kind: K;
  /** the field of an answer in which it stands: what is named where an answer does not fit */
  readonly field: string;
  /** there are points for it, and answers that are right; false: what is handed in is received, and nobody is measured by it */
  readonly scored: boolean;
  /** the pool grades it, after the receipt; the others are scored on the spot */
  readonly needsPool: boolean;
  /** grading it runs a student's code, and so needs a sandbox; it can be run on its visible examples without being handed in */
  readonly runsCode: boolean;
  /** an answer to another wording can stand in its field: text says the same wherever it stands, a letter does not */
  readonly carriesOver: boolean;
  /** written in Markdown as a list: its options, items or answers have letters */
  readonly hasLetters: boolean;
  /** what opens in a live room once the time to read is over: the options, or the question with its field */
  readonly opens: 'options' | 'question';
  /** Submit may be pressed before anything is written: what is missing takes the focus */
  readonly asksForMissing: boolean;
  /** the tests of a verdict are its fields, which say themselves what passed */
  readonly testsAreFields: boolean;
  /** its prompt is part of its field: where it is answered it stands there alone */
  readonly promptInField: boolean;
  /** an answer's lines are kept as they were written */
  readonly keepsLines: boolean;
  /** what stands in a field in which nothing stands; one form of it, so that SQL can compare */
  readonly nothing: AnswerOf<K>;
  /** what the field begins with, where that is something */
  starter?(question: QuestionViewOf<K>): AnswerOf<K>;
  /** whether there is anything to hand in */
  hasContent(answer: AnswerOf<K>): boolean;
  /** an answer as text: for the board, the history, an export */
  text(answer: AnswerOf<K>): string;
  /** formulas of an answer that is made of them, by the names of their fields */
  formulas?(answer: AnswerOf<K>): readonly (readonly [field: string, formula: string])[];
  /** the letters of an answer that is made of letters, in their order; of pairs their names */
  letters?(answer: AnswerOf<K>): readonly string[];
  /** the options or items behind the letters */
  lettered?(question: QuestionViewOf<K>): readonly { letter: string; html: string }[];
  /** the same question with its options in another order; what is picked is named as before */
  mixed?(question: QuestionViewOf<K>, mix: <T>(items: readonly T[]) => T[]): QuestionViewOf<K>;
  /** HTML of what such a name stands for, where it is no letter of `lettered`; undefined: there is no such */
  meaning?(question: QuestionViewOf<K>, name: string): string | undefined;
  /** the names of parts, gaps and letters that a question has; none: it has none */
  namesIn?(question: QuestionViewOf<K>): readonly string[];
  /** those that an answer names */
  namesOf?(answer: AnswerOf<K>): readonly string[];
  /** a part or gap as it is called on the page */
  label?(question: QuestionViewOf<K>, field: string): string;
}

/** What is so of most kinds: a kind writes down in what it differs. */
export const USUALLY = {
  scored: true,
  needsPool: false,
  runsCode: false,
  carriesOver: true,
  hasLetters: false,
  opens: 'question',
  asksForMissing: false,
  testsAreFields: false,
  promptInField: false,
  keepsLines: false,
} as const satisfies Partial<AskedKind>;
