/** The session as law: what follows what, and what any interleaving of commands can never break. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advance, type LiveCommand } from './advance.ts';
import { comesTooSoon, GUARD_MS } from './guard.ts';
import { isRevealed } from './room.ts';
import {
  CLOSING_MS,
  currentRound,
  DEFAULT_SETTINGS,
  inTime,
  type LiveState,
  openingState,
  questionsAsked,
  wakesAt,
} from './state.ts';

const PLAN = [
  { questionId: 'first', seconds: 20 },
  { questionId: 'second', seconds: 30 },
];
const lobby = (change: Partial<LiveState['settings']> = {}): LiveState =>
  openingState(PLAN, { ...DEFAULT_SETTINGS, ...change });

function following(state: LiveState, command: LiveCommand, now: number): LiveState {
  const next = advance(state, command, now);
  if (!next.ok) throw new Error(`refused: ${next.refused}`);
  return next.state;
}
const next = { type: 'next' } as const;
const tick = { type: 'tick' } as const;

describe('a session', () => {
  it('goes from the lobby through read, question, reveal and standings to the podium and its end', () => {
    let state = lobby();
    const phases = [state.phase];
    let now = 1000;
    for (const command of [next, tick, tick, next, next, tick, tick, next, next, next]) {
      now = Math.max(now + 1, (wakesAt(state) ?? now) + 1);
      state = following(state, command, now);
      phases.push(state.phase);
    }
    expect(phases).toEqual([
      'lobby',
      'read',
      'question',
      'reveal',
      'standings',
      'read',
      'question',
      'reveal',
      'standings',
      'podium',
      'ended',
    ]);
  });

  it('turns the pages that its wall has told, within them, and begins each phase at the first', () => {
    let state = following(lobby({ readSeconds: 0 }), next, 5);
    const told = { type: 'pages', phase: 'question', round: 0, of: 3 } as const;
    expect(advance(state, { type: 'turn', to: 1 }, 6).ok).toBe(false);
    state = following(following(state, told, 6), { type: 'turn', to: 2 }, 7);
    expect(state.page).toEqual({ at: 2, of: 3 });
    // told again by a second wall, or for what is shown no more
    expect(advance(state, told, 8).ok).toBe(false);
    expect(advance(state, { ...told, round: 1 }, 8).ok).toBe(false);
    expect(advance(state, { type: 'turn', to: 3 }, 8).ok).toBe(false);
    expect(following(state, { ...told, of: 2 }, 8).page).toEqual({ at: 1, of: 2 });
    expect(following(state, { type: 'close' }, 9).page).toEqual({ at: 0, of: 1 });
  });

  it('opens the options at once where there is no time to read', () => {
    expect(following(lobby({ readSeconds: 0 }), next, 5).phase).toBe('question');
  });

  it('keeps the whole time to answer when the host cuts the reading short', () => {
    const state = following(following(lobby(), next, 0), next, 1000);
    expect(currentRound(state)).toMatchObject({ opensAt: 1000, closesAt: 21_000 });
  });

  it('does not ring the bell before its time and its grace are over', () => {
    const open = following(lobby({ readSeconds: 0 }), next, 0);
    expect(advance(open, tick, 20_000 + CLOSING_MS - 1)).toEqual({ ok: false, refused: 'notNow' });
    expect(following(open, tick, 20_000 + CLOSING_MS).phase).toBe('reveal');
    // as long for everybody, whether somebody has more time or not: long enough that nobody sees for whom it was
    expect(CLOSING_MS).toBeGreaterThanOrEqual(2_000);
  });

  it('gives more time only while the question is open', () => {
    const open = following(lobby({ readSeconds: 0 }), next, 0);
    expect(currentRound(following(open, { type: 'moreTime', seconds: 15 }, 1))?.closesAt).toBe(35_000);
    expect(advance(open, { type: 'moreTime', seconds: 15 }, 20_001).ok).toBe(false);
    expect(advance(lobby(), { type: 'moreTime', seconds: 15 }, 1).ok).toBe(false);
  });

  it('ignores that all have answered a round which is no longer asked', () => {
    const open = following(lobby({ readSeconds: 0 }), next, 0);
    expect(advance(open, { type: 'allAnswered', round: 1 }, 5)).toEqual({ ok: false, refused: 'notNow' });
    expect(following(open, { type: 'allAnswered', round: 0 }, 5).phase).toBe('reveal');
  });

  it('goes on from where its host saw it, and not from somewhere else', () => {
    const open = following(lobby({ readSeconds: 0 }), { ...next, phase: 'lobby', round: -1 }, 0);
    const seen = { ...next, phase: 'question', round: 0 } as const;
    const rung = following(open, seen, 5);
    expect(rung.phase).toBe('closed');
    expect(advance(rung, seen, 6)).toEqual({ ok: false, refused: 'notNow' });
    const shown = following(rung, { ...next, phase: 'closed', round: 0 }, 6);
    expect(shown.phase).toBe('reveal');
    expect(advance(shown, seen, 6)).toEqual({ ok: false, refused: 'notNow' });
    expect(advance(shown, { ...next, phase: 'reveal', round: 1 }, 6)).toEqual({ ok: false, refused: 'notNow' });
    expect(following(shown, next, 6).phase).toBe('standings');
  });

  it('is closed by an early bell and shows nothing, until its host shows the answer', () => {
    const open = following(lobby({ readSeconds: 0 }), next, 0);
    const rung = following(open, { type: 'close' }, 7000);
    expect(rung).toMatchObject({ phase: 'closed', phaseSince: 7000 });
    expect(currentRound(rung)?.closedAt).toBe(7000);
    expect(wakesAt(rung)).toBeNull();
    for (const command of [tick, { type: 'allAnswered', round: 0 }, { type: 'moreTime', seconds: 15 }] as const)
      expect(advance(rung, command, 90_000).ok).toBe(false);
    const shown = following(rung, { type: 'reveal' }, 9000);
    expect(shown.phase).toBe('reveal');
    expect(currentRound(shown)?.closedAt).toBe(7000);
    expect(following(rung, { type: 'discuss' }, 9000).phase).toBe('discuss');
    // the bell has rung: what was answered counts
    expect(currentRound(following(rung, { type: 'end' }, 9000))).toMatchObject({ skipped: false, closedAt: 7000 });
  });

  it('is opened again after an early bell for as long as its host says, as often as wanted', () => {
    let state = following(lobby({ readSeconds: 0 }), next, 0);
    for (const at of [7000, 20_000]) {
      state = following(following(state, { type: 'close' }, at), { type: 'reopen', seconds: 30 }, at + 500);
      expect(state.phase).toBe('question');
      const round = currentRound(state);
      expect(round).toMatchObject({ opensAt: 0, closesAt: at + 30_500, closedAt: null });
      expect(round !== undefined && inTime(round, at + 1000)).toBe(true);
    }
    expect(advance(state, { type: 'reopen', seconds: 30 }, 21_000).ok).toBe(false);
    expect(following(state, tick, 50_500 + CLOSING_MS).phase).toBe('reveal');
  });

  it('shows the key of a skipped question only when its host asks for it, once', () => {
    const open = following(lobby({ readSeconds: 0 }), next, 0);
    const skipped = following(open, { type: 'skip' }, 5000);
    expect(skipped.phase).toBe('reveal');
    expect(isRevealed(skipped)).toBe(false);
    const shown = following(skipped, { type: 'reveal' }, 6000);
    expect(isRevealed(shown)).toBe(true);
    expect(advance(shown, { type: 'reveal' }, 7000).ok).toBe(false);
    expect(following(skipped, next, 7000).phase).toBe('standings');
    // of a question that was played there is nothing more to show
    const played = following(following(open, { type: 'close' }, 5000), { type: 'reveal' }, 6000);
    expect(advance(played, { type: 'reveal' }, 7000).ok).toBe(false);
  });

  it('refuses everything once it has ended', () => {
    const ended = following(lobby(), { type: 'end' }, 1);
    for (const command of [next, tick, { type: 'skip' }, { type: 'lock', locked: true }] as const)
      expect(advance(ended, command, 2)).toEqual({ ok: false, refused: 'notNow' });
  });

  it('takes an answer from the options showing to the bell, and none before or after', () => {
    const round = currentRound(following(lobby({ readSeconds: 0 }), next, 100));
    if (round === undefined) throw new Error('a round is open');
    expect([99, 100, 20_100, 20_101].map((at) => inTime(round, at))).toEqual([false, true, true, false]);
    expect(inTime({ ...round, closedAt: 5000 }, 5001)).toBe(false);
  });
});

describe('a press that comes too soon', () => {
  const open = following(lobby({ readSeconds: 0 }), next, 10_000);

  it.each(['next', 'close', 'discuss', 'reveal', 'skip'] as const)('waits: %s', (type) => {
    expect([10_000, 10_000 + GUARD_MS - 1, 10_000 + GUARD_MS].map((at) => comesTooSoon(open, { type }, at))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('does not wait where it takes nobody on, nor in the lobby', () => {
    expect(GUARD_MS).toBe(1_500);
    expect(comesTooSoon(open, { type: 'moreTime', seconds: 15 }, 10_001)).toBe(false);
    expect(comesTooSoon(open, { type: 'reopen', seconds: 30 }, 10_001)).toBe(false);
    expect(comesTooSoon(lobby(), next, 1_000_000)).toBe(false);
  });
});

const command: fc.Arbitrary<LiveCommand> = fc.oneof(
  fc.constantFrom<LiveCommand>(
    next,
    tick,
    { type: 'close' },
    { type: 'reopen', seconds: 30 },
    { type: 'skip' },
    { type: 'discuss' },
    { type: 'reveal' },
    { type: 'specimen', group: 'group' },
    { type: 'end' },
  ),
  fc.record({ type: fc.constant('tick' as const), slowest: fc.constantFrom(1, 1.5, 2, Number.POSITIVE_INFINITY) }),
  fc.record({ type: fc.constant('moreTime' as const), seconds: fc.integer({ min: 5, max: 120 }) }),
  fc.record({ type: fc.constant('lock' as const), locked: fc.boolean() }),
  fc.record({ type: fc.constant('allAnswered' as const), round: fc.integer({ min: 0, max: 3 }) }),
);

describe('any interleaving of commands', () => {
  it('keeps rounds in order, one open at most, each closed once and never before it began', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(command, fc.integer({ min: 0, max: 40_000 })), { maxLength: 60 }),
        fc.boolean(),
        (steps, speed) => {
          let state = lobby({ speed });
          let now = 0;
          for (const [given, wait] of steps) {
            now += wait;
            const before = state;
            const result = advance(state, given, now);
            if (!result.ok) {
              expect(state).toBe(before);
              continue;
            }
            state = result.state;
            expect(questionsAsked(state)).toBeLessThanOrEqual(PLAN.length);
            expect(state.rounds.length).toBeGreaterThanOrEqual(before.rounds.length);
            const first = state.rounds.filter((round) => round.revoteOf === null);
            expect(first.map((round) => round.questionId)).toEqual(
              PLAN.slice(0, first.length).map((one) => one.questionId),
            );
            // a second vote is on the question of the round before, which gives no points any more
            for (const [index, round] of state.rounds.entries())
              if (round.revoteOf !== null)
                expect(state.rounds[index - 1]).toMatchObject({ questionId: round.questionId, superseded: true });
            expect(state.rounds.slice(0, -1).every((round) => round.closedAt !== null)).toBe(true);
            const open = state.rounds.filter((round) => round.closedAt === null);
            expect(open.length).toBe(state.phase === 'read' || state.phase === 'question' ? 1 : 0);
            // what is over stays as it was; what its host has closed may be opened, skipped or talked about
            for (const [index, round] of before.rounds.entries()) {
              const { superseded, keyShown, skipped } = state.rounds[index] ?? round;
              const undecided = before.phase === 'closed' && index === before.rounds.length - 1;
              if (round.closedAt === null || (undecided && given.type === 'reopen')) continue;
              expect(state.rounds[index]).toEqual({
                ...round,
                superseded,
                ...(round.skipped ? { keyShown } : {}),
                ...(undecided ? { skipped } : {}),
              });
            }
          }
        },
      ),
    );
  });

  it('is played again from its log to the same state', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(command, fc.integer({ min: 0, max: 40_000 })), { maxLength: 60 }),
        fc.boolean(),
        (steps, speed) => {
          let state = lobby({ speed });
          let now = 0;
          const log: { type: string; payload: LiveCommand & { at: number } }[] = [];
          for (const [given, wait] of steps) {
            now += wait;
            const result = advance(state, given, now);
            if (!result.ok) continue;
            ({ state } = result);
            // as it is stored: who was waited for is known at that moment only
            const { type } = given;
            log.push({ type: result.event, payload: { ...(type === 'tick' ? { type } : given), at: now } });
          }
          const again = log.reduce(
            (before, { payload: { at, ...one } }) => following(before, one, at),
            lobby({ speed }),
          );
          expect(again).toEqual(state);
        },
      ),
    );
  });
});
