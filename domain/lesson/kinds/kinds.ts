/** The readers of all kinds of questions: a kind without a reader does not compile. */
import type { QuestionKind } from '../../question.ts';
import { blanks } from './blanks.ts';
import { choice } from './choice.ts';
import { functionReader } from './function.ts';
import { maths } from './maths.ts';
import { number } from './number.ts';
import { order } from './order.ts';
import type { KindReader } from './reader.ts';
import { text } from './text.ts';

export const kindReaders: { [K in QuestionKind]: KindReader<K> } = {
  choice,
  number,
  text,
  order,
  maths,
  blanks,
  function: functionReader,
};

export const KINDS = Object.keys(kindReaders);

export function isKind(word: string): word is QuestionKind {
  return KINDS.includes(word);
}
