/** What in a question may well be meant and should be looked at: told to its author, but no error. */

import { isCode } from '../../kinds/asked.ts';
import type { CodeTest } from '../../kinds/code/document.ts';
import type { Question } from '../../question.ts';
import { told } from '../../variants/told.ts';
import { type LessonProblem, type Spot, START } from '../problems.ts';
import { lostVariants } from '../variants.ts';

/**
 * Hidden tests whose inputs are the same for everybody, every time: they can be found out bit by bit, and then written down; no hidden
 * tests at all. And variants that nobody ever gets, since something that is worked out has no value in them.
 */
export function notesOn(
  questions: readonly Question[],
  file: string,
  spots: Readonly<Record<string, Spot>> = {},
): LessonProblem[] {
  return questions.flatMap((question) => {
    const at = spots[question.id] ?? START;
    const lost = lostVariants(question).map(({ values, ...params }) => ({
      file,
      ...at,
      code: 'variants.lost',
      params: { ...params, values: told(values) },
    }));
    if (!isCode(question)) return lost;
    const fixed = question.key.tests
      .filter(isFixed)
      .map(({ name }) => ({ file, ...at, code: 'check.fixedHidden', params: { id: question.id, name } }));
    const open = question.key.tests.every(({ visible }) => visible)
      ? [{ file, ...at, code: 'check.allVisible', params: { id: question.id } }]
      : [];
    return [...lost, ...fixed, ...open];
  });
}

const isFixed = ({ visible, inputs, arguments: given }: CodeTest): boolean =>
  !visible && inputs === undefined && given.every((argument) => argument.type !== 'draw');
