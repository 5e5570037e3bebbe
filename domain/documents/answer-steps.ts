/** Steps of an answer, from each version to the next. */
import { type Fields, fieldsIn } from './format.ts';

/** The field by which an answer of version 1 was known. Closed: a kind that came later has always said its name. */
const KIND_BY_FIELD = {
  choices: 'choice',
  value: 'number',
  text: 'text',
  order: 'order',
  parts: 'maths',
  gaps: 'blanks',
  code: 'function',
} as const;

/** 1 → 2: an answer says of which kind it is. */
export function saysItsKind(answer: Fields): Fields {
  const [, kind] = Object.entries(KIND_BY_FIELD).find(([field]) => field in answer) ?? [];
  return kind === undefined || 'kind' in answer ? answer : { kind, ...answer };
}

/** The same of what comes from outside, whatever it is. */
export function tagged(given: unknown): unknown {
  return typeof given === 'object' && given !== null && !Array.isArray(given) ? saysItsKind(fieldsIn(given)) : given;
}
