/** Messages and readings overtake each other: a page is paused and brought by the newest of them. */
import { expect, it } from 'vitest';
import type { OwnHour } from '../../../domain/class-now/hour.ts';
import { withHour, withReading } from './own-hours.ts';

const own = (part: Partial<OwnHour['hour']>, hand: OwnHour['hand'] = null): OwnHour => ({
  hour: {
    ...{ id: 'h1', classId: 'a', className: 'A', by: 'Emmy', changedAt: 1, begunAt: 1, paused: false, place: null },
    ...part,
  },
  hand,
  placedAgo: null,
});
const up = { id: 'hand', before: 0 };
const none: ReadonlySet<string> = new Set();

it('keeps a pause that was heard while a reading from before it was on its way, with the hand that was read', () => {
  const paused = withHour([own({})], 'a', own({ changedAt: 2, paused: true }).hour);
  const after = withReading(paused, [own({ changedAt: 1 }, up)], new Set(['a']));
  expect(after).toEqual([own({ changedAt: 2, paused: true }, up)]);
});

it('takes what was read where nothing was heard, ended hours and new ones alike', () => {
  expect(withReading([own({ paused: true })], [own({ id: 'h2', begunAt: 5 })], none)).toEqual([
    own({ id: 'h2', begunAt: 5 }),
  ]);
  expect(withReading([own({})], [], none)).toEqual([]);
});

it('begins another hour after one has ended', () => {
  const ended = withHour([own({})], 'a', null);
  expect(ended).toEqual([]);
  expect(withReading(ended, [own({})], new Set(['a']))).toEqual([]);
  expect(withReading(ended, [own({ id: 'h2', begunAt: 5, changedAt: 5 })], none)).toHaveLength(1);
});

it('passes over what was told before what it knows', () => {
  const now = [own({ changedAt: 5 }, up)];
  expect(withHour(now, 'a', own({ changedAt: 4, paused: true }).hour)).toBe(now);
  expect(withHour(now, 'a', own({ id: 'h0', begunAt: 0, changedAt: 9 }).hour)).toBe(now);
  expect(withHour(now, 'a', own({ changedAt: 6 }).hour)).toEqual([own({ changedAt: 6 }, up)]);
  expect(withHour(now, 'b', own({ id: 'b1', classId: 'b', begunAt: 9 }).hour)).toHaveLength(2);
});
