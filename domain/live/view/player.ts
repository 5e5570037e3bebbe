/** What a player sees: the key only once it is open, and of others nothing that they have not shown. */
import { askedKind } from '../../kinds/asked.ts';
import { kindOf } from '../../kinds/kinds.ts';
import { wordsOn } from '../../misconceptions/seen.ts';
import type { Question } from '../../question.ts';
import { studentVerdict } from '../../results/student-verdict.ts';
import { distribution } from '../distribution.ts';
import { saidAs } from '../gathered.ts';
import { seenLive } from '../misread.ts';
import { questionFor } from '../own.ts';
import { arePlaces } from '../places.ts';
import { ranking } from '../ranks.ts';
import { answersTo, isKeyOpen, isRevealed, isTold, type Room, type RoomPlayer, type StoredAnswer } from '../room.ts';
import { scoreAnswer } from '../score.ts';
import { toldOf } from '../told.ts';
import type { PlayerReveal, PlayerView, RankedPlayer } from '../views.ts';
import { commonView, revealOf, shownQuestion } from './common.ts';
import { receiptOf } from './receipt.ts';

/** Makes the views of a room's players: what all of them share is made once; of those, if need be, who are asked the same. */
export class PlayerViews {
  /** everything but `me` */
  readonly shared: Omit<PlayerView, 'me'>;
  readonly #room: Room;
  readonly #open: boolean;
  readonly #told: boolean;
  readonly #placed: boolean;
  readonly #given: ReadonlyMap<string, StoredAnswer>;
  readonly #players: ReadonlyMap<string, RoomPlayer>;
  readonly #places = new Map<string, { mine: RankedPlayer; ahead: RankedPlayer | undefined }>();
  /** by round, once it is over: the same for all players */
  readonly #reveals: ReadonlyMap<number, PlayerReveal | null>;

  /** @param as one of those who are asked the same in this round; left out: that is everybody */
  constructor(room: Room, ranks: RankedPlayer[] = ranking(room), as?: string) {
    this.#room = room;
    this.#open = isRevealed(room.state);
    this.#told = isTold(room.state);
    this.#placed = this.#told && arePlaces(ranks);
    this.#given = new Map((room.answers.get(room.state.rounds.length - 1) ?? []).map((one) => [one.playerId, one]));
    this.#players = new Map(room.players.map((player) => [player.id, player]));
    const index = room.state.rounds.length - 1;
    const questionOf = (id: string) => (as === undefined ? room.questions.get(id) : questionFor(room, id, as));
    this.shared = {
      role: 'player',
      ...commonView(room, questionOf),
      reveal: this.#open ? playerRevealOf(room, index, as) : null,
    };
    this.#reveals = new Map(isOver(room) ? room.state.rounds.flatMap((_, round) => openedAt(room, round)) : []);
    let ahead: RankedPlayer | undefined;
    let last: RankedPlayer | undefined;
    for (const mine of ranks) {
      // of those with more points, the last one
      if (last !== undefined && last.points > mine.points) ahead = last;
      this.#places.set(mine.playerId, { mine, ahead });
      last = mine;
    }
  }

