/** What a student has earned: by hand at the edges, and against a slow and simple rule for whatever may happen. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FREE } from '../results/score.ts';
import { type ClassRules, partsOf, resultFor, type StudentFacts } from './facts.ts';
import { daysLate, shareLeft } from './late.ts';
import { datesFor, isOverride, NO_OVERRIDE, type Override } from './override.ts';
import { type AskedPart, type HandedIn, KEEPS, type Result } from './result.ts';
import { hasPoints, resultState } from './result-state.ts';
import { LATE } from './rules.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const [OPENS, DUE, CLOSES] = [10 * DAY, 20 * DAY, 30 * DAY];
const RULES: ClassRules = {
  opensAt: OPENS,
  dueAt: DUE,
  closesAt: CLOSES,
  attempts: null,
  minutes: null,
  answers: 'atOnce',
  releasedAt: null,
  late: 'deducted',
  latePercent: 10,
  lateFloor: 50,
  keeps: 'best',
  newValues: false,
  questions: null,
};
const PART: AskedPart = { name: 'q', points: 10, attempts: null, costs: FREE };

let made = 0;
const handed = (at: number, points: number, more: Partial<HandedIn> = {}): HandedIn => {
  made += 1;
  return {
    submissionId: String(made).padStart(6, '0'),
    question: 'q',
    at,
    newValues: false,
    hints: 0,
    asked: 'v1',
    graded: { outcome: 'graded', result: points === 10 ? 'pass' : 'partial', points, maxPoints: 10 },
    ...more,
  };
};
const student = (
  all: HandedIn[],
  override: Partial<Override> = {},
  more: Partial<StudentFacts> = {},
): StudentFacts => ({
  userId: 'ada',
  timeFactor: 1,
  override: { ...NO_OVERRIDE, ...override },
  begun: [],
  handed: all,
  ...more,
});
const of = (one: StudentFacts, rules: Partial<ClassRules> = {}, parts: AskedPart[] = [PART]): Result =>
  resultFor(parts, { ...RULES, ...rules }, one);

describe('what is late', () => {
  it('costs a day as soon as one has begun, by 24 hours and not by the calendar', () => {
    expect([DUE, DUE + 1, DUE + DAY, DUE + DAY + 1].map((at) => daysLate(DUE, at))).toEqual([0, 1, 1, 2]);
    expect(daysLate(null, DUE)).toBe(0);
  });

  it('leaves a share of what was earned, and never less than its floor', () => {
    const left = (days: number) => shareLeft({ ...RULES, late: 'deducted' }, days);
    expect([0, 1, 2, 5, 6, 400].map(left)).toEqual([1, 0.9, 0.8, 0.5, 0.5, 0.5]);
    expect(shareLeft({ ...RULES, latePercent: 100, lateFloor: 0 }, 3)).toBe(0);
    expect(shareLeft({ ...RULES, late: 'accepted' }, 3)).toBe(1);
  });

  it('counts with a sign, counts less, or counts no more', () => {
    const late = student([handed(DUE + HOUR, 8)]);
    expect(of(late, { late: 'accepted' })).toMatchObject({ points: 8, earned: 8, days: 1 });
    expect(of(late)).toMatchObject({ points: 7.2, earned: 8, days: 1 });
    expect(of(late, { late: 'closed' })).toMatchObject({ points: 0, handedIn: 0, days: 0 });
  });

  it('is the best after its deduction: an earlier answer may be worth more than a better one', () => {
    const both = student([handed(DUE - 1, 8), handed(DUE + 3 * DAY, 10)]);
    expect(of(both)).toMatchObject({ points: 8, days: 0 });
    expect(of(both, { keeps: 'last' })).toMatchObject({ points: 7, earned: 10, days: 3 });
    expect(of(both, { keeps: 'first' })).toMatchObject({ points: 8, days: 0 });
    expect(of(both, { late: 'accepted' })).toMatchObject({ points: 10, days: 3 });
  });

  it('costs nothing where a teacher has switched it off for somebody', () => {
    expect(of(student([handed(DUE + HOUR, 8)], { waived: true }))).toMatchObject({ points: 8, days: 1 });
  });
});

describe('what is different for one student', () => {
  it('is a date of their own, which takes the place of the due date and keeps open what would have closed', () => {
    expect(datesFor(RULES, { until: DUE + DAY })).toMatchObject({ dueAt: DUE + DAY, closesAt: CLOSES });
    expect(datesFor(RULES, { until: CLOSES + DAY })).toMatchObject({ dueAt: CLOSES + DAY, closesAt: CLOSES + DAY });
    const strict = { ...RULES, late: 'closed' as const };
    expect(datesFor(strict, { until: null }).closesAt).toBe(DUE);
    expect(datesFor(strict, { until: CLOSES + DAY }).closesAt).toBe(CLOSES + DAY);
    expect(datesFor({ ...RULES, closesAt: null }, { until: DUE + DAY }).closesAt).toBeNull();
    const one = student([handed(CLOSES + HOUR, 10)], { until: CLOSES + DAY });
    expect(of(one)).toMatchObject({ points: 10, days: 0 });
    expect(of({ ...one, override: NO_OVERRIDE })).toMatchObject({ points: 0, handedIn: 0 });
  });

  it('is another attempt at each question', () => {
    const all = [handed(OPENS, 1), handed(OPENS + 1, 2), handed(OPENS + 2, 9)];
    expect(of(student(all), { attempts: 2 })).toMatchObject({ points: 2 });
    expect(of(student(all, { more: 1 }), { attempts: 2 })).toMatchObject({ points: 9 });
    // the activity's number wins over the question's
    expect(of(student(all), { attempts: 0 }, [{ ...PART, attempts: 1 }])).toMatchObject({ points: 9 });
    expect(of(student(all), {}, [{ ...PART, attempts: 1 }])).toMatchObject({ points: 1 });
  });

  it('is more time, or none that runs out', () => {
    const one = (override: Partial<Override>, factor = 1) =>
      student([handed(OPENS + 15 * 60_000, 10)], override, { begun: [OPENS], timeFactor: factor });
    expect(of(one({}), { minutes: 10 })).toMatchObject({ points: 0 });
    expect(of(one({}, 1.5), { minutes: 10 })).toMatchObject({ points: 10 });
    expect(of(one({ timeFactor: 2 }), { minutes: 10 })).toMatchObject({ points: 10 });
    expect(of(one({ timeFactor: 0 }), { minutes: 10 })).toMatchObject({ points: 10 });
    // who never began has handed in nothing under a time limit
    expect(of({ ...one({}), begun: [] }, { minutes: 30 })).toMatchObject({ handedIn: 0 });
  });

  it('is nothing where nothing is set', () => {
    expect(isOverride(NO_OVERRIDE)).toBe(false);
    const each: Partial<Override>[] = [
      { until: 1 },
      { excused: true },
      { timeFactor: 0 },
      { more: 1 },
      { waived: true },
    ];
    expect(each.map((one) => isOverride({ ...NO_OVERRIDE, ...one }))).toEqual(each.map(() => true));
  });
});

describe('what counts', () => {
  it('is neither what came before it opened nor what could not be read, which also spends nothing', () => {
    const unread = handed(OPENS, 0, { graded: { outcome: 'invalid', result: 'fail', points: 0, maxPoints: 10 } });
    const one = student([handed(OPENS - 1, 10), unread, handed(OPENS + 1, 7)]);
    expect(of(one, { attempts: 1 })).toMatchObject({ points: 7, handedIn: 1, waits: 0 });
  });

  it('waits for what is being graded, and for what a teacher has to decide', () => {
    expect(of(student([handed(OPENS, 0, { graded: null })]))).toMatchObject({ points: 0, handedIn: 1, waits: 1 });
    const undecided = handed(OPENS, 0, {
      graded: { outcome: 'graded', result: 'undecided', points: 0, maxPoints: 10 },
    });
    expect(of(student([undecided]))).toMatchObject({ waits: 1, handedIn: 1 });
  });

  it('are new values only where the activity says so', () => {
    const one = student([handed(OPENS, 4), handed(OPENS + 1, 10, { newValues: true, asked: 'v1 b' })]);
    expect(of(one)).toMatchObject({ points: 4 });
    expect(of(one, { newValues: true })).toMatchObject({ points: 10 });
  });

  it('costs what the question says for attempts and hints, before the deduction', () => {
    const costs = { attempt: 1, hint: 2 };
    const one = student([handed(OPENS, 3), handed(DUE + 1, 10, { hints: 1 })]);
    expect(of(one, {}, [{ ...PART, costs }])).toMatchObject({ earned: 7, points: 6.3 });
  });

  it('is a lesson’s questions that have points, or those that were chosen', () => {
    const question = (id: string) =>
      ({ kind: 'choice', id, points: 1, attempts: null }) as unknown as Parameters<typeof partsOf>[0] extends Iterable<
        infer Q
      >
        ? Q
        : never;
    expect(partsOf([question('a'), question('b')], { questions: ['b'] }).map(({ name }) => name)).toEqual(['b']);
    expect(partsOf([question('a'), question('b')], { questions: null })).toHaveLength(2);
  });
});

describe('a result in one word', () => {
  const stand = (more: object = {}) =>
    resultState(
      { excused: false, given: null, handedIn: 0, asked: 3, waits: 0, opensAt: OPENS, closesAt: CLOSES, ...more },
      'now' in more ? Number(more.now) : OPENS,
    );
  it('is not missing before it has closed', () => {
    expect([OPENS - 1, OPENS, DUE + DAY, CLOSES, CLOSES + 1].map((now) => stand({ now }))).toEqual([
      ...['notOpen', 'nothing', 'nothing', 'nothing', 'missing'],
    ]);
    expect(stand({ now: CLOSES + DAY, closesAt: null })).toBe('nothing');
  });

  it('says what stands in its way first', () => {
    expect(stand({ excused: true, waits: 1 })).toBe('excused');
    expect(stand({ given: 3, waits: 1 })).toBe('done');
    expect(stand({ handedIn: 1, waits: 1 })).toBe('waits');
    expect([stand({ handedIn: 2 }), stand({ handedIn: 3 }), stand({ handedIn: 1, now: CLOSES + 1 })]).toEqual([
      ...['begun', 'done', 'done'],
    ]);
    expect(['excused', 'nothing', 'missing', 'begun'].map((one) => hasPoints(one as 'excused'))).toEqual([
      ...[false, false, true, true],
    ]);
  });
});

/** The same rule, written as one would say it, without any care for speed. */
function naive(parts: AskedPart[], rules: ClassRules, one: StudentFacts): { points: number; handedIn: number } {
  let [points, handedIn] = [0, 0];
  for (const part of parts) {
    const due = one.override.until ?? rules.dueAt;
    let closes = rules.closesAt;
    if (rules.late === 'closed' && due !== null) closes = one.override.until ?? Math.min(due, closes ?? due);
    else if (closes !== null && one.override.until !== null && one.override.until > closes) closes = one.override.until;
    if (rules.answers === 'onRelease' && rules.releasedAt !== null && (closes === null || closes > rules.releasedAt))
      closes = rules.releasedAt;
    const factor = one.override.timeFactor ?? one.timeFactor;
    const timed = rules.minutes !== null && factor !== 0;
    const inTime = one.handed.filter((h) => {
      if (h.question !== part.name) return false;
      if (h.newValues && !rules.newValues) return false;
      if (rules.opensAt !== null && h.at < rules.opensAt) return false;
      if (closes !== null && h.at > closes) return false;
      return (
        !timed || one.begun.some((begun) => h.at >= begun && h.at <= begun + (rules.minutes ?? 0) * factor * 60_000)
      );
    });
    inTime.sort((a, b) => a.at - b.at || a.submissionId.localeCompare(b.submissionId));
    let most = rules.attempts === null ? part.attempts : rules.attempts === 0 ? null : rules.attempts;
    if (most !== null) most += one.override.more;
    const counted: number[] = [];
    let any = false;
    const spent: Record<string, number> = {};
    for (const h of inTime) {
      const before = spent[h.asked] ?? 0;
      if (most !== null && before >= most) continue;
      if (h.graded === null) {
        any = true;
        spent[h.asked] = before + 1;
        continue;
      }
      if (h.graded.outcome !== 'graded') continue;
      any = true;
      if (h.graded.result !== 'undecided') spent[h.asked] = before + 1;
      const days = due === null || h.at <= due ? 0 : Math.ceil((h.at - due) / DAY);
      const off =
        rules.late === 'deducted' && !one.override.waived
          ? Math.min(100 - rules.lateFloor, rules.latePercent * days)
          : 0;
      counted.push(
        (Math.max(0, h.graded.points - before * part.costs.attempt - h.hints * part.costs.hint) * (100 - off)) / 100,
      );
    }
    if (any) handedIn += 1;
    if (counted.length === 0) continue;
    if (rules.keeps === 'first') points += counted[0] ?? 0;
    else if (rules.keeps === 'last') points += counted[counted.length - 1] ?? 0;
    else points += Math.max(...counted);
  }
  return { points, handedIn };
}

