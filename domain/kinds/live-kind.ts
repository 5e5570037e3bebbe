/**
 * What a live room asks of a kind of question that is scored on the spot, and of every kind: how answers are counted, what is told
 * of one's own answer, what is right in one line. With the key: for server and workers.
 */
import type { AnswerOf } from '../answer.ts';
import type { Told } from '../live/views.ts';
import type { QuestionKind, QuestionOf } from '../question.ts';

export interface LiveKind<K extends QuestionKind = QuestionKind> {
  /** the share of an answer that is right, 0 … 1; left out: the pool grades it */
  share?(question: QuestionOf<K>, answer: AnswerOf<K>): number;
  /** what a player is told of their own answer once the key is open, beside the key */
  told?(question: QuestionOf<K>, answer: AnswerOf<K>): Partial<Told>;
  /** an answer as it is counted and shown on the wall */
  label(question: QuestionOf<K>, answer: AnswerOf<K>): string;
  /** equal for answers that are counted together; left out: those of one label */
  group?(question: QuestionOf<K>, answer: AnswerOf<K>): string;
  /** why an answer is wrong, for those who are counted with it */
  note?(question: QuestionOf<K>, answer: AnswerOf<K>): string | null;
  /** counted by option or pair, not by answer */
  tallied?: {
    letters(answer: AnswerOf<K>): readonly string[];
    correct(question: QuestionOf<K>): readonly string[];
    notes(question: QuestionOf<K>): Readonly<Record<string, string>>;
    /** what is counted, in the order in which it is shown; left out: each option */
    counted?(question: QuestionOf<K>, answers: readonly AnswerOf<K>[]): readonly string[];
  };
  /** what people say in their own words: their host looks at it before the class does; left out: nothing of the sort */
  said?: {
    /** each by itself, or those that are the same together; null: this question asks for nothing of the sort */
    as(question: QuestionOf<K>): 'cards' | 'cloud' | null;
    texts(question: QuestionOf<K>, answer: AnswerOf<K>): readonly string[];
    /** equal for texts that are the same */
    same(text: string): string;
  };
  /** what is right, as one writes it; null: it is shown in its own way */
  right(question: QuestionOf<K>): string | null;
  /** all that was answered is drawn, also what is not told one by one */
  drawsAll?: true;
  /** what is right besides, one by one, where a kind shows it in its own way */
  places?(question: QuestionOf<K>): readonly string[];
  /** what answers are made of: equal where those to another version of the question still fit */
  form(question: QuestionOf<K>): unknown;
  /** an answer of a player that the server plays. @param random uniform in [0, 1) */
  rehearse(question: QuestionOf<K>, right: boolean, random: () => number): AnswerOf<K>;
  /** what phones need to know of it beside title, prompt and options; left out: nothing */
  shown?(question: QuestionOf<K>): { multiple?: boolean; unit?: string | null; euler?: true };
  /** to ask it takes its whole public half */
  asksWhole: boolean;
}
