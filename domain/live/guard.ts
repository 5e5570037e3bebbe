/** A press that comes just after a phase began was meant for the one before it: it takes nobody a step too far. */
import type { HostCommand } from './advance.ts';
import type { LiveState } from './state.ts';

/** So long after a phase began no host goes on from it, in milliseconds of the database's clock. */
export const GUARD_MS = 1500;

/** What ends a phase for everybody. What is undone as quickly, and the end of the quiz, which asks, do not wait. */
const MOVES: ReadonlySet<HostCommand['type']> = new Set(['next', 'close', 'discuss', 'reveal', 'skip']);

/** Whether an order must wait, from whichever device of a host it comes. */
export function comesTooSoon({ phaseSince }: LiveState, { type }: HostCommand, now: number): boolean {
  return MOVES.has(type) && now >= phaseSince && now < phaseSince + GUARD_MS;
}
