/**
 * The law of the room, in any interleaving of what host, players, clock and pool do: scores are those of a recount from
 * what is stored, by a model that knows nothing of this code; and nobody is sent a key before its reveal.
 */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leaksIn } from '../../tests/support/key-scan.ts';
import { type Logged, type ModelAnswer, type ModelRound, readLog, recount } from '../../tests/support/live-model.ts';
import {
  ALL,
  ANSWERS,
  given,
  JOIN,
  OF_EACH_KIND,
  player,
  roomOf,
  verdictOf,
} from '../../tests/support/live-questions.ts';
import { askedKind, askedKinds, hasContent } from '../kinds/asked.ts';
import { advance, type LiveCommand } from './advance.ts';
import { ranking } from './ranks.ts';
import { closedRounds, type Room, type RoomPlayer, type StoredAnswer } from './room.ts';
import { currentRound, DEFAULT_SETTINGS, inTime, isUnsettled, type LiveState, openingState } from './state.ts';
import { hostViewOf } from './view/host.ts';
import { PlayerViews, playerViewOf, shownToPlayer } from './view/player.ts';
import { screenViewOf } from './view/screen.ts';
import { hostView, playerView, screenView } from './views.ts';

const PLAYERS = ['p1', 'p2', 'p3'] as const;
const FACTORS = [1, 1.5, Number.POSITIVE_INFINITY];

/** What can happen. `late`: how long ago it was stamped, below 0 in the future. */
type Happening =
  | { what: 'command'; command: LiveCommand }
  | { what: 'answer'; who: number; right: boolean; late: number; provisional: boolean; round: number; client: string }
  | { what: 'again'; which: number }
  | { what: 'verdict'; who: number; share: number }
  | { what: 'presence'; who: number; present: boolean }
  | { what: 'seat'; who: number; removed: boolean };

