/** Looks at the variants of questions before they are published: all of them, or as many as make sure of it, a few at a time. */
import { askedKind } from '../../domain/kinds/asked.ts';
import type { LessonProblem, Spot } from '../../domain/lesson/problems.ts';
import type { Question } from '../../domain/question.ts';
import { MOST_VARIANTS } from '../../domain/variants/draw.ts';
import { compiler } from './compiler.ts';

/** Code is run for each: fewer. */
const MOST_OF_CODE = 20;
/** At a time, so that others come in between. */
const AT_ONCE = 100;

/** How many variants of a question are looked at. */
export function lookedAt(question: Question): number {
  return askedKind(question).runsCode ? MOST_OF_CODE : MOST_VARIANTS;
}

/**
 * What is wrong with variants of these questions: the first wrong one of each, told where its question begins.
 * @param spots where they stand; a question by itself begins its file
 */
export async function problemsOfVariants(
  questions: readonly Question[],
  file: string,
  spots: Readonly<Record<string, Spot>> = {},
): Promise<LessonProblem[]> {
  const found: LessonProblem[] = [];
  for (const question of questions) {
    if (question.key.variants === undefined) continue;
    const { line, column } = spots[question.id] ?? { line: 1, column: 1 };
    const most = lookedAt(question);
    for (let from = 0; from < most; from += AT_ONCE) {
      const job = { what: 'variants' as const, question, from, to: Math.min(from + AT_ONCE, most), most, file };
      const made = await compiler.compile(job, null);
      if (made === 'replaced') continue;
      const wrong = made.ok ? made.wrong : { values: '', problems: made.problems };
      if (wrong === null) continue;
      if (wrong.values !== '')
        found.push({ file, line, column, code: 'variants.with', params: { values: wrong.values } });
      // lines of a question by itself come after those above it
      found.push(...wrong.problems.map((one) => ({ ...one, file, line: one.line + line - 1 })));
      break;
    }
  }
  return found;
}
