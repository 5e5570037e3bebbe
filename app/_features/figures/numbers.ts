'use client';
/** Numbers as figures show them: a true minus, few decimals, powers of ten for what is very small or large. */
import { useFormatter } from 'next-intl';
import { useMemo } from 'react';
import { numberOf, numbersOf, rowsOf, type Value } from '../../../domain/figures/scope.ts';

export interface Numbers {
  /** @param digits decimals that are always shown; left out: at most three, and no zeros at the end */
  short(value: number, digits?: number): string;
  /** a number, a vector in brackets, rows of a matrix */
  whole(value: Value): string;
}

const TINY = 5e-4;
const HUGE = 1e6;

/** Numbers in the reader's form. */
export function useNumbers(): Numbers {
  const format = useFormatter();
  return useMemo(() => {
    const short = (value: number, digits?: number): string => {
      if (Number.isNaN(value)) return '–';
      if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
      const isFar = value !== 0 && (Math.abs(value) < TINY || Math.abs(value) >= HUGE);
      if (isFar && (digits ?? 0) < 6) {
        const exponent = Math.floor(Math.log10(Math.abs(value)));
        return `${short(value / 10 ** exponent, 1)} · 10${raised(exponent)}`;
      }
      const decimals = { minimumFractionDigits: digits ?? 0, maximumFractionDigits: digits ?? 3 };
      const text = format.number(value, { ...decimals, useGrouping: false });
      return (/^-[0.,]*$/.test(text) ? text.slice(1) : text).replace('-', '−');
    };
    const list = (values: readonly number[]): string => `(${values.map((one) => short(one)).join(', ')})`;
    const whole = (value: Value): string => {
      if (value.kind === 'scalar') return short(numberOf(value));
      return value.kind === 'matrix' ? rowsOf(value).map(list).join(', ') : list(numbersOf(value));
    };
    return { short, whole };
  }, [format]);
}

/** An exponent in raised digits. */
export function raised(exponent: number): string {
  return [...String(exponent)].map((sign) => (sign === '-' ? '⁻' : ('⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(sign)] ?? sign))).join('');
}
