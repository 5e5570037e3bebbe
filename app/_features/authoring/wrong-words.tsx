'use client';
/** What is wrong with a field of a form, below it. */
import type { PartProblem } from './form-props.ts';

export function WrongWords({ id, problems }: { id: string; problems: readonly PartProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <ul id={id} className="grid gap-0.5 text-[14px] text-wrong">
      {[...new Set(problems.map(({ words }) => words))].map((words) => (
        <li key={words}>▲ {words}</li>
      ))}
    </ul>
  );
}
