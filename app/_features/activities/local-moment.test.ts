/** Due dates keep their moment on the way through the field. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fromLocal, toLocal } from './local-moment.ts';

describe('a due date in the field', () => {
  const zone = process.env.TZ;
  beforeEach(() => {
    process.env.TZ = 'America/New_York';
  });
  afterEach(() => {
    process.env.TZ = zone;
  });

  it("is written in the reader's own zone", () => {
    expect(toLocal('2026-01-15T22:00:00.000Z')).toBe('2026-01-15T17:00');
    expect(toLocal('2026-07-15T22:00:00.000Z')).toBe('2026-07-15T18:00');
  });

  it('comes back as the same moment', () => {
    for (const iso of ['2026-01-01T04:59:00.000Z', '2026-07-31T23:30:00.000Z', '2027-11-07T20:00:00.000Z'])
      expect(fromLocal(toLocal(iso))).toBe(iso);
  });

  it('is no date when the field is empty or half filled', () => {
    expect(fromLocal('')).toBeNull();
    expect(fromLocal('2026-13-01T10:00')).toBeNull();
  });
});