describe('a result against the simple rule', () => {
  const at = fc.integer({ min: 0, max: 45 * 4 }).map((quarter) => (quarter * DAY) / 4);
  const handedIn = fc.record({
    submissionId: fc.uuid(),
    question: fc.constantFrom('q', 'r'),
    at,
    newValues: fc.boolean(),
    hints: fc.integer({ min: 0, max: 2 }),
    asked: fc.constantFrom('v1', 'v2'),
    graded: fc.option(
      fc.record({
        outcome: fc.constantFrom('graded' as const, 'graded' as const, 'invalid' as const),
        result: fc.constantFrom('pass' as const, 'fail' as const, 'undecided' as const),
        points: fc.integer({ min: 0, max: 10 }),
        maxPoints: fc.constant(10),
      }),
    ),
  });
  const rules = fc.record({
    opensAt: fc.option(at),
    dueAt: fc.option(at),
    closesAt: fc.option(at),
    attempts: fc.option(fc.integer({ min: 0, max: 3 })),
    minutes: fc.option(fc.integer({ min: 1, max: 1440 })),
    answers: fc.constantFrom('atOnce' as const, 'onRelease' as const),
    releasedAt: fc.option(at),
    late: fc.constantFrom(...LATE),
    latePercent: fc.integer({ min: 0, max: 100 }),
    lateFloor: fc.integer({ min: 0, max: 100 }),
    keeps: fc.constantFrom(...KEEPS),
    newValues: fc.boolean(),
    questions: fc.constant(null),
  });
  const own = fc.record({
    userId: fc.constant('ada'),
    timeFactor: fc.constantFrom(0, 1, 1.5),
    override: fc.record({
      until: fc.option(at),
      excused: fc.boolean(),
      timeFactor: fc.option(fc.constantFrom(0, 1, 2)),
      more: fc.integer({ min: 0, max: 2 }),
      waived: fc.boolean(),
    }),
    begun: fc.array(at, { maxLength: 2 }),
    handed: fc.array(handedIn, { maxLength: 12 }),
  });
  const parts = [PART, { ...PART, name: 'r', attempts: 2, costs: { attempt: 1, hint: 1 } }];

  it('is the same, in whatever order the facts come', () => {
    fc.assert(
      fc.property(rules, own, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (by, one, shuffle) => {
        const result = resultFor(parts, by, one);
        const simple = naive(parts, by, one);
        expect(result.points).toBeCloseTo(simple.points, 5);
        expect(result.handedIn).toBe(simple.handedIn);
        expect(result.points).toBeLessThanOrEqual(result.earned + 1e-9);
        const keyed = one.handed.map((entry) => ({ entry, key: shuffle.next().value ?? 0 }));
        const other = keyed.toSorted((a, b) => a.key - b.key).map(({ entry }) => entry);
        expect(resultFor(parts, by, { ...one, handed: other })).toEqual(result);
      }),
      { numRuns: 500 },
    );
  });
});
