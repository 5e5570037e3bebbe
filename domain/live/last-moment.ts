/** When a round ends for a player; without the schemas, which pages need not carry. */

/**
 * The last instant at which a player may answer.
 * @param timeFactor the share of the usual time that this player has; Infinity: no limit but the host's
 */
export function lastMoment(round: { opensAt: number; closesAt: number }, timeFactor: number): number {
  return timeFactor === 1 ? round.closesAt : round.opensAt + (round.closesAt - round.opensAt) * timeFactor;
}
