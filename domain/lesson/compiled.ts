/**
 * A compiled lesson: what `compile.ts` makes of one Markdown file.
 *
 * `body` is what a page shows, in order; `questions` carry their keys. `splitLesson` gives its halves: `content` (may go to
 * anybody who may read the lesson) and `keys` (never leaves server and workers). Questions are stored beside the rest of it.
 */
import { z } from 'zod';
import { drawnFigure } from '../figures/figure.ts';
import { identifier } from '../kinds/common/document.ts';
import { type Question, type QuestionKey, type QuestionView, question, viewOf } from '../question.ts';

/** A picture to play with, named in the lesson by a directive; its parameters are plain numbers and words. */
export const figure = z.strictObject({
  name: z.enum(['tangent', 'descent']),
  captionHtml: z.string(),
  parameters: z.record(z.string(), z.union([z.number(), z.string()])),
});
export type Figure = z.infer<typeof figure>;

/** A figure as data, with what is written below it. */
export const drawing = z.strictObject({ figure: drawnFigure, captionHtml: z.string() });
export type Drawing = z.infer<typeof drawing>;

const block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('html'), html: z.string() }),
  z.strictObject({ type: z.literal('question'), id: identifier }),
  z.strictObject({ type: z.literal('figure'), figure }),
  z.strictObject({ type: z.literal('drawing'), drawing }),
]);
export type Block = z.infer<typeof block>;

export const tocEntry = z.strictObject({ id: z.string(), text: z.string(), depth: z.number().int().min(2).max(3) });

const head = {
  slug: identifier,
  title: z.string().min(1),
  description: z.string(),
  /** seconds of reading, exercises excluded */
  readingSeconds: z.number().int().min(0),
  toc: z.array(tocEntry),
  body: z.array(block),
  /** the question that is made for the room: what a teacher asks who has time for one; left out: none is */
  room: identifier.optional(),
};

const compiledLesson = z.strictObject({ ...head, questions: z.array(question) });
export type CompiledLesson = z.infer<typeof compiledLesson>;

/** What a page shows beside its questions, which are stored by themselves. */
export type LessonFrame = Omit<CompiledLesson, 'questions'>;
/** The public half, as pages get it. */
export interface LessonContent extends LessonFrame {
  questions: QuestionView[];
}
/** The secret half: keys by question id. */
export type LessonKeys = Record<string, QuestionKey>;

/** Splits the keys off, once, when a version is published. */
export function splitLesson(lesson: CompiledLesson): { content: LessonContent; keys: LessonKeys } {
  const { questions, ...rest } = lesson;
  return {
    content: { ...rest, questions: questions.map(viewOf) },
    keys: Object.fromEntries(questions.map((whole) => [whole.id, whole.key])),
  };
}

/** Puts one question and its key together again (server and workers); throws where they do not fit. */
export function wholeQuestion(view: QuestionView, key: QuestionKey | undefined): Question {
  return question.parse({ ...view, key });
}
