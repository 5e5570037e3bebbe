/** Who stands where: everybody's place, the first of them for the wall, and the podium. Ties share a place and are cut nowhere. */
import { activePlayers, closedRounds, isScored, type Room, type RoomPlayer } from './room.ts';
import { standings } from './standings.ts';
import type { RankedPlayer, ScreenView } from './views.ts';

/** So many rows a wall shows. */
const SHOWN = 6;
/** So many names a step of the podium bears; the others are counted. */
const NAMES_ON_A_STEP = 4;

/** Those who count: rehearsal players only while nobody else is here, and in no report. */
function counted(room: Room): RoomPlayer[] {
  const players = activePlayers(room);
  const real = players.filter((player) => !player.rehearsal);
  return real.length > 0 || room.state.phase === 'ended' ? real : players;
}

/** Everybody's place, with what the last closed round brought. */
export function ranking(room: Room): RankedPlayer[] {
  const players = counted(room);
  const ids = players.map((player) => player.id);
  const closed = closedRounds(room.state);
  const { now, before } = standings(room.state, room.questions, ids, room.answers, closed);
  const byId = new Map(players.map((player) => [player.id, player]));
  // where nobody had a point yet there were no places to fall from
  const begun = now.some((one) => one.points > one.gained);
  return now.map((one) => ({
    ...one,
    nickname: byId.get(one.playerId)?.nickname ?? '',
    rehearsal: byId.get(one.playerId)?.rehearsal ?? false,
    moved: begun ? (before.get(one.playerId) ?? one.rank) - one.rank : 0,
  }));
}

/** The first six, best first; of those who share the sixth's place, how many are not among them. */
export function firstOf(ranks: readonly RankedPlayer[]): { standings: RankedPlayer[]; tiedBeyond: number } {
  const shown = ranks.slice(0, SHOWN);
  const last = shown.at(-1)?.rank;
  return { standings: shown, tiedBeyond: ranks.slice(SHOWN).filter((one) => one.rank === last).length };
}

/** Who climbed farthest by the last round, from however far below; null where nobody rose. */
export function climberOf(ranks: readonly RankedPlayer[]): ScreenView['climber'] {
  const best = ranks.reduce<RankedPlayer | null>((far, one) => (one.moved > (far?.moved ?? 0) ? one : far), null);
  return best === null ? null : { nickname: best.nickname, from: best.rank + best.moved, to: best.rank };
}

/** The first three places, with all who share them; nobody who has no points. */
export function podiumOf(ranks: readonly RankedPlayer[]): NonNullable<ScreenView['podium']> {
  return [1, 2, 3].flatMap((rank) => {
    const there = ranks.filter((one) => one.rank === rank && one.points > 0);
    const [first] = there;
    if (first === undefined) return [];
    const nicknames = there.slice(0, NAMES_ON_A_STEP).map((one) => one.nickname);
    return [{ rank, points: first.points, nicknames, more: there.length - nicknames.length }];
  });
}

/** What a class did together: its right answers, of all that the rounds so far asked of those who are here. */
export function togetherOf(room: Room, ranks: readonly RankedPlayer[]): { right: number; of: number } {
  const asked = room.state.rounds.filter(
    (round) => round.closedAt !== null && !round.skipped && !round.superseded && isScored(room, round),
  );
  return { right: ranks.reduce((sum, one) => sum + one.right, 0), of: asked.length * ranks.length };
}
