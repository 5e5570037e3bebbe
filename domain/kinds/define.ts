/**
 * A kind of question as a whole: one definition object a kind, in `domain/kinds/<kind>/kind.ts`. What pages carry is the light part
 * of it (asked-kind.ts); the rest is for server, workers and tools.
 */
import type { z } from 'zod';
import type { AnswerOf } from '../answer.ts';
import type { MathsTruth } from '../maths/truth.ts';
import type { QuestionKind, QuestionOf } from '../question.ts';
import type { Feedback, Verdict } from '../results/verdict.ts';
import type { AskedKind } from './asked-kind.ts';
import type { LiveKind } from './live-kind.ts';
import type { Asking } from './maths/grade.ts';
import type { Misread } from './misread.ts';
import type { KindReader } from './reader.ts';

/** How an answer is graded. */
interface Grading {
  /** draws what is drawn, the same for the same seed */
  seed: string;
  /** what becomes of a text that has several readings, or none */
  asking: Asking;
}

/** The code that is run, or why there is none. */
type Source = { ok: true; source: string } | { ok: false; feedback: Feedback[] };

export interface Kind<K extends QuestionKind = QuestionKind> extends AskedKind<K> {
  /** schema of a question with its key */
  document: z.ZodType<QuestionOf<K>>;
  /** schema of what is handed in */
  answer: z.ZodType<AnswerOf<K>>;
  /** from its Markdown */
  reader: KindReader<K>;
  live: LiveKind<K>;
  /** by what a misunderstanding shows */
  misread: Misread<K>;
  /** a verdict without a sandbox; left out: it is run, as `source` says */
  grade?(question: QuestionOf<K>, answer: AnswerOf<K>, how: Grading): Verdict;
  source?(question: QuestionOf<K>, answer: AnswerOf<K>): Source;
  /**
   * An answer that must earn full marks; null: none can be made without a person.
   * @param written a truth as somebody would type it, by a second opinion that is independent of the checker
   */
  reference(
    question: QuestionOf<K>,
    written: (truth: MathsTruth, variables: readonly string[]) => string | null,
  ): AnswerOf<K> | null;
}