const command: fc.Arbitrary<LiveCommand> = fc.oneof(
  { weight: 30, arbitrary: fc.constant<LiveCommand>({ type: 'next' }) },
  {
    weight: 10,
    arbitrary: fc.constantFrom<LiveCommand>(
      { type: 'tick' },
      { type: 'tick', slowest: 1.5 },
      { type: 'close' },
      { type: 'reopen', seconds: 30 },
      { type: 'discuss' },
      { type: 'reveal' },
      { type: 'skip' },
      { type: 'moreTime', seconds: 15 },
      { type: 'lock', locked: true },
      { type: 'showNames', show: false },
      { type: 'allAnswered', round: 0 },
      { type: 'showSaid', round: 0, show: true },
      { type: 'hideSaid', round: 0, key: 'p1', hidden: true },
    ),
  },
  { weight: 1, arbitrary: fc.constant<LiveCommand>({ type: 'end' }) },
);
const who = fc.nat({ max: PLAYERS.length - 1 });
const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ what: fc.constant('command' as const), command }) },
  {
    weight: 16,
    arbitrary: fc.record({
      what: fc.constant('answer' as const),
      who,
      right: fc.boolean(),
      late: fc.constantFrom(0, 0, 0, 50, 3_000, 30_000, -2_000),
      provisional: fc.boolean(),
      round: fc.constantFrom(0, 0, 0, 0, -1, 1),
      client: fc.constantFrom('a', 'b', 'c'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('again' as const), which: fc.nat({ max: 40 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({ what: fc.constant('verdict' as const), who, share: fc.constantFrom(0, 0.5, 1) }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('presence' as const), who, present: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('seat' as const), who, removed: fc.boolean() }) },
);
const story = fc.record({
  steps: fc.array(fc.tuple(happening, fc.constantFrom(0, 0, 200, 900, 4_000, 12_000)), {
    minLength: 20,
    maxLength: 70,
    size: 'max',
  }),
  questions: fc.shuffledSubarray([...ALL.keys()], { minLength: 2 }),
  speed: fc.boolean(),
  streak: fc.boolean(),
  readSeconds: fc.constantFrom(0, 5),
});
type Story = typeof story extends fc.Arbitrary<infer S> ? S : never;

/** Plays a story as a server would, and tells the room and the log after each step. */
function play(
  { steps, questions, speed, streak, readSeconds }: Story,
  each: (room: Room, log: Logged[]) => void,
): void {
  const plan = questions.map((questionId) => ({ questionId, seconds: 20 }));
  let state = openingState(plan, { ...DEFAULT_SETTINGS, speed, streak, readSeconds });
  let players = PLAYERS.map((id, index) => player(id, { timeFactor: FACTORS[index] ?? 1 }));
  let now = 1_000_000;
  const log: Logged[] = [];
  const answers = new Map<number, StoredAnswer[]>();
  const packets: { round: number; one: StoredAnswer }[] = [];
  const change = (id: string, to: Partial<RoomPlayer>): void => {
    players = players.map((one) => (one.id === id ? { ...one, ...to } : one));
  };
  // every story gets as far as a question that is open
  const next: Happening = { what: 'command', command: { type: 'next' } };
  const opening = Array.from({ length: readSeconds > 0 ? 2 : 1 }, () => [next, 0] as const);
  for (const [happened, wait] of [...opening, ...steps]) {
    now += wait;
    if (happened.what === 'command') {
      const next = advance(state, happened.command, now);
      if (!next.ok) continue;
      if (isUnsettled(state.phase) && !isUnsettled(next.state.phase)) settle(answers, state.rounds.length - 1);
      state = next.state;
      log.push({ ...happened.command, at: now });
    } else if (happened.what === 'answer') {
      const playerId = PLAYERS[happened.who] ?? 'p1';
      const round = state.rounds.length - 1 + happened.round;
      const kind = ALL.get(state.rounds[round]?.questionId ?? '')?.kind ?? 'choice';
      const taken = happened.provisional && happened.late === 0 && !happened.right;
      const answer = taken ? askedKinds[kind].nothing : ANSWERS[kind][happened.right ? 'right' : 'wrong'];
      const { timeFactor = 1 } = players.find((one) => one.id === playerId) ?? {};
      const packet = given(playerId, answer, now - happened.late, {
        clientId: `${playerId}-${round}-${happened.client}`,
        provisional: happened.provisional,
        timeFactor,
      });
      packets.push({ round, one: packet });
      store(state, answers, round, packet, players);
    } else if (happened.what === 'again') {
      const packet = packets[happened.which];
      // the same packet once more is stamped when it comes
      if (packet !== undefined) store(state, answers, packet.round, { ...packet.one, receivedAt: now }, players);
    } else if (happened.what === 'verdict') {
      for (const [round, list] of answers)
        answers.set(
          round,
          list.map((one) => {
            const question = ALL.get(state.rounds[round]?.questionId ?? '');
            const pooled = question !== undefined && askedKind(question).needsPool && !one.provisional;
            return pooled && one.playerId === PLAYERS[happened.who] && one.verdict === null
              ? { ...one, verdict: verdictOf(happened.share) }
              : one;
          }),
        );
    } else if (happened.what === 'presence') change(PLAYERS[happened.who] ?? '', { present: happened.present });
    else change(PLAYERS[happened.who] ?? '', { removed: happened.removed });
    each(roomOf(state, answers, players), log);
  }
}

/** As the statement that stores answers does it (db/live-answers.ts); tests/integration/live-law.test.ts holds it to that. */
function store(
  state: LiveState,
  answers: Map<number, StoredAnswer[]>,
  round: number,
  packet: StoredAnswer,
  players: readonly RoomPlayer[],
): void {
  const open = currentRound(state);
  const seat = players.find((one) => one.id === packet.playerId && !one.removed);
  if (seat === undefined || open === undefined || state.phase !== 'question' || round !== state.rounds.length - 1)
    return;
  if (!inTime(open, packet.receivedAt, seat.timeFactor)) return;
  const list = answers.get(round) ?? [];
  const before = list.find((one) => one.playerId === packet.playerId);
  const replaces =
    before === undefined ||
    (before.clientId !== packet.clientId && (before.provisional || (!packet.provisional && !state.settings.speed)));
  if (replaces) answers.set(round, [...list.filter((one) => one !== before), packet]);
}

/** The bell: what was only picked counts, and what was taken off again is no answer. */
function settle(answers: Map<number, StoredAnswer[]>, round: number): void {
  answers.set(
    round,
    (answers.get(round) ?? [])
      .filter((one) => !one.provisional || hasContent(one.answer))
      .map((one) => ({ ...one, provisional: false })),
  );
}

const RUNS = { numRuns: 250 };

describe('in any interleaving of host, players, clock and pool', () => {
  it('scores and ranks are those of a recount from the stored events and answers', () => {
    let [rounds, scored] = [0, 0];
    fc.assert(
      fc.property(story, (told) => {
        let last: { room: Room; log: Logged[] } | undefined;
        play(told, (room, log) => {
          last = { room, log };
        });
        if (last === undefined) return;
        const { room, log } = last;
        const { plan, settings } = room.state;
        const rules = { plan, ...settings };
        const model = readLog(log, rules);
        expect(room.state.phase).toBe(model.phase);
        expect(closedRounds(room.state)).toBe(model.rounds.filter((one) => one.closed).length);
        const stored: ModelAnswer[] = [...room.answers].flatMap(([round, list]) =>
          list.map(({ playerId, answer, receivedAt, verdict }) => ({
            playerId,
            round,
            answer,
            receivedAt,
            graded: verdict === null ? null : verdict.points / verdict.maxPoints,
          })),
        );
        const seated = room.players.filter((one) => !one.removed);
        const expected = recount(model, rules, ALL, seated, stored);
        const ranks = ranking(room);
        expect(new Map(ranks.map(({ playerId, points, right }) => [playerId, { points, right }]))).toEqual(expected);
        for (const { playerId, points, rank } of ranks) {
          const better = [...expected.values()].filter((one) => one.points > points).length;
          expect(rank).toBe(better + 1);
          // each player is told the same
          expect(playerViewOf(room, playerId).me).toMatchObject({ points, right: expected.get(playerId)?.right });
        }
        rounds += model.rounds.length;
        scored += [...expected.values()].filter((one) => one.points > 0).length;
      }),
      RUNS,
    );
    // the stories get somewhere
    expect(rounds).toBeGreaterThan(RUNS.numRuns);
    expect(scored).toBeGreaterThan(RUNS.numRuns / 8);
  });

  it('no player and no screen is sent a key before its reveal, nor at any time what is never shown', () => {
    const opened = new Set<string>();
    fc.assert(
      fc.property(story, (told) => {
        play(told, (room, log) => {
          const { phase, rounds } = readLog(log, { plan: room.state.plan, ...room.state.settings });
          const open = openIn(phase, rounds);
          for (const kind of open) opened.add(kind);
          const views = new PlayerViews(room);
          const players = PLAYERS.map((id) => JSON.stringify({ ...views.shared, me: views.me(id) }));
          const screen = JSON.stringify(screenViewOf(room, JOIN));
          for (const [index, text] of players.entries()) {
            expect(leaksIn([text], ALL).filter((leak) => !leak.startsWith('SECRET-'))).toEqual([]);
            // nor what a neighbour answered, or how many did
            expect(text).not.toMatch(/"(?:distribution|groups|before|specimens?|answered|progress|facility|names)":/);
            for (const other of PLAYERS) if (other !== PLAYERS[index]) expect(text).not.toContain(`"${other}"`);
          }
          for (const text of [...players, screen]) {
            expect(text).not.toMatch(/NEVER-/);
            const kinds = [...text.matchAll(/SECRET-[a-z]+-([a-z]+)/g)].map((match) => match[1] ?? '');
            expect(kinds.filter((kind) => !open.has(kind) && !(kind === 'told' || kind === 'call'))).toEqual([]);
            if (open.size === 0) expect(text).not.toMatch(/SECRET-/);
          }
          if (!['reveal', 'standings', 'podium', 'ended'].includes(phase) || !isShown(rounds.at(-1)))
            expect(screenViewOf(room, JOIN)).toMatchObject({
              reveal: null,
              // a poll has no key: its host may let the class see it grow
              ...(isMeasured(rounds.at(-1)) ? { distribution: null } : {}),
              before: null,
              groups: null,
              specimen: null,
            });
        });
      }),
      { numRuns: 100 },
    );
    // each kind was open once: the stories would have shown it
    expect([...opened].sort()).toEqual(Object.keys(OF_EACH_KIND).toSorted());
  });

  it('every view fits its schema, which has no place for more', () => {
    fc.assert(
      fc.property(story, (told) => {
        play(told, (room) => {
          expect(playerView.safeParse(playerViewOf(room, 'p1')).error).toBeUndefined();
          expect(screenView.safeParse(screenViewOf(room, JOIN)).error).toBeUndefined();
          expect(hostView.safeParse(hostViewOf(room, JOIN)).error).toBeUndefined();
        });
      }),
      { numRuns: 60 },
    );
  });

  it('pictures of a key are open to a player exactly as far as their view has shown it, and stay so', () => {
    // a verdict may come once its round is over: it is told at the end, and holds no pictures
    const keysIn = (shown: object): string[] =>
      JSON.stringify(shown).match(/(?:SECRET|NEVER)-(?!call|told)[\w-]+/g) ?? [];
    let opened = 0;
    fc.assert(
      fc.property(story, (told) => {
        const seen = new Map(PLAYERS.map((id) => [id, new Set<string>()]));
        play(told, (room) => {
          for (const [id, before] of seen) {
            for (const key of keysIn(playerViewOf(room, id))) before.add(key);
            expect(new Set(keysIn(shownToPlayer(room, id)))).toEqual(before);
            opened = Math.max(opened, before.size);
          }
        });
      }),
      { numRuns: 60 },
    );
    expect(opened).toBeGreaterThan(3);
  });
});

/** Kinds of which something may be known: of the round that was just revealed, at the end of all that counted. */
function openIn(phase: string, rounds: readonly ModelRound[]): Set<string> {
  const kindOf = ({ questionId }: ModelRound): string => ALL.get(questionId)?.kind ?? questionId;
  if (phase === 'podium' || phase === 'ended') return new Set(rounds.filter(isShown).map(kindOf));
  return new Set(phase === 'reveal' || phase === 'standings' ? rounds.slice(-1).filter(isShown).map(kindOf) : []);
}

const isMeasured = (round: ModelRound | undefined): boolean =>
  askedKind(ALL.get(round?.questionId ?? '') ?? OF_EACH_KIND.choice).scored;

/** Over, and not skipped with its key untold. */
function isShown(round: ModelRound | undefined): boolean {
  return round?.closed === true && !round.hidden;
}
