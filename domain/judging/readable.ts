/**
 * Whether an answer can be read, told before it is handed in: the same at home, in a live round and on the server. It knows
 * the public half of a question only, so it tells nothing of what is right.
 */
import type { Answer, AnswerOf } from '../answer.ts';
import { type Meaning, readExpression } from '../maths/read.ts';
import type { QuestionView, QuestionViewOf } from '../question.ts';
import type { Feedback } from '../verdict.ts';
import { say } from './codes.ts';
import { eulerInPlay } from './euler.ts';
import { fillGaps } from './gaps.ts';
import { readingOf } from './number.ts';
import { isWritten } from './text.ts';

/** How one field is read, as one types. */
export type FieldReading =
  | { is: 'read'; tex: string; notes: Feedback[] }
  | { is: 'asked'; readings: readonly Meaning[]; feedback: Feedback }
  | { is: 'unread'; feedback: Feedback };

/** What may stand for a constant of integration; whether one is asked for, the key knows. */
const CONSTANTS = ['C', 'c', 'K', 'k', 'C_1', 'c_1', 'const'];

/** One part of a maths question. */
export function readPart(
  question: Pick<QuestionViewOf<'maths'>, 'variables' | 'promptHtml' | 'euler'>,
  text: string,
  chosen?: string,
): FieldReading {
  const { variables } = question;
  const reading = readExpression(text, {
    variables,
    alsoVariables: CONSTANTS.filter((name) => !variables.includes(name)),
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

/** A number. */
export function readNumberField(
  question: Pick<QuestionViewOf<'number'>, 'unit' | 'promptHtml' | 'euler'>,
  answer: AnswerOf<'number'>,
): FieldReading {
  const read = readingOf(question, answer);
  if (read.ok) {
    const notes = read.notes.map(({ code, params }) => ({ code: `maths.reading.${code}`, params: { ...params } }));
    return { is: 'read', tex: read.tex, notes };
  }
  const { feedback, readings } = read;
  return readings === undefined ? { is: 'unread', feedback } : { is: 'asked', readings, feedback };
}

/** The first field of an answer that cannot be read, or that may be meant in two ways; `field` is '' where there is one only. */
export interface Unread {
  field: string;
  feedback: Feedback;
  asked: boolean;
}

/** undefined: all that is filled in can be read. */
export function firstUnread(question: QuestionView, answer: Answer): Unread | undefined {
  if (question.kind === 'number' && 'value' in answer) return unreadNumber(question, answer);
  if (question.kind === 'maths' && 'parts' in answer) {
    for (const { id } of question.parts) {
      const text = (answer.parts[id] ?? '').trim();
      const unread = text === '' ? undefined : unreadIn(id, readPart(question, text, answer.readings?.[id]));
      if (unread !== undefined) return unread;
    }
    return undefined;
  }
  if (question.kind === 'text' && 'text' in answer)
    return isWritten(answer.text) ? undefined : { field: '', feedback: say('noText'), asked: false };
  if (question.kind === 'order' && 'order' in answer) {
    const left = question.items.length - answer.order.length;
    return left > 0 ? { field: '', feedback: say('orderUnfinished', { left }), asked: false } : undefined;
  }
  if (question.kind === 'choice' && 'choices' in answer && !question.multiple && answer.choices.length > 1)
    return { field: '', feedback: say('oneOption'), asked: false };
  if (question.kind === 'blanks' && 'gaps' in answer) {
    const filled = fillGaps(question, answer);
    const [feedback] = filled.ok ? [] : filled.feedback;
    return feedback === undefined ? undefined : { field: String(feedback.params.gap ?? ''), feedback, asked: false };
  }
  return undefined;
}

/** The same of a number, whose question a player is shown in a shorter form. */
export function unreadNumber(
  question: Parameters<typeof readNumberField>[0],
  answer: AnswerOf<'number'>,
): Unread | undefined {
  return unreadIn('', readNumberField(question, answer));
}

function unreadIn(field: string, reading: FieldReading): Unread | undefined {
  return reading.is === 'read' ? undefined : { field, feedback: reading.feedback, asked: reading.is === 'asked' };
}
