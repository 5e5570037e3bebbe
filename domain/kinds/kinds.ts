/** The register of whole kinds, for server, workers and tools: a kind that is not in it does not compile. */
import type { QuestionKind } from '../question.ts';
import { blanksKind } from './blanks/kind.ts';
import { choiceKind } from './choice/kind.ts';
import type { Kind } from './define.ts';
import { functionKind } from './function/kind.ts';
import { gapsKind } from './gaps/kind.ts';
import { matchKind } from './match/kind.ts';
import { mathsKind } from './maths/kind.ts';
import { matrixKind } from './matrix/kind.ts';
import { numberKind } from './number/kind.ts';
import { openKind } from './open/kind.ts';
import { orderKind } from './order/kind.ts';
import { pointKind } from './point/kind.ts';
import { setKind } from './set/kind.ts';
import { textKind } from './text/kind.ts';

export const kinds: { readonly [K in QuestionKind]: Kind<K> } = {
  choice: choiceKind,
  number: numberKind,
  text: textKind,
  order: orderKind,
  match: matchKind,
  gaps: gapsKind,
  maths: mathsKind,
  blanks: blanksKind,
  function: functionKind,
  matrix: matrixKind,
  set: setKind,
  point: pointKind,
  open: openKind,
};

export const KINDS = Object.keys(kinds);

export function isKind(word: string): word is QuestionKind {
  return KINDS.includes(word);
}

/** The kind of a question. Whoever hands it an answer has seen that it is of the same kind (domain/answer-fit.ts). */
export function kindOf({ kind }: { kind: QuestionKind }): Kind {
  const all: Readonly<Record<QuestionKind, unknown>> = kinds;
  return all[kind] as Kind;
}
