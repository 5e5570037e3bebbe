/** Reads the parts of a maths answer before it is handed in. */
import type { AnswerOf } from '../../answer.ts';
import { readExpression } from '../../maths/read.ts';
import type { QuestionViewOf } from '../../question.ts';
import { eulerInPlay } from '../common/euler.ts';
import { type FieldReading, type Unread, unreadIn } from '../common/unread.ts';

/** What may stand for a constant of integration; whether one is asked for, the key knows. */
const CONSTANTS = ['C', 'c', 'K', 'k', 'C_1', 'c_1', 'const'];

type Asked = Pick<QuestionViewOf<'maths'>, 'variables' | 'promptHtml' | 'euler'>;

/** One part of a maths question. */
export function readPart(question: Asked, text: string, chosen?: string): FieldReading {
  const free = CONSTANTS.filter((name) => !question.variables.includes(name));
  return readFormula(question, text, chosen, free);
}

/** A formula in the variables of a question. */
export function readFormula(
  question: Asked,
  text: string,
  chosen?: string,
  alsoVariables: readonly string[] = [],
): FieldReading {
  const reading = readExpression(text, {
    variables: question.variables,
    alsoVariables,
    euler: eulerInPlay(question),
    ...(chosen === undefined ? {} : { chosen }),
  });
  if (!reading.ok) {
    const { code, params, at, length } = reading.problem;
    return { is: 'unread', feedback: { code: `maths.problem.${code}`, params: { ...params, at, length } } };
  }
  if (reading.asked !== undefined)
    return { is: 'asked', readings: reading.asks, feedback: { code: 'maths.problem.two-readings', params: {} } };
  const notes = reading.notes.map(({ code, params }) => ({ code: `maths.reading.${code}`, params: { ...params } }));
  return { is: 'read', tex: reading.tex, notes };
}

/** The first part that is filled in and cannot be read. */
export function unreadParts(question: QuestionViewOf<'maths'>, answer: AnswerOf<'maths'>): Unread | undefined {
  for (const { id } of question.parts) {
    const text = (answer.parts[id] ?? '').trim();
    const unread = text === '' ? undefined : unreadIn(id, readPart(question, text, answer.readings?.[id]));
    if (unread !== undefined) return unread;
  }
  return undefined;
}
