/** The rules of the outbox. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REFUSALS, refuse } from '../../../domain/refusal.ts';
import {
  afterRefusal,
  draftAfter,
  type Entry,
  hurried,
  LONGEST_WAIT_MS,
  nextMoment,
  nextToSend,
  PAUSE_MS,
  pauseAfter,
  risky,
  submissionAfter,
  unsent,
  type Written,
} from './rules.ts';

const written = (id: string, text: string, more: Partial<Written> = {}): Written => ({
  lessonId: 'l',
  questionId: 'q',
  versionId: 'v',
  user: 'u',
  id,
  answer: { kind: 'number', value: text },
  writtenAt: 0,
  ...more,
});

describe('a draft', () => {
  it('goes after a pause, and at the latest after a while, however long somebody writes on', () => {
    let draft = draftAfter(undefined, written('0', '0'), 0);
    expect(draft.sendAt).toBe(PAUSE_MS);
    for (let at = 400; at < 10_000; at += 400) {
      draft = draftAfter(draft, written(String(at), String(at)), at);
      expect(draft.sendAt).toBe(Math.min(at + PAUSE_MS, LONGEST_WAIT_MS));
    }
  });

  it('does not become a try with each letter while the network is away', () => {
    const failed = afterRefusal(draftAfter(undefined, written('a', '1'), 0), refuse('unavailable'), 5_000, 0.5);
    if (failed === undefined) throw new Error('it is kept');
    const next = draftAfter(failed, written('b', '12'), 5_100);
    expect(next).toMatchObject({ id: 'b', sendAt: failed.sendAt, tries: 1, reason: 'unavailable' });
  });
});

describe('a submission', () => {
  it('is replaced by a newer one, and the same answer again is the same one, tried at once', () => {
    const first = { ...submissionAfter(undefined, written('a', '1'), 0), tries: 3, sendAt: 60_000 };
    expect(submissionAfter(first, written('b', '1'), 500)).toEqual({ ...first, sendAt: 500 });
    expect(submissionAfter(first, written('b', '2'), 500)).toMatchObject({ id: 'b', tries: 3, sendAt: 500 });
    // of another wording, or refused for good, it is another one
    expect(submissionAfter(first, written('b', '1', { versionId: 'w' }), 500).id).toBe('b');
    expect(submissionAfter({ ...first, final: true }, written('b', '1'), 500).id).toBe('b');
  });
});

const entry = (change: Partial<Entry> = {}): Entry => ({
  ...submissionAfter(undefined, written('a', '1'), 0),
  ...change,
});

describe('a refusal', () => {
  it('that asking again may change keeps it for ever; any other is told, and asked no more', () => {
    for (const code of REFUSALS) {
      let now: Entry | undefined = entry();
      for (let tries = 0; tries < 40 && now !== undefined && !now.final; tries++)
        now = afterRefusal(now, refuse(code), 0, 0.5);
      const again = ['unavailable', 'storedLater', 'tooMany', 'notSignedIn', 'wrongAccount', 'askedLive'].includes(
        code,
      );
      const kept = ['questionChanged', 'questionGone'].includes(code);
      expect([code, now?.final ?? 'with the server']).toEqual([code, kept ? 'with the server' : !again]);
    }
  });

  it('makes the pauses grow to about a minute, and never the same for everybody', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1000 }), fc.double({ min: 0, max: 0.999, noNaN: true }), (tries, random) => {
        const pause = pauseAfter(tries, 'unavailable', random);
        expect(pause).toBeGreaterThanOrEqual(750);
        expect(pause).toBeLessThan(75_000);
        expect(pauseAfter(tries + 1, 'unavailable', random)).toBeGreaterThanOrEqual(pause);
      }),
    );
    expect(pauseAfter(3, 'unavailable', 0)).not.toBe(pauseAfter(3, 'unavailable', 0.9));
    expect(pauseAfter(0, 'tooMany', 0)).toBeGreaterThan(5_000);
  });
});

it('what is due longest goes first, and nothing that is on its way or refused', () => {
  const [one, two, three] = [
    entry({ id: 'one', sendAt: 5 }),
    entry({ id: 'two', sendAt: 3 }),
    entry({ id: 'three', sendAt: 1, final: true }),
  ];
  const all = [one, two, three];
  expect(nextToSend(all, new Set(), 10)?.id).toBe('two');
  expect(nextToSend(all, new Set(['two']), 10)?.id).toBe('one');
  expect(nextToSend(all, new Set(['two']), 4)).toBeUndefined();
  expect(nextMoment(all, new Set())).toBe(3);
  expect(nextMoment([three], new Set())).toBeUndefined();
});

it('when the network may be back, what failed goes at once; what is still being written keeps its pause', () => {
  expect(hurried(entry({ tries: 2, sendAt: 50_000 }), 7).sendAt).toBe(7);
  expect(hurried(entry({ tries: 0, sendAt: 800 }), 7).sendAt).toBe(800);
  expect(hurried(entry({ tries: 2, sendAt: 50_000, final: true }), 7).sendAt).toBe(50_000);
});

it('leaving asks only where something could be lost', () => {
  const draft = (more: Partial<Entry>): Entry => entry({ what: 'draft', ...more });
  expect(risky([], false)).toBe(false);
  // it goes with the page
  expect(risky([draft({ tries: 0 })], true)).toBe(false);
  expect(risky([draft({ tries: 0 })], false)).toBe(true);
  expect(risky([draft({ tries: 1 })], true)).toBe(true);
  // it is on its way, and a slow line would end with the page
  expect(risky([entry({ tries: 0 })], true)).toBe(true);
  // whatever is typed after it
  expect(risky([entry({ tries: 1 }), draft({ tries: 0 })], true)).toBe(true);
  expect(risky([entry({ tries: 1, final: true })], false)).toBe(false);
  // a draft and a submission of one question are one answer that waits
  expect(unsent([entry({ tries: 1 }), entry({ what: 'draft', tries: 1 })])).toHaveLength(1);
});
