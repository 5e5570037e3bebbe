/** Problems as lines that editors understand: `file:line:column: what is wrong and what was expected`. */
import { createTranslator, type Messages } from 'use-intl/core';
import type { LessonProblem } from '../../domain/lesson/problems.ts';
import lessonProblems from '../../messages/en/lesson-problems.json' with { type: 'json' };

const catalogue: Messages = { lessonProblems };
const t = createTranslator({ locale: 'en', messages: catalogue, namespace: 'lessonProblems' });

export function lineOf({ file, line, column, code, params }: LessonProblem): string {
  return t('line', { file, line: String(line), column: String(column), message: t(code, params) });
}

/** The same for what is no error. */
export function warningOf({ file, line, column, code, params }: LessonProblem): string {
  return t('check.warning', { file, line: String(line), column: String(column), message: t(code, params) });
}
