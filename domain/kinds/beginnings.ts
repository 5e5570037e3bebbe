/** What a form of each kind begins with: a kind without one does not compile. Light: pages carry it. */
import type { WrittenBeginning } from '../lesson/written/written.ts';
import type { QuestionKind } from '../question.ts';
import { blanksBeginning } from './blanks/beginning.ts';
import { choiceBeginning } from './choice/beginning.ts';
import { functionBeginning } from './function/beginning.ts';
import { gapsBeginning } from './gaps/beginning.ts';
import { matchBeginning } from './match/beginning.ts';
import { mathsBeginning } from './maths/beginning.ts';
import { matrixBeginning } from './matrix/beginning.ts';
import { numberBeginning } from './number/beginning.ts';
import { openBeginning } from './open/beginning.ts';
import { orderBeginning } from './order/beginning.ts';
import { pointBeginning } from './point/beginning.ts';
import { setBeginning } from './set/beginning.ts';
import { textBeginning } from './text/beginning.ts';

export const beginnings: { readonly [K in QuestionKind]: WrittenBeginning } = {
  choice: choiceBeginning,
  number: numberBeginning,
  text: textBeginning,
  order: orderBeginning,
  match: matchBeginning,
  gaps: gapsBeginning,
  maths: mathsBeginning,
  matrix: matrixBeginning,
  set: setBeginning,
  point: pointBeginning,
  blanks: blanksBeginning,
  function: functionBeginning,
  open: openBeginning,
};
