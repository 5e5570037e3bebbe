/** Steps of the public half of a question, from each version to the next. */
import type { Fields } from './format.ts';

/** 1 → 2: before one could say how several right options are counted, they were counted by shares. */
export function sharesOfSeveral(question: Fields): Fields {
  const isOlder = question.kind === 'choice' && question.multiple === true && question.credit === undefined;
  return isOlder ? { ...question, credit: 'shares' } : question;
}
