/** Whether a question or a submission cannot be graded without NumPy. */
import type { CodeQuestion } from '../../domain/kinds/asked.ts';

const IMPORTS_NUMPY = /^[ \t]*(?:import|from)[ \t]+(?:[\w., \t]+,[ \t]*)?numpy\b/m;

export function needsNumpy(question: CodeQuestion, source: string): boolean {
  if (IMPORTS_NUMPY.test(source) || IMPORTS_NUMPY.test(question.key.solution)) return true;
  return question.key.tests.some((test) =>
    test.arguments.some(
      (argument) =>
        argument.type === 'array' ||
        argument.type === 'formula' ||
        (argument.type === 'draw' && argument.shape.length > 0),
    ),
  );
}
