/** When a round ends for a player; without the schemas, which pages need not carry. */
import type { LiveRound } from './state.ts';

/**
 * The last instant at which a player may answer.
 * @param timeFactor the share of the usual time that this player has; Infinity: no limit but the host's
 */
export function lastMoment(round: Pick<LiveRound, 'opensAt' | 'closesAt'>, timeFactor: number): number {
  return timeFactor === 1 ? round.closesAt : round.opensAt + (round.closesAt - round.opensAt) * timeFactor;
}
