/** Moments by the clock of a place: where clocks are changed, and over the date line. */
import { describe, expect, it } from 'vitest';
import { addDays, fromWall, isTimeZone, toWall } from './time-zone.ts';

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

describe('a moment by the clock of a place', () => {
  it.each([
    ['2026-11-03T17:00', 'Europe/Berlin', '2026-11-03T16:00:00.000Z'],
    ['2026-07-03T17:00', 'Europe/Berlin', '2026-07-03T15:00:00.000Z'],
    // on either side of the date line it is another day
    ['2026-11-03T08:00', 'Pacific/Auckland', '2026-11-02T19:00:00.000Z'],
    ['2026-11-03T08:00', 'Pacific/Pago_Pago', '2026-11-03T19:00:00.000Z'],
    ['2026-11-03T08:00', 'Asia/Kathmandu', '2026-11-03T02:15:00.000Z'],
  ])('%s in %s is %s, and back', (wall, zone, moment) => {
    const at = fromWall(wall, zone);
    expect(iso(at)).toBe(moment);
    expect(toWall(at ?? 0, zone)).toBe(wall);
  });

  it('that a clock skips is as much later, and of one that it shows twice the first is meant', () => {
    expect(iso(fromWall('2026-03-29T02:30', 'Europe/Berlin'))).toBe('2026-03-29T01:30:00.000Z');
    expect(iso(fromWall('2026-10-25T02:30', 'Europe/Berlin'))).toBe('2026-10-25T00:30:00.000Z');
    expect(iso(fromWall('2026-11-01T01:30', 'America/New_York'))).toBe('2026-11-01T05:30:00.000Z');
  });

  it.each(['', 'soon', '2026-13-01T10:00', '2026-11-31T10:00', '2026-11-03', '2026-11-03T24:00'])(
    '“%s” is none',
    (text) => {
      expect(fromWall(text, 'Europe/Berlin')).toBeNull();
      expect(fromWall(text, null)).toBeNull();
    },
  );

  it('stays at its time of day when it is moved by days over a change of clocks', () => {
    const at = fromWall('2026-10-20T18:00', 'Europe/Berlin') ?? 0;
    expect(toWall(addDays(at, 7, 'Europe/Berlin'), 'Europe/Berlin')).toBe('2026-10-27T18:00');
    expect(addDays(at, 7, 'Europe/Berlin') - at).toBe(7 * 86_400_000 + 3_600_000);
    expect(addDays(at, 7, null) - at).toBe(7 * 86_400_000);
    expect(toWall(addDays(at, -300, 'Europe/Berlin'), 'Europe/Berlin')).toBe('2025-12-24T18:00');
  });
});

describe('a time zone', () => {
  it('is known by its name, and an offset or anything else is none', () => {
    expect(['Europe/Berlin', 'America/New_York', 'UTC'].map(isTimeZone)).toEqual([true, true, true]);
    expect(['+02:00', 'Europe/Atlantis', '', 'x'.repeat(100)].map(isTimeZone)).toEqual([false, false, false, false]);
  });
});
