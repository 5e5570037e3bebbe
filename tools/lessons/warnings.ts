/** What in a lesson may well be meant and should be looked at: told, but no error. */

import { isCode } from '../../domain/kinds/asked.ts';
import type { CodeTest } from '../../domain/kinds/code/document.ts';
import type { Compiled } from '../../domain/lesson/compile.ts';
import { type LessonProblem, START } from '../../domain/lesson/problems.ts';

/** Hidden tests whose inputs are the same for everybody, every time: they can be found out bit by bit, and then written down. */
export function fixedHiddenTests(file: string, compiled: Compiled): LessonProblem[] {
  if (!compiled.ok) return [];
  const { lesson, spots } = compiled;
  return lesson.questions.flatMap((question) => {
    if (!isCode(question)) return [];
    const at = spots[question.id] ?? START;
    return question.key.tests
      .filter(isFixed)
      .map(({ name }) => ({ file, ...at, code: 'check.fixedHidden', params: { id: question.id, name } }));
  });
}

const isFixed = ({ visible, inputs, arguments: given }: CodeTest): boolean =>
  !visible && inputs === undefined && given.every((argument) => argument.type !== 'draw');
