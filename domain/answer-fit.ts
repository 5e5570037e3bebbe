/** Whether an answer fits a question; without the schemas, which pages need not carry. */
import type { Answer, AnswerOf } from './answer.ts';
import type { QuestionKind, QuestionView } from './question.ts';

export type ReadAnswer<K extends QuestionKind> = { ok: true; answer: AnswerOf<K> } | { ok: false; field: string };

const FIELDS: Record<QuestionKind, string> = {
  choice: 'choices',
  number: 'value',
  text: 'text',
  order: 'order',
  maths: 'parts',
  blanks: 'gaps',
  function: 'code',
};

/** Whether an answer that was parsed already is one to this question, with names of its own only. */
export function fitAnswer(question: QuestionView, given: Answer): ReadAnswer<QuestionKind> {
  const field = FIELDS[question.kind];
  if (!(field in given)) return { ok: false, field };
  const known = new Set(namesIn(question));
  const stranger = namesOf(given).find((name) => !known.has(name));
  return stranger === undefined ? { ok: true, answer: given } : { ok: false, field: stranger };
}

function namesIn(question: QuestionView): string[] {
  switch (question.kind) {
    case 'choice':
      return question.options.map((option) => option.letter);
    case 'order':
      return question.items.map((item) => item.letter);
    case 'maths':
      return question.parts.map((part) => part.id);
    case 'blanks':
      return question.template.flatMap((piece) => ('gap' in piece ? [piece.gap] : []));
    default:
      return [];
  }
}

function namesOf(given: Answer): string[] {
  if ('choices' in given) return given.choices;
  if ('order' in given) return given.order;
  if ('parts' in given) return [...Object.keys(given.parts), ...Object.keys(given.readings ?? {})];
  if ('gaps' in given) return Object.keys(given.gaps);
  return [];
}
