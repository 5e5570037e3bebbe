/** Numbers in every notation are read back as they are, and tolerances are decimal. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doubleOf, exactOf, within } from '../../judging/exact.ts';
import { type NumberReading, readNumber } from './grade.ts';

const readAs = (text: string, how: NumberReading = {}): number | string => {
  const read = readNumber(text, how);
  return read.ok ? read.value : read.feedback.code;
};

const whole = fc.integer({ min: 0, max: 999_999_999 });
const sign = fc.constantFrom('', '-', '−', '–', '+', '﹣');
const signed = (text: string, mark: string): [string, number] => [
  `${mark}${text}`,
  mark === '' || mark === '+' ? 1 : -1,
];
/** Groups of three, as they are printed. */
const grouped = (value: number, mark: string): string => String(value).replace(/\B(?=(\d{3})+$)/g, mark);
const inDigits = (text: string, zero: number): string =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
const raised = (value: number): string =>
  String(value).replace(/./g, (one) => (one === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(one))));

describe('a number that is printed in some notation is read back as itself', () => {
  it('in groups of three, with blanks of any sort', () => {
    fc.assert(
      fc.property(whole, sign, fc.constantFrom(' ', '\u00a0', '\u202f', '\u2009'), (value, mark, blank) => {
        const [text, by] = signed(grouped(value, blank), mark);
        expect(readAs(text)).toBeCloseTo(by * value, 9);
      }),
    );
  });
  it('in groups with commas or points, where there are two or more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000_000, max: 999_999_999 }), fc.constantFrom(',', '.'), (value, mark) => {
        expect(readAs(grouped(value, mark))).toBe(value);
      }),
    );
  });
  it('as a decimal with a point or a comma, in groups too', () => {
    fc.assert(
      fc.property(whole, fc.integer({ min: 0, max: 99 }), fc.constantFrom('.', ','), (above, below, mark) => {
        const part = String(below).padStart(2, '0');
        expect(readAs(`${above}${mark}${part}`)).toBe(Number(`${above}.${part}`));
        if (above > 999) expect(readAs(`${grouped(above, ' ')}${mark}${part}`)).toBe(Number(`${above}.${part}`));
        if (above > 999 && mark === ',')
          expect(readAs(`${grouped(above, '.')},${part}`)).toBe(Number(`${above}.${part}`));
      }),
    );
  });
  it('as a power of ten, typed in plain signs, raised digits or LaTeX', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999, max: 999 }), fc.integer({ min: -30, max: 30 }), (factor, power) => {
        const wanted = Number(`${factor}e${power}`);
        for (const text of [
          `${factor}*10^${power}`,
          `${factor}·10^(${power})`,
          `${factor} × 10${raised(power)}`,
          `${factor}\\cdot10^{${power}}`,
          `${factor}e${power}`,
          `${factor}E${power}`,
        ])
          expect(readAs(text), text).toBeCloseTo(wanted, 12 - Math.ceil(Math.log10(Math.abs(wanted) + 1)));
      }),
    );
  });
  it('as a fraction and as a mixed number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 2, max: 99 }), (full, below) => {
        const above = 1 + ((full * 7) % (below - 1 || 1));
        if (above >= below) return;
        expect(readAs(`${above}/${below}`)).toBe(above / below);
        expect(readAs(`${full} ${above}/${below}`)).toBeCloseTo(full + above / below, 10);
        expect(readAs(`−${full} ${above}/${below}`)).toBeCloseTo(-full - above / below, 10);
      }),
    );
  });
  it('in the digits of any script', () => {
    const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10, 0x1d7d8, 0x1d7f6];
    fc.assert(
      fc.property(whole, fc.constantFrom(...zeros), (value, zero) => {
        expect(readAs(inDigits(String(value), zero))).toBe(value);
      }),
    );
  });
  it('with the unit of its question before or behind it, or a left side', () => {
    fc.assert(
      fc.property(whole, fc.constantFrom('m', 'm/s²', 'µA', '%', 'kg m', '€', '°C'), (value, unit) => {
        expect(readAs(`${value} ${unit}`, { unit })).toBe(value);
        expect(readAs(`${value}${unit}`, { unit })).toBe(value);
        expect(readAs(`x = ${value}`, { unit })).toBe(value);
      }),
    );
  });
  it('and digits of two numbers never join', () => {
    fc.assert(
      fc.property(whole, whole, (one, other) => {
        const apart = readAs(`${one} ${other}`);
        if (String(other).length !== 3 || one === 0 || one > 999) expect(apart).toBe('maths.problem.two-numbers');
        else expect(apart).toBe(Number(`${one}${other}`));
      }),
    );
  });
});

describe('a tolerance', () => {
  const decimal = fc.tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: 0, max: 6 }));
  const textOf = ([digits, places]: [number, number]): string => `${digits}e${-places}`;
  const exact = (text: string) => {
    const read = exactOf(text);
    if (read === undefined) throw new Error(text);
    return read;
  };

  it('is decimal: both edges are right, and a hair beyond is not', () => {
    fc.assert(
      fc.property(decimal, fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 6 }), (key, width, places) => {
        const tolerance = { absolute: Number(`${width}e${-places}`), relative: 0 };
        const wanted = exact(textOf(key));
        for (const by of [1n, -1n]) {
          const edge = {
            above: wanted.above * 10n ** BigInt(places) + by * BigInt(width) * wanted.below,
            below: wanted.below * 10n ** BigInt(places),
          };
          expect(within(wanted, edge, tolerance)).toBe(true);
          const beyond = { above: edge.above * 10n ** 20n + by, below: edge.below * 10n ** 20n };
          expect(within(wanted, beyond, tolerance)).toBe(false);
        }
      }),
    );
  });
  it('a decimal comes out as the double that stands for it', () => {
    fc.assert(
      fc.property(decimal, (one) => {
        expect(doubleOf(exact(textOf(one)))).toBe(Number(textOf(one)) + 0);
      }),
    );
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e290, max: 1e290 }), (value) => {
        if (Math.abs(value) < 1e-290) return;
        expect(doubleOf(exact(String(value)))).toBe(value);
      }),
    );
  });
});
