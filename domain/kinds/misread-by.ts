/** The register of signs by which misconceptions show, for the form of authors: light. */
import type { Signs } from '../misconceptions/sign.ts';
import type { QuestionKind } from '../question.ts';
import { blanksSigns } from './blanks/misread-by.ts';
import { choiceSigns } from './choice/misread-by.ts';
import { functionSigns } from './function/misread-by.ts';
import { gapsSigns } from './gaps/misread-by.ts';
import { matchSigns } from './match/misread-by.ts';
import { mathsSigns } from './maths/misread-by.ts';
import { matrixSigns } from './matrix/misread-by.ts';
import { numberSigns } from './number/misread-by.ts';
import { openSigns } from './open/misread-by.ts';
import { orderSigns } from './order/misread-by.ts';
import { pointSigns } from './point/misread-by.ts';
import { setSigns } from './set/misread-by.ts';
import { textSigns } from './text/misread-by.ts';

export const misreadBy: Readonly<Record<QuestionKind, Signs>> = {
  blanks: blanksSigns,
  choice: choiceSigns,
  function: functionSigns,
  gaps: gapsSigns,
  match: matchSigns,
  maths: mathsSigns,
  matrix: matrixSigns,
  number: numberSigns,
  open: openSigns,
  order: orderSigns,
  point: pointSigns,
  set: setSigns,
  text: textSigns,
};
