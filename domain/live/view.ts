/** Projects a room onto what a viewer may see. Keys enter a view only through `revealOf`, and only once open. */

import { hash } from '../judging/random.ts';
import { askedKind } from '../kinds/asked.ts';
import { kindOf } from '../kinds/kinds.ts';
import { type Question, viewOf } from '../question.ts';
import { studentVerdict } from '../results/student-verdict.ts';
import type { Verdict } from '../results/verdict.ts';
import { distribution } from './distribution.ts';
import { firstGroups, groupsOf, poolAnswers, progressOf, sortedGroups, specimenOf } from './groups.ts';
import { GUARD_MS } from './guard.ts';
import { arePlaces } from './places.ts';
import { climberOf, firstOf, podiumOf, ranking, togetherOf } from './ranks.ts';
import {
  activePlayers,
  answersTo,
  isKeyOpen,
  isRevealed,
  isTold,
  type Room,
  type RoomPlayer,
  type StoredAnswer,
  sentAnswers,
} from './room.ts';
import { heardAnswers, saidOf as heardOf, saidAs, shownSayings } from './said.ts';
import { sayingsOf } from './sayings.ts';
import { scoreAnswer, shareRight } from './score.ts';
import { currentRound, isUnsettled, type LiveRound, type LiveState, questionsAsked } from './state.ts';
import { toldOf } from './told.ts';
import type {
  HostView,
  PlayerReveal,
  PlayerView,
  RankedPlayer,
  Receipt,
  Reveal,
  ScreenView,
  ShownQuestion,
  Tally,
} from './views.ts';

function commonView(room: Room) {
  const round = currentRound(room.state);
  const question = round === undefined ? undefined : room.questions.get(round.questionId);
  return {
    session: room.id,
    code: room.code,
    lesson: room.lesson,
    version: room.version,
    phase: room.state.phase,
    round: room.state.rounds.length - 1,
    number: questionsAsked(room.state),
    revote: round !== undefined && round.revoteOf !== null,
    rounds: room.state.plan.length,
    speed: room.state.settings.speed,
    question: question === undefined ? null : shownQuestion(question, room.state.phase !== 'read'),
    opensAt: round?.opensAt ?? null,
    closesAt: round?.closesAt ?? null,
    skipped: round?.skipped ?? false,
    corrected: wasCorrected(room.state),
    again: nextRoomOf(room),
    players: activePlayers(room).length,
  };
}

/** Who was in this room comes into the next one by its link. */
function nextRoomOf({ state, nextKey }: Room): PlayerView['again'] {
  return state.again === null || nextKey === undefined ? state.again : { ...state.again, key: nextKey };
}

function wasCorrected(state: LiveState): boolean {
  const { correctedAt, phase } = state;
  if (correctedAt === null) return false;
  const closedAt = currentRound(state)?.closedAt ?? null;
  return phase === 'podium' || phase === 'ended' || (closedAt !== null && closedAt <= correctedAt);
}

function shownQuestion(question: Question, withOptions: boolean): ShownQuestion {
  const kind = kindOf(question);
  const { id, title, promptHtml } = question;
  return {
    id,
    kind: question.kind,
    title,
    promptHtml,
    multiple: false,
    unit: null,
    ...kind.live.shown?.(question),
    options: withOptions ? (kind.lettered?.(question).map(({ letter, html }) => ({ letter, html })) ?? null) : null,
    asked: withOptions && kind.live.asksWhole ? viewOf(question) : null,
  };
}

function revealOf(question: Question): Reveal {
  const kind = kindOf(question);
  return {
    correct: [...(kind.live.tallied?.correct(question) ?? [])],
    value: kind.live.right(question),
    explanationHtml: question.key.explanationHtml,
    solutionHtml: kind.needsPool ? question.key.solutionHtml : null,
  };
}

/** The reveal of the current round, once open. */
function currentReveal(room: Room): Reveal | null {
  const round = currentRound(room.state);
  const question = round === undefined ? undefined : room.questions.get(round.questionId);
  return question === undefined || !isRevealed(room.state) ? null : revealOf(question);
}

/** The same as a player is shown it: with the shares of the class, where options can be counted. */
function playerRevealOf(room: Room, index: number): PlayerReveal | null {
  const question = room.questions.get(room.state.rounds[index]?.questionId ?? '');
  return question === undefined ? null : { ...revealOf(question), shares: sharesOf(question, answersTo(room, index)) };
}

function sharesOf(question: Question, given: readonly StoredAnswer[]): PlayerReveal['shares'] {
  if (kindOf(question).live.tallied === undefined || saidAs(question) !== null || given.length === 0) return null;
  return Object.fromEntries(
    distribution(question, given).map(({ label, count }) => [label, Math.round((100 * count) / given.length)]),
  );
}

