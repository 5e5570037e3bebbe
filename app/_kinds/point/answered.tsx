'use client';
/** What was put: mine and what is right, in words and in the plane. */
import { answerText } from '../../../domain/kinds/asked.ts';
import { Html } from '../../_features/lesson/html.tsx';
import { useLate } from '../../_late/late.ts';
import type { AnsweredProps } from '../answered-props.ts';
import { MineAndRight } from '../common/mine-and-right.tsx';
import { loadShown } from './load-shown.ts';
import type { Labelled } from './shown-plane.tsx';

export function PointAnswered({ question: { asked }, answer, right, partly, reveal, told }: AnsweredProps) {
  const { part } = useLate(loadShown);
  if (asked?.kind !== 'point') return null;
  const mine = answer && (
    <>
      {answerText(answer)}
      {told?.notes.map(({ html }) => (
        <Html key={html} html={html} className="lesson-prose lesson-small mt-1" />
      ))}
    </>
  );
  const put = answer?.kind === 'point' ? answer : null;
  const marked: Labelled[] = [
    ...reveal.correct.map((one) => ({ label: one, look: 'right' as const, faint: true })),
    ...(reveal.value === null ? [] : [{ label: reveal.value, look: 'right' as const }]),
    ...(put === null
      ? []
      : [{ answer: put, look: right ? ('right' as const) : partly ? ('second' as const) : ('wrong' as const) }]),
  ];
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <div className="min-h-[300px]">{part && <part.ShownPlane question={asked} marked={marked} />}</div>
      <MineAndRight mine={mine} right={right} partly={partly} solution={reveal.value} />
    </div>
  );
}