  /** What is this player's alone. */
  me(playerId: string): PlayerView['me'] {
    const room = this.#room;
    const open = this.#open;
    const told = this.#told;
    const player = this.#players.get(playerId);
    const given = this.#given.get(playerId);
    const { mine, ahead } = this.#places.get(playerId) ?? {};
    const index = room.state.rounds.length - 1;
    return {
      id: playerId,
      nickname: player?.nickname ?? '',
      receipt: given === undefined ? null : receiptOf(index, given),
      result: open ? resultOf(room, index, given) : null,
      ...saidOf(open ? questionFor(room, room.state.rounds[index]?.questionId ?? '', playerId) : undefined, given),
      points: mine?.points ?? 0,
      right: mine?.right ?? 0,
      bonus: told ? (mine?.bonus ?? 0) : 0,
      timeFactor: player === undefined || !Number.isFinite(player.timeFactor) ? null : player.timeFactor,
      rank: this.#placed ? (mine?.rank ?? null) : null,
      moved: told ? (mine?.moved ?? 0) : 0,
      ahead:
        told && ahead !== undefined && mine !== undefined
          ? { nickname: room.state.settings.showNames ? ahead.nickname : null, by: ahead.points - mine.points }
          : null,
      review: isOver(room) ? reviewOf(room, playerId, this.#reveals) : null,
    };
  }
}

/** What a player was shown until now, as they were shown it: what stands before them, and the rounds that are over. */
export function shownToPlayer(room: Room, playerId: string): object {
  const before = room.state.rounds.slice(0, -1).flatMap((_, round) => openedAt(room, round));
  return [playerViewOf(room, playerId), reviewOf(room, playerId, new Map(before))];
}

/** What of it is the same for all players. */
export function shownToAll(room: Room): object {
  const { rounds } = room.state;
  const before = rounds.slice(0, -1).flatMap((_, round) => openedAt(room, round));
  return [
    commonView(room).question,
    isRevealed(room.state) ? playerRevealOf(room, rounds.length - 1) : null,
    before.map(([index, reveal]) => {
      const question = room.questions.get(rounds[index]?.questionId ?? '');
      return [question === undefined ? null : shownQuestion(question, true), reveal];
    }),
  ];
}

/** One player's view. */
export function playerViewOf(room: Room, playerId: string): PlayerView {
  const views = new PlayerViews(room, ranking(room), playerId);
  return { ...views.shared, me: views.me(playerId) };
}

/** The same as a player is shown it: with the shares of the class, where options can be counted. */
function playerRevealOf(room: Room, index: number, as?: string): PlayerReveal | null {
  const id = room.state.rounds[index]?.questionId ?? '';
  const question = as === undefined ? room.questions.get(id) : questionFor(room, id, as);
  return question === undefined ? null : { ...revealOf(question), shares: sharesOf(question, answersTo(room, index)) };
}

function sharesOf(question: Question, given: readonly StoredAnswer[]): PlayerReveal['shares'] {
  if (kindOf(question).live.tallied === undefined || saidAs(question) !== null || given.length === 0) return null;
  return Object.fromEntries(
    distribution(question, given).map(({ label, count }) => [label, Math.round((100 * count) / given.length)]),
  );
}

function resultOf(room: Room, index: number, given: StoredAnswer | undefined) {
  const round = room.state.rounds[index];
  const question = round === undefined ? undefined : room.questions.get(round.questionId);
  if (round === undefined || question === undefined || given === undefined) return null;
  // nothing is measured
  if (!askedKind(question).scored) return null;
  // still in the pool: nothing is known of it yet
  if (askedKind(question).needsPool && given.verdict === null) return null;
  return scoreAnswer(question, round, room.state.settings.speed, given);
}

const isOver = ({ state }: Room): boolean => state.phase === 'podium' || state.phase === 'ended';

/** The key of a round that is over and counts; null where it was skipped and its host has shown no key. */
function openedAt(room: Room, index: number): [number, PlayerReveal | null][] {
  const round = room.state.rounds[index];
  if (round === undefined || round.closedAt === null || round.superseded) return [];
  return [[index, isKeyOpen(round) ? playerRevealOf(room, index) : null]];
}

/** What grading says of an answer whose question is open; of one that is not, nothing. */
function saidOf(question: Question | undefined, given: StoredAnswer | undefined) {
  const nothing = { verdict: null, told: null, misread: [] };
  if (question === undefined || given === undefined) return nothing;
  const misread = wordsOn(question, seenLive(question, given));
  if (given.verdict !== null) return { verdict: studentVerdict(given.verdict), told: null, misread };
  return askedKind(question).needsPool ? nothing : { verdict: null, told: toldOf(question, given.answer), misread };
}

function reviewOf(
  room: Room,
  playerId: string,
  reveals: ReadonlyMap<number, PlayerReveal | null>,
): NonNullable<PlayerView['me']['review']> {
  return [...reveals].flatMap(([index, open]) => {
    const round = room.state.rounds[index];
    const question = questionFor(room, round?.questionId ?? '', playerId);
    if (round === undefined || question === undefined) return [];
    const isOwn = room.own?.has(round.questionId) === true;
    const reveal = open === null || !isOwn ? open : { ...open, ...revealOf(question) };
    const given = (room.answers.get(index) ?? []).find((one) => one.playerId === playerId);
    return [
      {
        question: shownQuestion(question, true),
        answer: given?.answer ?? null,
        result: reveal === null ? null : resultOf(room, index, given),
        skipped: round.skipped,
        ...saidOf(reveal === null ? undefined : question, given),
        reveal,
      },
    ];
  });
}
