/**
 * The state of a live session, as it is stored and versioned.
 *
 * Glossary
 * - phase: lobby → (read → question → [closed →] [discuss → question →] reveal → standings)* → podium → ended
 * - closed: the host has rung the bell before its time; no key shows yet, and the question may be opened again
 * - round: one vote on one question; rounds count from 0
 * - re-vote: a round of its own on the question of the round before, after the class has talked about it
 * - instants are milliseconds since 1970 in the database's clock
 */

import { z } from 'zod';
import { identifier } from '../kinds/common/document.ts';
import { lastMoment } from './last-moment.ts';
import { sayings } from './sayings.ts';

const instant = z.number();

const liveSettings = z.strictObject({
  /** with speed, points fall with the time taken and the first answer counts; without, the last one until the bell */
  speed: z.boolean(),
  /** seconds to read before options show; 0: none */
  readSeconds: z.number().int().min(0).max(60),
  /** show nicknames on the screen */
  showNames: z.boolean(),
  /** a bonus for right answers in a row */
  streak: z.boolean(),
  /** players are given a friendly name and choose none of their own */
  friendlyNames: z.boolean(),
  /** where a question draws values, each player has their own; else all see the same */
  ownValues: z.boolean(),
});
export type LiveSettings = z.infer<typeof liveSettings>;
/** The default for a class is without speed and, since minors play, without names on the screen; both by choice. A room without a class shows them. */
export const DEFAULT_SETTINGS: LiveSettings = {
  speed: false,
  readSeconds: 5,
  showNames: false,
  streak: false,
  friendlyNames: false,
  ownValues: false,
};

export const PHASES = [
  'lobby',
  'read',
  'question',
  'closed',
  'discuss',
  'reveal',
  'standings',
  'podium',
  'ended',
] as const;
export type Phase = (typeof PHASES)[number];

const liveRound = z.strictObject({
  questionId: identifier,
  /** when the options showed, or will */
  opensAt: instant,
  /** the bell */
  closesAt: instant,
  closedAt: instant.nullable(),
  skipped: z.boolean(),
  /** of a skipped one: its host has shown the key all the same */
  keyShown: z.boolean(),
  /** the round whose question is asked here once more; null: asked for the first time */
  revoteOf: z.number().int().nullable(),
  /** a vote that was talked about and taken again: the second one gives the points */
  superseded: z.boolean(),
});
export type LiveRound = z.infer<typeof liveRound>;

export const nextRoom = z.strictObject({ session: z.string(), code: z.string() });

/** What does not fit on the wall at once is turned by its host: from 0, and of how many, as the wall has told. */
export const wallPage = z.strictObject({ at: z.number().int().min(0), of: z.number().int().min(1) });
export const MOST_PAGES = 20;
const FIRST_PAGE: z.infer<typeof wallPage> = { at: 0, of: 1 };

const drawnHere = z.record(z.string(), z.union([z.number(), z.string()]));
const planned = z.strictObject({
  questionId: identifier,
  seconds: z.number().min(1),
  /** where values are drawn: those that all who play here see; where each has their own, those of the wall's example */
  drawn: drawnHere.optional(),
  /** where each player has their own: those that are dealt (own.ts) */
  own: z.array(drawnHere).min(1).optional(),
});
export const liveState = z.strictObject({
  phase: z.enum(PHASES),
  /** when this phase of this round began; 0: nobody has noted it */
  phaseSince: instant,
  settings: liveSettings,
  /** what will be asked, in order, with the seconds for each */
  plan: z.array(planned).min(1),
  rounds: z.array(liveRound),
  locked: z.boolean(),
  /** the group of answers of which the class is shown one, by its key; the host's choice, for this round */
  specimen: z.string().nullable(),
  /** when a wrong key was last put right in this session; null: never */
  correctedAt: instant.nullable(),
  /** the room in which the same is played again, opened once this one had ended; null: none */
  again: nextRoom.nullable(),
  page: wallPage,
  /** by round, what the host has done with what people said there; a round that is not in it: nothing */
  said: z.array(sayings),
});
export type LiveState = z.infer<typeof liveState>;

/** A session whose room has just been opened. */
export function openingState(plan: LiveState['plan'], settings: LiveSettings): LiveState {
  return {
    phase: 'lobby',
    phaseSince: 0,
    settings,
    plan,
    rounds: [],
    locked: false,
    specimen: null,
    correctedAt: null,
    again: null,
    page: FIRST_PAGE,
    said: [],
  };
}

/** Another phase is read from its first page, and notes when it began. */
export function enterPhase(before: LiveState, next: LiveState, now: number): LiveState {
  const same = before.phase === next.phase && before.rounds.length === next.rounds.length;
  return same ? next : { ...next, page: FIRST_PAGE, phaseSince: now };
}

/** Phases in which a round's key is still to come. */
export function isOpen(phase: Phase): boolean {
  return phase === 'read' || phase === 'question' || phase === 'closed' || phase === 'discuss';
}

/** Phases in which answers are not settled: what was only picked or typed stays so, and the question may go on. */
export function isUnsettled(phase: Phase): boolean {
  return phase === 'question' || phase === 'closed';
}

/** Whether a room is asking a question and has yet to show its key: whoever plays there is told no verdict on it elsewhere. */
export function isAsking(state: LiveState, questionId: string): boolean {
  return isOpen(state.phase) && currentRound(state)?.questionId === questionId;
}

/** The round being played or shown; undefined in the lobby. */
export function currentRound(state: LiveState): LiveRound | undefined {
  return state.rounds.at(-1);
}

/** How many questions of the plan have been asked: a second vote is on the same question. */
export function questionsAsked(state: LiveState): number {
  return state.rounds.filter((round) => round.revoteOf === null).length;
}

/**
 * So long after the last moment a round stays closed to answers before its key shows. An answer stamped in time may be
 * stored meanwhile; and since every round ends so, nobody can tell whether somebody had more time.
 */
export const CLOSING_MS = 2000;

/** When the clock has to look at the session again; null: when somebody does something. */
export function wakesAt(state: LiveState): number | null {
  const round = currentRound(state);
  if (state.phase === 'read') return round?.opensAt ?? null;
  if (state.phase === 'question') return round === undefined ? null : round.closesAt + CLOSING_MS;
  return null;
}

/** May an answer stamped at `receivedAt` count in this round? */
export function inTime(round: LiveRound, receivedAt: number, timeFactor = 1): boolean {
  const last = Math.min(lastMoment(round, timeFactor), round.closedAt ?? Number.POSITIVE_INFINITY);
  return receivedAt >= round.opensAt && receivedAt <= last;
}
