/** How far a step is: done, the first that is not, or one that comes later. Pure. */
export type StepState = 'done' | 'now' | 'later';

/** @param open those that are not done, in order */
export function stateOf<S extends string>(step: S, open: readonly S[]): StepState {
  if (!open.includes(step)) return 'done';
  return open[0] === step ? 'now' : 'later';
}
