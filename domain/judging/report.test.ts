/** What a sandbox says is read only where it is what it may say. */
import { describe, expect, it } from 'vitest';
import { callReport, reported } from './report.ts';

const reads = (value: unknown): boolean => reported.safeParse(value).success;

describe('an integer of a report', () => {
  it.each(['0', '-1', '12345678901234567890', `-${'9'.repeat(4300)}`])('is digits, with a sign: %s', (v) => {
    expect(reads({ t: 'int', v })).toBe(true);
  });

  it.each(['', '-', '1.5', '1e3', '0x10', '+1', ' 1', '1\n', '１', 'nan', '1_000', '9'.repeat(4301)])(
    'and nothing else that JavaScript may or may not take for one: %j',
    (v) => {
      expect(reads({ t: 'int', v })).toBe(false);
      expect(reads({ t: 'list', v: [{ t: 'int', v }] })).toBe(false);
    },
  );

  it('is no number of JSON', () => {
    expect(reads({ t: 'int', v: 1 })).toBe(false);
  });
});

it('a call whose value is nothing that a sandbox may say is not read', () => {
  const call = { ok: true, changed: [], printed: '' };
  expect(callReport.safeParse({ ...call, value: { t: 'int', v: '7' } }).success).toBe(true);
  for (const value of [{ t: 'int', v: 'seven' }, { t: 'verdict', v: 'pass' }, { t: 'float', v: '7' }, null])
    expect(callReport.safeParse({ ...call, value }).success).toBe(false);
});
