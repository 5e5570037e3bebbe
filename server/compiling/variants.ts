/** Looks at the right answers of questions before they are published, in all their variants or as many as make sure of it, a few at a time. */
import { checkQuestions } from '../../domain/lesson/check/check-lesson.ts';
import type { LessonProblem } from '../../domain/lesson/problems.ts';
import { lookedAt, type WrongVariant } from '../../domain/lesson/variants.ts';
import type { Question } from '../../domain/question.ts';
import { compiler } from './compiler.ts';

/** At a time, so that others come in between. */
export const AT_ONCE = 100;
/** What limits are told under; whoever asks knows where the question stands. */
const FILE = 'question.md';

/** The first variant of a question that is wrong, or that takes too long; null: all of them can be asked. */
export async function wrongOf(question: Question): Promise<WrongVariant | null> {
  for (let from = 0; from < mostOf(question); from += AT_ONCE) {
    const wrong = await wrongFrom(question, from);
    if (wrong !== null) return wrong;
  }
  return null;
}

/** How many of it are looked at. */
export const mostOf = (question: Question): number => (question.key.variants === undefined ? 1 : lookedAt(question));

/** The same of some of them, beginning with one. */
export async function wrongFrom(question: Question, from: number): Promise<WrongVariant | null> {
  const most = mostOf(question);
  const job = { what: 'variants' as const, question, from, to: Math.min(from + AT_ONCE, most), most, file: FILE };
  const made = await compiler.compile(job, null);
  if (made === 'replaced') throw new Error('what is looked at for good is no preview');
  return made.ok ? made.wrong : { values: '', problems: made.problems };
}

/**
 * What is wrong with variants of these questions, each told where it begins: a question by itself begins its file. No code is run, and
 * nothing is looked at that draws nothing: whoever read the file has done that (domain/exchange/).
 */
export async function problemsOfVariants(questions: readonly Question[], file: string): Promise<LessonProblem[]> {
  const drawn = questions.filter(({ key }) => key.variants !== undefined);
  return (await checkQuestions({ file, source: '' }, drawn, { answers: wrongOf, run: null })).problems;
}
