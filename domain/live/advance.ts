/**
 * The live session as a reducer: a command at an instant gives the next state and the event for the log, or a refusal.
 * Pure: `now` is stamped by the server in the database's clock.
 */
import { z } from 'zod';
import { storable } from '../kinds/common/storable.ts';
import { type Outcome, refuse } from '../refusal.ts';
import { lastMoment } from './last-moment.ts';
import { type SayingCommand, sayingCommands, withSayings } from './sayings.ts';
import {
  CLOSING_MS,
  currentRound,
  enterPhase,
  type LiveRound,
  type LiveState,
  MOST_PAGES,
  PHASES,
  type Phase,
  questionsAsked,
} from './state.ts';

/** What a host may order. */
export const hostCommand = z.discriminatedUnion('type', [
  /**
   * on to whatever comes next: start, the next question, reveal → standings → … → podium → end. `phase` and `round`: where
   * the host was when they said so; a packet that comes twice, or a second host at the same moment, does not go on twice.
   */
  z.strictObject({
    type: z.literal('next'),
    phase: z.enum(PHASES).optional(),
    round: z.number().int().min(-1).optional(),
  }),
  /** ring the bell before its time: nothing is shown or graded before the host says so */
  z.strictObject({ type: z.literal('close') }),
  /** after one's own bell: let them go on writing for so long */
  z.strictObject({ type: z.literal('reopen'), seconds: z.number().int().min(5).max(120) }),
  z.strictObject({ type: z.literal('moreTime'), seconds: z.number().int().min(5).max(120) }),
  /** ring the bell, and let the class talk before it votes once more: no key is shown yet */
  z.strictObject({ type: z.literal('discuss') }),
  /** show the key: after one's own bell, without a second vote, or of a question that was skipped */
  z.strictObject({ type: z.literal('reveal') }),
  /** show the class an answer of this group, without its name; null: none */
  z.strictObject({ type: z.literal('specimen'), group: storable.max(40).nullable() }),
  /** end the question without points for anybody */
  z.strictObject({ type: z.literal('skip') }),
  z.strictObject({ type: z.literal('lock'), locked: z.boolean() }),
  z.strictObject({ type: z.literal('showNames'), show: z.boolean() }),
  /** the wall tells how many pages it needs for what it shows in this phase of this round */
  z.strictObject({
    type: z.literal('pages'),
    phase: z.enum(PHASES),
    round: z.number().int().min(-1),
    of: z.number().int().min(1).max(MOST_PAGES),
  }),
  /** turn to this page of the wall, from 0 */
  z.strictObject({ type: z.literal('turn'), to: z.number().int().min(0).max(MOST_PAGES) }),
  ...sayingCommands,
  z.strictObject({ type: z.literal('end') }),
]);
export type HostCommand = z.infer<typeof hostCommand>;

/**
 * What happens without the host: time passes, or the last one has answered.
 * `slowest`: the largest time factor among those who are here and have not answered yet.
 */
type ClockCommand = { type: 'tick'; slowest?: number } | { type: 'allAnswered'; round: number };
export type LiveCommand = HostCommand | ClockCommand;

export interface Step {
  state: LiveState;
  /** what is written into the log; the command says all there is to say */
  event: LiveCommand['type'];
}

/** The next state. A command that does not fit the phase is refused with `notNow`. */
export function advance(state: LiveState, command: LiveCommand, now: number): Outcome<Step> {
  const next = step(state, command, now);
  return next === undefined ? refuse('notNow') : { ok: true, state: enterPhase(state, next, now), event: command.type };
}

function step(state: LiveState, command: LiveCommand, now: number): LiveState | undefined {
  if (state.phase === 'ended') return undefined;
  switch (command.type) {
    case 'next':
      return isWhere(state, command) ? onward(state, now) : undefined;
    case 'close':
      return state.phase === 'question' ? ringEarly(state, now) : undefined;
    case 'reopen':
      return state.phase === 'closed' ? reopen(state, command.seconds, now) : undefined;
    case 'allAnswered':
      return state.phase === 'question' && state.rounds.length - 1 === command.round
        ? closeRound(state, now)
        : undefined;
    case 'discuss':
      return state.phase === 'question' || state.phase === 'closed'
        ? { ...changeRound(state, { closedAt: bellOf(state, now), superseded: true }), phase: 'discuss' }
        : undefined;
    case 'reveal':
      return showKey(state);
    case 'specimen':
      return state.phase === 'reveal' || state.phase === 'discuss' ? { ...state, specimen: command.group } : undefined;
    case 'moreTime':
      return moreTime(state, command.seconds, now);
    case 'skip':
      return state.phase === 'read' || state.phase === 'question' || state.phase === 'closed'
        ? { ...changeRound(state, { closedAt: bellOf(state, now), skipped: true }), phase: 'reveal' }
        : undefined;
    case 'lock':
      return { ...state, locked: command.locked };
    case 'showNames':
      return { ...state, settings: { ...state.settings, showNames: command.show } };
    case 'pages':
      return isWhere(state, command) && state.page.of !== command.of
        ? { ...state, page: { at: Math.min(state.page.at, command.of - 1), of: command.of } }
        : undefined;
    case 'turn':
      return command.to < state.page.of && command.to !== state.page.at
        ? { ...state, page: { ...state.page, at: command.to } }
        : undefined;
    case 'showSaid':
    case 'hideSaid':
    case 'groupSaid':
    case 'ungroupSaid':
      return changeSaid(state, command);
    case 'end':
      return { ...endRound(state, now), phase: 'ended' };
    case 'tick':
      return tick(state, now, command.slowest ?? 1);
  }
}

