import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compared, half, minus, plus, range, readDecimal, timesPercent, writeDecimal } from './decimal.ts';

const read = (text: string) => {
  const found = readDecimal(text);
  if (found === null) throw new Error(`no number: ${text}`);
  return found;
};

describe('a decimal of a file', () => {
  it.each([
    ['3.10', '3.1'],
    ['-0,5', '-0.5'],
    ['.5', '0.5'],
    ['1e3', '1000'],
    ['2.5e-3', '0.0025'],
    ['−7', '-7'],
    ['007', '7'],
  ])('%s is %s', (written, meant) => expect(writeDecimal(read(written))).toBe(meant));
  it.each(['', '.', 'one', '1.2.3', '0x1F', '1e9999', '{x}'])('is not %s', (text) =>
    expect(readDecimal(text)).toBeNull(),
  );
  it('is added and halved as it is written', () => {
    expect(writeDecimal(plus(read('0.1'), read('0.2')))).toBe('0.3');
    expect(writeDecimal(half(plus(read('3.141'), read('3.142'))))).toBe('3.1415');
    expect(writeDecimal(timesPercent(read('200'), read('20')))).toBe('40');
  });
  it('lies between the ends of its own range', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(), fc.nat({ max: 12 }), (digits, wide, places) => {
        const value = { digits: BigInt(digits), places };
        const { low, high } = range(value, { digits: BigInt(wide), places });
        expect(compared(low, value)).toBeLessThanOrEqual(0);
        expect(compared(value, high)).toBeLessThanOrEqual(0);
        expect(compared(half(plus(low, high)), value)).toBe(0);
        expect(compared(minus(high, low), { digits: BigInt(wide) * 2n, places })).toBe(0);
      }),
    );
  });
});
