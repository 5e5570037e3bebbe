/** Questions once their key is open, on a player's own page, by kind. A kind without one says it by its verdict. */
import type { ComponentType } from 'react';
import type { QuestionKind } from '../../domain/question.ts';
import type { AnsweredProps } from './answered-props.ts';
import { ChoiceAnswered } from './choice/answered.tsx';
import { OwnValue } from './common/own-value.tsx';
import { MatchAnswered } from './match/answered.tsx';
import { MatrixAnswered } from './matrix/answered.tsx';
import { OpenAnswered } from './open/answered.tsx';
import { OrderAnswered } from './order/answered.tsx';
import { PointAnswered } from './point/answered.tsx';
import { SetAnswered } from './set/answered.tsx';

export const answeredKinds: { readonly [K in QuestionKind]?: ComponentType<AnsweredProps> } = {
  choice: ChoiceAnswered,
  number: OwnValue,
  text: OwnValue,
  order: OrderAnswered,
  match: MatchAnswered,
  gaps: OwnValue,
  matrix: MatrixAnswered,
  set: SetAnswered,
  point: PointAnswered,
  open: OpenAnswered,
};
