'use client';
/** A number or a text: mine as it was read, and what is right where mine is not. */
import { answerText } from '../../../domain/kinds/asked.ts';
import { Html } from '../../_features/lesson/html.tsx';
import { Tex } from '../../_features/lesson/tex.tsx';
import type { AnsweredProps } from '../answered-props.ts';
import { MineAndRight } from './mine-and-right.tsx';

export function OwnValue({ question: { unit }, answer, right, partly, reveal, told }: AnsweredProps) {
  const unitText = unit === null ? '' : ` ${unit}`;
  const mine = answer && (
    <>
      {told?.tex == null ? answerText(answer) : <Tex tex={told.tex} />}
      {told?.tex == null ? '' : unitText}
      {told?.notes.map(({ html }) => (
        <Html key={html} html={html} className="lesson-prose lesson-small mt-1" />
      ))}
    </>
  );
  const solution = reveal.value === null ? null : reveal.value + unitText;
  return <MineAndRight mine={mine} right={right} partly={partly} solution={solution} />;
}