/** What was said is looked after while its round is there to be seen. */
function changeSaid(state: LiveState, command: SayingCommand): LiveState | undefined {
  if (!HEARD.has(state.phase) || command.round !== state.rounds.length - 1) return undefined;
  const said = withSayings(state.said, command);
  return said && { ...state, said };
}
const HEARD: ReadonlySet<Phase> = new Set(['question', 'closed', 'discuss', 'reveal']);

/** Is the session still where its host saw it? */
function isWhere(
  { phase, rounds }: LiveState,
  seen: { phase?: Phase | undefined; round?: number | undefined },
): boolean {
  return (seen.phase ?? phase) === phase && (seen.round ?? rounds.length - 1) === rounds.length - 1;
}

function onward(state: LiveState, now: number): LiveState | undefined {
  switch (state.phase) {
    case 'lobby':
      return startRound(state, now);
    case 'read':
      return openNow(state, now);
    case 'question':
      return ringEarly(state, now);
    case 'closed':
      return showKey(state);
    case 'discuss':
      return startRevote(state, now);
    case 'reveal':
      return { ...state, phase: 'standings' };
    case 'standings':
      return questionsAsked(state) < state.plan.length ? startRound(state, now) : { ...state, phase: 'podium' };
    case 'podium':
      return { ...state, phase: 'ended' };
    default:
      return undefined;
  }
}

function startRound(state: LiveState, now: number): LiveState | undefined {
  const planned = state.plan[questionsAsked(state)];
  if (planned === undefined) return undefined;
  const opensAt = now + state.settings.readSeconds * 1000;
  const round: LiveRound = {
    questionId: planned.questionId,
    opensAt,
    closesAt: opensAt + planned.seconds * 1000,
    closedAt: null,
    skipped: false,
    keyShown: false,
    revoteOf: null,
    superseded: false,
  };
  return { ...state, phase: opensAt > now ? 'read' : 'question', rounds: [...state.rounds, round], specimen: null };
}

/** The same question once more, with the same time; it has been read. */
function startRevote(state: LiveState, now: number): LiveState | undefined {
  const before = currentRound(state);
  const planned = state.plan[questionsAsked(state) - 1];
  if (before === undefined || planned === undefined) return undefined;
  const round: LiveRound = {
    questionId: before.questionId,
    opensAt: now,
    closesAt: now + planned.seconds * 1000,
    closedAt: null,
    skipped: false,
    keyShown: false,
    revoteOf: before.revoteOf ?? state.rounds.length - 1,
    superseded: false,
  };
  return { ...state, phase: 'question', rounds: [...state.rounds, round], specimen: null };
}

/** Reading is cut short: the whole time to answer stays. */
function openNow(state: LiveState, now: number): LiveState | undefined {
  const round = currentRound(state);
  if (round === undefined) return undefined;
  return {
    ...changeRound(state, { opensAt: now, closesAt: now + (round.closesAt - round.opensAt) }),
    phase: 'question',
  };
}

/** The host's own bell. It stays where it was set: points with speed are shares of the whole time. */
function ringEarly(state: LiveState, now: number): LiveState {
  return { ...changeRound(state, { closedAt: now }), phase: 'closed' };
}

/** When the current round was closed, or now. */
function bellOf(state: LiveState, now: number): number {
  return currentRound(state)?.closedAt ?? now;
}

function reopen(state: LiveState, seconds: number, now: number): LiveState {
  return { ...changeRound(state, { closedAt: null, closesAt: now + seconds * 1000 }), phase: 'question' };
}

function showKey(state: LiveState): LiveState | undefined {
  const { phase } = state;
  if (phase === 'closed') return { ...state, phase: 'reveal' };
  if (phase === 'discuss') return { ...changeRound(state, { superseded: false }), phase: 'reveal' };
  const round = currentRound(state);
  return phase === 'reveal' && round?.skipped === true && !round.keyShown
    ? changeRound(state, { keyShown: true })
    : undefined;
}

/** The bell of the clock, or of the last one who has answered. */
function closeRound(state: LiveState, now: number): LiveState | undefined {
  if (currentRound(state) === undefined) return undefined;
  return { ...changeRound(state, { closedAt: now }), phase: 'reveal' };
}

function moreTime(state: LiveState, seconds: number, now: number): LiveState | undefined {
  const round = currentRound(state);
  if (round === undefined || state.phase !== 'question' || now > round.closesAt) return undefined;
  return changeRound(state, { closesAt: round.closesAt + seconds * 1000 });
}

/** The bell rings for all; who has more time keeps the round open until theirs is over too. */
function tick(state: LiveState, now: number, slowest: number): LiveState | undefined {
  const round = currentRound(state);
  if (round === undefined) return undefined;
  if (state.phase === 'read' && now >= round.opensAt) return { ...state, phase: 'question' };
  if (state.phase === 'question' && now >= lastMoment(round, Math.max(1, slowest)) + CLOSING_MS)
    return closeRound(state, now);
  return undefined;
}

/** A session ended in the middle of a question: what was answered so far stays unplayed. After the host's bell it counts. */
function endRound(state: LiveState, now: number): LiveState {
  if (state.phase === 'discuss') return changeRound(state, { superseded: false });
  return state.phase === 'read' || state.phase === 'question'
    ? changeRound(state, { closedAt: now, skipped: true })
    : state;
}

function changeRound(state: LiveState, change: Partial<LiveRound>): LiveState {
  const round = currentRound(state);
  if (round === undefined) return state;
  return { ...state, rounds: [...state.rounds.slice(0, -1), { ...round, ...change }] };
}
