/**
 * The state of a live session, as it is stored and versioned.
 *
 * Glossary
 * - phase: lobby → (read → question → reveal → standings)* → podium → ended
 * - round: one question played; rounds count from 0
 * - instants are milliseconds since 1970 in the database's clock
 */
import { z } from 'zod';
import { identifier } from '../question.ts';

const instant = z.number();

export const liveSettings = z.strictObject({
  /** with speed, points fall with the time taken and the first answer counts; without, the last one until the bell */
  speed: z.boolean(),
  /** seconds to read before options show; 0: none */
  readSeconds: z.number().int().min(0).max(60),
  /** show nicknames on the screen */
  showNames: z.boolean(),
});
export type LiveSettings = z.infer<typeof liveSettings>;
/** The default for a class is without speed (`features.md`); the game is opened with it by choice. */
export const DEFAULT_SETTINGS: LiveSettings = { speed: false, readSeconds: 5, showNames: true };

export const PHASES = ['lobby', 'read', 'question', 'reveal', 'standings', 'podium', 'ended'] as const;
export type Phase = (typeof PHASES)[number];

export const liveRound = z.strictObject({
  questionId: identifier,
  /** when the options showed, or will */
  opensAt: instant,
  /** the bell */
  closesAt: instant,
  closedAt: instant.nullable(),
  skipped: z.boolean(),
});
export type LiveRound = z.infer<typeof liveRound>;

export const liveState = z.strictObject({
  phase: z.enum(PHASES),
  settings: liveSettings,
  /** what will be asked, in order, with the seconds for each */
  plan: z.array(z.strictObject({ questionId: identifier, seconds: z.number().min(1) })).min(1),
  rounds: z.array(liveRound),
  locked: z.boolean(),
});
export type LiveState = z.infer<typeof liveState>;

export function openingState(plan: LiveState['plan'], settings: LiveSettings): LiveState {
  return { phase: 'lobby', settings, plan, rounds: [], locked: false };
}

/** The round being played or shown; undefined in the lobby. */
export function currentRound(state: LiveState): LiveRound | undefined {
  return state.rounds.at(-1);
}

/** An answer stamped in time may be stored this much later: it was on its way through the server at the bell. */
export const GRACE_MS = 400;

/** When the clock has to look at the session again; null: when somebody does something. */
export function wakesAt(state: LiveState): number | null {
  const round = currentRound(state);
  if (state.phase === 'read') return round?.opensAt ?? null;
  if (state.phase === 'question') return round === undefined ? null : round.closesAt + GRACE_MS;
  return null;
}

/** May an answer stamped at `receivedAt` count in this round? */
export function inTime(round: LiveRound, receivedAt: number): boolean {
  return (
    receivedAt >= round.opensAt && receivedAt <= Math.min(round.closesAt, round.closedAt ?? Number.POSITIVE_INFINITY)
  );
}
