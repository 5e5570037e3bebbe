import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AtWork, SAYS_MS, urgency, type Whereabouts, type WorkState, workNow } from './work.ts';

const MINUTE = 60_000;
const STUCK = 5 * MINUTE;
const NOW = 1_000_000_000;
const HERE: Whereabouts = {
  ...{ lesson: 'l', question: 'q', reading: false, section: null },
  ...{ since: NOW - MINUTE, seen: NOW, left: false },
};
const work = (more: Partial<AtWork> = {}, at: Partial<Whereabouts> = {}): AtWork => ({
  ...{ typed: null, last: null, tries: 0 },
  ...more,
  at: { ...HERE, ...at },
});
const stateOf = (facts: AtWork): WorkState => workNow(facts, NOW, STUCK).state;

describe('what somebody is doing', () => {
  it('is nothing where their page is closed, or has said nothing for long', () => {
    expect(stateOf({ ...work(), at: null })).toBe('away');
    expect(stateOf(work({}, { left: true }))).toBe('away');
    expect(stateOf(work({}, { seen: NOW - 3 * SAYS_MS }))).toBe('away');
    // one word of it may be lost
    expect(stateOf(work({}, { seen: NOW - 2 * SAYS_MS }))).toBe('notBegun');
  });

  it('follows what was typed and handed in, whichever is newer', () => {
    const at = NOW - 10_000;
    expect(stateOf(work())).toBe('notBegun');
    expect(stateOf(work({ typed: at }))).toBe('writing');
    // who only looks at what they typed an hour ago writes nothing
    expect(stateOf(work({ typed: NOW - 60 * MINUTE }))).toBe('begun');
    expect(stateOf(work({ typed: at, last: { at, came: 'waits' } }))).toBe('checking');
    expect(stateOf(work({ typed: at, last: { at, came: 'fail' } }))).toBe('wrong');
    expect(stateOf(work({ typed: at, last: { at, came: 'timeout' } }))).toBe('wrong');
    expect(stateOf(work({ typed: at, last: { at, came: 'partial' } }))).toBe('partly');
    expect(stateOf(work({ typed: at, last: { at, came: 'pass' } }))).toBe('right');
    expect(stateOf(work({ typed: at + 1, last: { at, came: 'fail' } }))).toBe('writing');
    expect(stateOf(work({ typed: null, last: { at, came: 'undecided' } }))).toBe('checking');
  });

  it('is reading for who is at no question, though what they were at is remembered', () => {
    expect(stateOf(work({ typed: NOW }, { question: null, reading: true }))).toBe('reading');
    expect(stateOf(work({ typed: NOW }, { reading: true }))).toBe('reading');
  });
});

describe('being stuck', () => {
  const stuck = (facts: AtWork): boolean => workNow(facts, NOW, STUCK).stuck;

  it('is long at one question that is not right, also while something is looked up', () => {
    const since = NOW - STUCK;
    expect(stuck(work({ typed: NOW }, { since: since + 1 }))).toBe(false);
    expect(stuck(work({ typed: NOW }, { since }))).toBe(true);
    expect(stuck(work({}, { since }))).toBe(true);
    expect(stuck(work({ typed: NOW }, { since, reading: true }))).toBe(true);
    expect(stuck(work({ last: { at: NOW, came: 'pass' } }, { since }))).toBe(false);
    expect(stuck(work({ last: { at: NOW, came: 'waits' } }, { since }))).toBe(false);
  });

  it('is several wrong answers, however quick they were', () => {
    const last = { at: NOW, came: 'fail' as const };
    expect(stuck(work({ last, tries: 2 }))).toBe(false);
    expect(stuck(work({ last, tries: 3 }))).toBe(true);
  });
});

const anyWork = fc.record({
  at: fc.option(
    fc.record({
      lesson: fc.constant('l'),
      question: fc.option(fc.constant('q')),
      reading: fc.boolean(),
      section: fc.constant(null),
      since: fc.integer({ min: NOW - 60 * MINUTE, max: NOW + MINUTE }),
      seen: fc.integer({ min: NOW - 10 * MINUTE, max: NOW + MINUTE }),
      left: fc.boolean(),
    }),
  ),
  typed: fc.option(fc.integer({ min: NOW - 60 * MINUTE, max: NOW })),
  last: fc.option(
    fc.record({
      at: fc.integer({ min: NOW - 60 * MINUTE, max: NOW }),
      came: fc.constantFrom('pass', 'partial', 'fail', 'error', 'undecided', 'received', 'waits', 'unread'),
    }),
  ),
  tries: fc.nat(5),
}) as fc.Arbitrary<AtWork>;

describe('at any moment', () => {
  it('who is not there or has it right is never stuck, nobody is there for less than no time, and who is stuck comes first', () => {
    fc.assert(
      fc.property(anyWork, (facts) => {
        const now = workNow(facts, NOW, STUCK);
        expect(now.for).toBeGreaterThanOrEqual(0);
        if (now.state === 'away' || now.state === 'right') expect(now.stuck).toBe(false);
        expect(urgency(now) === 0).toBe(now.stuck);
      }),
    );
  });

  it('waiting longer makes nobody less stuck, as long as their page is there', () => {
    fc.assert(
      fc.property(anyWork, fc.nat(MINUTE), (facts, more) => {
        const then = workNow(facts, NOW + more, STUCK);
        if (workNow(facts, NOW, STUCK).stuck && then.state !== 'away') expect(then.stuck).toBe(true);
      }),
    );
  });
});
