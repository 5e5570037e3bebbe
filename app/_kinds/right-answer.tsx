/** What is right, from the reveal on, where a kind shows it in more than one line. */
import type { ComponentType } from 'react';
import type { Reveal, ShownQuestion } from '../../domain/live/views.ts';
import type { QuestionKind } from '../../domain/question.ts';
import { RightMatrix } from './matrix/right-matrix.tsx';
import { RightOrder, type RightProps } from './order/right-order.tsx';
import { RightSet } from './set/right-set.tsx';

const rights: { readonly [K in QuestionKind]?: ComponentType<RightProps> } = {
  order: RightOrder,
  matrix: RightMatrix,
  set: RightSet,
};

interface RightAnswerProps {
  question: ShownQuestion | null;
  reveal: Reveal | null;
  large?: boolean;
}

export function RightAnswer({ question, reveal, large = false }: RightAnswerProps) {
  if (question === null || reveal === null) return null;
  const Right = rights[question.kind];
  return Right && <Right question={question} reveal={reveal} large={large} />;
}
