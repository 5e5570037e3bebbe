/** For each kind of question: an answer that must earn full marks, and what students begin with, which must not. */
import { derivative } from 'mathjs';
import type { Answer } from '../../domain/answer.ts';
import { rightOrder } from '../../domain/judging/order.ts';
import { readExpression } from '../../domain/maths/read.ts';
import type { MathsTruth } from '../../domain/maths/truth.ts';
import type { Question, QuestionOf } from '../../domain/question.ts';

interface References {
  /** null: no right answer can be made without a person */
  right: Answer | null;
  /** null: this kind begins empty */
  starter: Answer | null;
}

/** Of a whole question. */
export function referencesOf(question: Question): References {
  switch (question.kind) {
    case 'choice':
      return { right: { choices: question.key.correct }, starter: null };
    case 'number':
      return { right: { value: String(question.key.value) }, starter: null };
    case 'text':
      return { right: { text: question.key.accept[0] ?? '' }, starter: null };
    case 'order':
      return { right: { order: rightOrder(question.key) }, starter: null };
    case 'maths':
      return { right: rightParts(question), starter: null };
    case 'blanks':
      return { right: { gaps: question.key.gaps }, starter: null };
    case 'function':
      return { right: { code: question.key.solution }, starter: { code: question.starter } };
  }
}

function rightParts({ key, variables }: QuestionOf<'maths'>): Answer | null {
  const parts: Record<string, string> = {};
  for (const [part, truth] of Object.entries(key.truths)) {
    const text = written(truth, variables);
    if (text === null) return null;
    parts[part] = text;
  }
  return { parts };
}

/** The truth as somebody would type it. mathjs differentiates here: a second opinion, independent of the checker. */
function written(truth: MathsTruth, variables: readonly string[]): string | null {
  if ('expected' in truth) return truth.expected;
  const reading = readExpression(truth.derivativeOf, { variables });
  if (!reading.ok) return null;
  try {
    return derivative(reading.text, truth.by).toString();
  } catch {
    // a function that mathjs cannot differentiate
    return null;
  }
}
