/** When what a class is given is open, what counts, and when answers are told: at the edges, to the millisecond. */
import { describe, expect, it } from 'vitest';
import {
  type ActivityRules,
  endOf,
  faultOf,
  type GivenActivity,
  isTimed,
  phaseOf,
  timeUpAt,
  toldFrom,
  withholds,
} from './rules.ts';
import { attemptsAt, standingOf, untoldBy } from './standing.ts';

const MINUTE = 60_000;
const [OPENS, DUE, CLOSES] = [1_000_000, 2_000_000, 3_000_000];
const RULES: ActivityRules = {
  opensAt: OPENS,
  dueAt: DUE,
  closesAt: CLOSES,
  attempts: null,
  minutes: null,
  answers: 'atOnce',
  late: 'accepted',
  releasedAt: null,
};
const given = (more: Partial<GivenActivity> = {}): GivenActivity => ({
  ...RULES,
  id: 'a',
  sitting: null,
  more: 0,
  newValues: false,
  latePercent: 10,
  lateFloor: 50,
  questions: null,
  timeFactor: 1,
  shuffleQuestions: false,
  shuffleOptions: false,
  seed: 's',
  ...more,
});

describe('an activity', () => {
  it('opens at its moment and closes after its last one, and is late to nobody in between', () => {
    const phases = [OPENS - 1, OPENS, DUE, DUE + 1, CLOSES, CLOSES + 1].map((now) => phaseOf(given(), now));
    expect(phases).toEqual(['notOpen', 'open', 'open', 'open', 'open', 'closed']);
    expect(phaseOf(given({ opensAt: null, closesAt: null }), 0)).toBe('open');
  });

  it('has a time that is up only for who has a limit, and no other attempt', () => {
    const over = { settledAt: 5, number: 1 };
    expect(timeUpAt(given({ minutes: 10 }), over)).toBe(5);
    expect(timeUpAt(given({ minutes: 10, more: 1 }), over)).toBeNull();
    expect(timeUpAt(given({ minutes: 10 }), { ...over, settledAt: null })).toBeNull();
    // said afterwards: they go on
    const free = given({ minutes: 10, timeFactor: 0, sitting: { begunAt: OPENS, settled: true, number: 1 } });
    expect([timeUpAt(free, over), phaseOf(free, DUE)]).toEqual([null, 'open']);
  });

  it('with a time limit is begun first, ends for each student by itself, and for all when it closes', () => {
    const timed = (begunAt: number | null, more: Partial<GivenActivity> = {}) =>
      given({ minutes: 10, sitting: begunAt === null ? null : { begunAt, settled: false, number: 1 }, ...more });
    expect(phaseOf(timed(null), OPENS)).toBe('toBegin');
    expect(endOf(timed(OPENS))).toBe(OPENS + 10 * MINUTE);
    const last = OPENS + 10 * MINUTE;
    expect([last, last + 1].map((now) => phaseOf(timed(OPENS), now))).toEqual(['open', 'over']);
    // who begins late has no longer than the others
    expect(endOf(timed(CLOSES - 5 * MINUTE))).toBe(CLOSES);
    // once what was typed has been handed in, it is over, whatever becomes of the limit
    expect(
      phaseOf(timed(OPENS, { minutes: 20, sitting: { begunAt: OPENS, settled: true, number: 1 } }), last + 1),
    ).toBe('over');
  });

  it('gives who needs it more time, or no limit', () => {
    const sitting = { begunAt: OPENS, settled: false, number: 1 };
    expect(endOf(given({ minutes: 10, timeFactor: 1.5, sitting }))).toBe(OPENS + 15 * MINUTE);
    const free = given({ minutes: 10, timeFactor: 0 });
    expect([isTimed(free), endOf(free), phaseOf(free, OPENS)]).toEqual([false, CLOSES, 'open']);
  });

  it('tells answers when its rules say so, and keeps none back before it opens', () => {
    const from = (answers: ActivityRules['answers']) => toldFrom({ ...RULES, answers });
    expect([from('atOnce'), from('afterDue'), from('afterClosing'), from('never')]).toEqual([0, DUE, CLOSES, null]);
    const kept = (answers: ActivityRules['answers'], now: number) => withholds({ ...RULES, answers }, now);
    expect([OPENS - 1, OPENS, DUE, DUE + 1].map((now) => kept('afterDue', now))).toEqual([false, true, true, false]);
    expect([CLOSES, CLOSES + 1].map((now) => kept('afterClosing', now))).toEqual([true, false]);
    expect([OPENS - 1, CLOSES + 1].map((now) => kept('never', now))).toEqual([false, true]);
    expect(kept('atOnce', OPENS)).toBe(false);
  });

  it('has its dates in order, and the date that answers wait for', () => {
    const fault = (more: Partial<ActivityRules>) => faultOf({ ...RULES, ...more })?.field;
    expect(fault({})).toBeUndefined();
    expect(fault({ dueAt: CLOSES })).toBeUndefined();
    expect(fault({ closesAt: OPENS })).toBe('closesAt');
    expect(fault({ dueAt: OPENS })).toBe('dueAt');
    expect(fault({ dueAt: CLOSES + 1 })).toBe('dueAt');
    expect(fault({ answers: 'afterDue', dueAt: null })).toBe('answers');
    expect(fault({ answers: 'afterClosing', closesAt: null })).toBe('answers');
  });
});

describe('a student of two classes', () => {
  const closed = given({ id: 'closed', closesAt: OPENS + 1, dueAt: null });
  const later = given({ id: 'later', opensAt: CLOSES, dueAt: null, closesAt: null });

  it('reads what one of them has opened, and what counts for one of them counts', () => {
    expect(standingOf([], OPENS)).toMatchObject({ readable: true, takes: 'counts' });
    expect(standingOf([closed, given()], DUE)).toMatchObject({ readable: true, takes: 'counts' });
    expect(standingOf([closed, later], DUE)).toMatchObject({ readable: true, takes: 'practice' });
    expect(standingOf([later], DUE)).toMatchObject({ readable: false });
    expect(standingOf([given({ minutes: 5 })], DUE)).toMatchObject({ readable: false });
  });

  it('hands in nothing where it is closed and answers are not told, and practises once they are', () => {
    const waits = given({ closesAt: OPENS + 1, dueAt: null, answers: 'never' });
    expect(standingOf([waits], DUE)).toMatchObject({ takes: 'nothing', released: false });
    const told = given({ answers: 'afterClosing' });
    expect(standingOf([told], CLOSES + 1)).toMatchObject({ takes: 'practice', released: true });
    expect(standingOf([told], CLOSES)).toMatchObject({ takes: 'counts', released: false });
  });

  it('has the attempts of the more generous one, and is told by the stricter one', () => {
    const at = (...attempts: (number | null)[]) =>
      attemptsAt(
        { attempts: 2 },
        standingOf(
          attempts.map((one) => given({ attempts: one })),
          DUE,
        ),
      );
    expect([at(), at(null), at(3), at(3, null), at(1), at(1, null), at(0, 1)]).toEqual([2, 2, 3, 3, 1, 2, null]);
    const rules = (answers: ActivityRules['answers']) => ({ ...RULES, answers });
    expect(untoldBy([rules('atOnce'), rules('afterDue'), rules('afterClosing')], OPENS)).toEqual({ until: CLOSES });
    expect(untoldBy([rules('afterDue'), rules('never')], OPENS)).toEqual({ until: null });
    expect(untoldBy([rules('atOnce'), rules('afterDue')], CLOSES)).toBeUndefined();
  });
});
