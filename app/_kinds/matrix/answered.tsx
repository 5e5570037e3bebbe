'use client';
/** A matrix: mine, typeset, and the right one where mine is not. */
import type { AnsweredProps } from '../answered-props.ts';
import { MineAndRight } from '../common/mine-and-right.tsx';
import { RightEntries } from './right-matrix.tsx';
import { TypesetMatrix } from './typeset-matrix.tsx';

export function MatrixAnswered({ question, answer, right, partly, reveal }: AnsweredProps) {
  const mine = answer?.kind === 'matrix' ? <TypesetMatrix asked={question.asked} entries={answer.entries} /> : null;
  const solution = reveal.value === null ? null : <RightEntries question={question} reveal={reveal} />;
  return <MineAndRight mine={mine} right={right} partly={partly} solution={solution} />;
}