/** What the server says of an answer that is stored. */
export function receiptOf(round: number, stored: StoredAnswer): Receipt {
  return {
    round,
    clientId: stored.clientId,
    answer: stored.answer,
    receivedAt: stored.receivedAt,
    mark: markOf(stored),
    provisional: stored.provisional,
  };
}

/** Four characters that stand for a stored answer: enough to compare in a room, not a secret. */
function markOf(stored: StoredAnswer): string {
  return hash(`${stored.clientId}:${stored.receivedAt}`).toString(36).toUpperCase().padStart(4, '0').slice(-4);
}

/** Makes the views of a room's players: what all of them share is made once. */
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

  constructor(room: Room, ranks: RankedPlayer[] = ranking(room)) {
    this.#room = room;
    this.#open = isRevealed(room.state);
    this.#told = isTold(room.state);
    this.#placed = this.#told && arePlaces(ranks);
    this.#given = new Map((room.answers.get(room.state.rounds.length - 1) ?? []).map((one) => [one.playerId, one]));
    this.#players = new Map(room.players.map((player) => [player.id, player]));
    const index = room.state.rounds.length - 1;
    this.shared = { role: 'player', ...commonView(room), reveal: this.#open ? playerRevealOf(room, index) : null };
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
      ...saidOf(open ? room.questions.get(room.state.rounds[index]?.questionId ?? '') : undefined, given),
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

/** One player's view. */
export function playerViewOf(room: Room, playerId: string): PlayerView {
  const views = new PlayerViews(room);
  return { ...views.shared, me: views.me(playerId) };
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
  const nothing = { verdict: null, told: null };
  if (question === undefined || given === undefined) return nothing;
  if (given.verdict !== null) return { verdict: studentVerdict(given.verdict), told: null };
  return askedKind(question).needsPool ? nothing : { verdict: null, told: toldOf(question, given.answer) };
}

function reviewOf(
  room: Room,
  playerId: string,
  reveals: ReadonlyMap<number, PlayerReveal | null>,
): NonNullable<PlayerView['me']['review']> {
  return [...reveals].flatMap(([index, reveal]) => {
    const round = room.state.rounds[index];
    const question = room.questions.get(round?.questionId ?? '');
    if (round === undefined || question === undefined) return [];
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

/** Where people join with the code, the room's own link, and its QR code as SVG: made by the server, which knows its address. */
export interface JoinAddress {
  joinUrl: string;
  joinLink: string;
  qr: string;
}

function sharedView(room: Room, join: JoinAddress, ranks: RankedPlayer[]) {
  const open = isRevealed(room.state);
  return {
    ...commonView(room),
    ...join,
    showNames: room.state.settings.showNames,
    locked: room.state.locked,
    answered: sentAnswers(room, room.state.rounds.length - 1).length,
    reveal: currentReveal(room),
    distribution: open ? distributionOf(room, room.state.rounds.length - 1) : null,
    rightShare: open ? rightShareOf(room) : null,
    before: open ? firstVote(room) : null,
    groups: open ? groupsOf(room, studentVerdict) : null,
    groupsBefore: open ? firstGroups(room, studentVerdict) : null,
    specimen: specimenOf(room),
    ...placesOf(room, ranks),
    page: room.state.page,
  };
}

/** Who stands where, once a round has been told; the podium at the end. */
function placesOf(room: Room, ranks: RankedPlayer[]) {
  const { phase } = room.state;
  const over = phase === 'podium' || phase === 'ended';
  if (!over && phase !== 'standings')
    return { standings: null, tiedBeyond: 0, climber: null, podium: null, together: null };
  return {
    ...firstOf(ranks),
    climber: over ? null : climberOf(ranks),
    podium: over ? podiumOf(ranks) : null,
    together: togetherOf(room, ranks),
  };
}

/** What the projector shows: nothing that a class may not see, and names only where they are shown. */
export function screenViewOf(room: Room, join: JoinAddress, ranks: RankedPlayer[] = ranking(room)): ScreenView {
  const hidden = !room.state.settings.showNames;
  const view = sharedView(room, join, ranks);
  return {
    role: 'screen',
    ...view,
    // places of strangers say nothing: a class that shows no names is told what it did together
    ...(hidden ? { standings: null, tiedBeyond: 0, climber: null, podium: null } : {}),
    ...(isShown(room) ? pollSoFar(room) : {}),
    said: shownSayings(room),
    names: hidden ? [] : activePlayers(room).map((player) => player.nickname),
  };
}

/** What a host sees: what the class does, and who has answered. */
export function hostViewOf(room: Room, join: JoinAddress, ranks: RankedPlayer[] = ranking(room)): HostView {
  const given = new Map(
    sentAnswers(room, room.state.rounds.length - 1).map((one) => [one.playerId, one.receivedAt] as const),
  );
  const shared = sharedView(room, join, ranks);
  const { distribution: polled = shared.distribution } = pollSoFar(room) ?? {};
  const discussing = room.state.phase === 'discuss';
  const over = room.state.phase === 'ended';
  const points = new Map(ranks.map((one) => [one.playerId, one.points]));
  return {
    role: 'host',
    ...shared,
    // while the class talks, its host alone sees how it voted
    distribution: discussing ? unmarked(distributionOf(room, room.state.rounds.length - 1)) : polled,
    groups: discussing || isRevealed(room.state) ? groupsOf(room, whole) : null,
    groupsBefore: isRevealed(room.state) ? firstGroups(room, whole) : null,
    moreTime: activePlayers(room).filter(({ id, timeFactor, present }) => timeFactor > 1 && present && !given.has(id))
      .length,
    // a report is of people
    said: heardOf(room),
    counting: isShown(room),
    people: activePlayers(room)
      .filter((one) => !over || !one.rehearsal)
      .map(({ id, nickname, present, userId, rehearsal }) => ({
        id,
        nickname,
        present,
        sentAt: given.get(id) ?? null,
        points: points.get(id) ?? 0,
        signedIn: userId !== null,
        rehearsal,
      })),
    removed: room.players.filter((player) => player.removed).map(({ id, nickname }) => ({ id, nickname })),
    guardedUntil: room.state.phaseSince + GUARD_MS,
    progress: progressOf(room),
    specimens: isRevealed(room.state) || discussing ? sortedGroups(room, whole).map((group) => group.specimen) : [],
    everyone: over ? ranks : [],
    facility: over ? room.state.rounds.flatMap((round, index) => facilityOf(room, round, index)) : [],
  };
}

/** Whether the host lets the class see what comes in. */
const isShown = ({ state }: Room): boolean => sayingsOf(state.said, state.rounds.length - 1).shown;

/** Of a poll that is open, which has nothing to give away: how it is counted so far. */
function pollSoFar(room: Room): { distribution: Tally[] } | undefined {
  const { phase, rounds } = room.state;
  const question = room.questions.get(rounds.at(-1)?.questionId ?? '');
  if (question === undefined || askedKind(question).scored || saidAs(question) !== null) return undefined;
  return isUnsettled(phase) ? { distribution: distribution(question, heardAnswers(room)) } : undefined;
}

/** As a teacher may see it. */
const whole = (verdict: Verdict): Verdict => verdict;

/** Of everybody who answered, not of those values that are told one by one. */
function rightShareOf(room: Room): ScreenView['rightShare'] {
  const index = room.state.rounds.length - 1;
  const question = room.questions.get(room.state.rounds[index]?.questionId ?? '');
  if (question === undefined || !askedKind(question).scored) return null;
  const given = answersTo(room, index).filter((one) => !askedKind(question).needsPool || one.verdict !== null);
  return { right: given.filter((one) => shareRight(question, one) === 1).length, of: given.length };
}

/** How the first vote went, where this round is the second one. */
function firstVote(room: Room): Tally[] | null {
  const first = currentRound(room.state)?.revoteOf ?? null;
  return first === null ? null : distributionOf(room, first);
}

/** Counts without what is right. */
function unmarked(tallies: Tally[] | null): Tally[] | null {
  return tallies?.map((tally) => ({ ...tally, correct: false, noteHtml: null })) ?? null;
}

/** How often each option or number was given in a round; null where answers are grouped by what they do. */
function distributionOf(room: Room, index: number): Tally[] | null {
  if (poolAnswers(room) !== null) return null;
  const round = room.state.rounds[index];
  const question = round === undefined ? undefined : room.questions.get(round.questionId);
  const given = answersTo(room, index);
  // what is said in one's own words is read, not counted
  if (question !== undefined && saidAs(question) !== null) return null;
  return question === undefined ? [] : distribution(question, given);
}

function facilityOf(room: Room, round: LiveRound, index: number): HostView['facility'] {
  const question = room.questions.get(round.questionId);
  if (question === undefined || round.closedAt === null) return [];
  const rehearsal = new Set(room.players.filter((player) => player.rehearsal).map((player) => player.id));
  const given = answersTo(room, index).filter((one) => !rehearsal.has(one.playerId));
  const right = given.filter((one) => shareRight(question, one) === 1).length;
  const again = room.state.rounds.some((other) => other.revoteOf === index);
  const vote = round.revoteOf !== null ? 2 : again ? 1 : null;
  const { scored } = askedKind(question);
  const said =
    heardOf(room, index)
      ?.entries.filter(({ hidden }) => !hidden)
      .map(({ text, count }) => ({ text, count })) ?? null;
  return [{ title: question.title, scored, said, right, answered: given.length, skipped: round.skipped, vote }];
}
