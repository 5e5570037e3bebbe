'use client';
/** All that a class put, in one plane, as large as so many put it; with what is right once that is told. */
import { useLate } from '../../_late/late.ts';
import type { TalliesProps } from '../tallies-props.ts';
import { loadShown } from './load-shown.ts';
import type { Labelled } from './shown-plane.tsx';

export function PointTallies({ question: { asked }, tallies, reveal, large }: TalliesProps) {
  const { part } = useLate(loadShown);
  if (asked?.kind !== 'point') return null;
  const all = tallies.flatMap((one) => (one.others === undefined ? [one] : (one.each ?? [])));
  const lookOf = ({ correct, partly }: (typeof all)[number]): Labelled['look'] => {
    if (reveal === null) return 'accent';
    return correct ? 'right' : partly === true ? 'second' : 'wrong';
  };
  const marked: Labelled[] = [
    ...(reveal?.correct ?? []).map((label) => ({ label, look: 'right' as const, faint: true })),
    // what is right lies on top
    ...all
      .toSorted((one, other) => Number(one.correct) - Number(other.correct))
      .map((one) => ({
        label: one.label,
        look: lookOf(one),
        count: one.count,
      })),
    ...(reveal?.value == null
      ? []
      : [{ label: reveal.value, look: 'right' as const, faint: all.some(({ correct }) => correct) }]),
  ];
  return (
    <div className={large ? 'min-h-[44vh]' : 'min-h-[300px]'}>
      {part && <part.ShownPlane question={asked} marked={marked} large={large} />}
    </div>
  );
}
