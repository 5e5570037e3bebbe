/** Which votes a room took on a question, one after the other: of those that are over. Pure. */
import type { LiveRound, LiveState } from '../state.ts';

export interface Vote {
  round: LiveRound;
  /** its place in the rounds of its room */
  index: number;
}

/** In the order in which questions were asked; each with its votes, of which the last one counts. */
export function votesIn({ rounds }: LiveState): [Vote, ...Vote[]][] {
  const closed = rounds.flatMap((round, index) => (round.closedAt === null ? [] : [{ round, index }]));
  const first = closed.filter(({ round }) => round.revoteOf === null);
  return first.map((vote) => {
    const votes: [Vote, ...Vote[]] = [vote];
    for (const again of closed) if (again.round.revoteOf === votes.at(-1)?.index) votes.push(again);
    return votes;
  });
}
