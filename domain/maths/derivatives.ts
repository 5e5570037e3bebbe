/**
 * The derivative of each operation, written once over an algebra: with numbers it gives dual numbers and the
 * backward sweep, with tape nodes the derivative as a tape.
 * Source: Abramowitz & Stegun 4.3.105–110, 4.4.52–57, 4.5.71–73, 4.6.37–39, 6.3.1, 6.4.1; forms chosen against cancellation.
 */
import type { Binary, Unary } from './tape.ts';

/** Arithmetic over T. `unary` and `binary` apply the operations themselves. */
export type Algebra<T> = {
  readonly number: (value: number) => T;
  readonly unary: (op: Unary, a: T) => T;
  readonly binary: (op: Binary, a: T, b: T) => T;
};

/** d op(a) / d a. `self` is op(a). `undefined` where no derivative is known (pentagamma). */
export function unaryPartial<T>(op: Unary, a: T, self: T, of: Algebra<T>): T | undefined {
  const one = of.number(1);
  const square = (x: T): T => of.binary('mul', x, x);
  const over = (x: T): T => of.binary('div', one, x);
  /** (1 − a)(1 + a), which keeps its digits near ±1. */
  const gap = (): T => of.binary('mul', of.binary('sub', one, a), of.binary('add', one, a));
  switch (op) {
    case 'neg':
      return of.number(-1);
    case 'exp':
      return self;
    case 'ln':
      return over(a);
    case 'sqrt':
      return over(of.binary('mul', of.number(2), self));
    case 'cbrt':
      return over(of.binary('mul', of.number(3), square(self)));
    case 'sin':
      return of.unary('cos', a);
    case 'cos':
      return of.unary('neg', of.unary('sin', a));
    case 'tan':
      return of.binary('add', one, square(self));
    case 'asin':
      return over(of.unary('sqrt', gap()));
    case 'acos':
      return of.unary('neg', over(of.unary('sqrt', gap())));
    case 'atan':
      return over(of.binary('add', one, square(a)));
    case 'sinh':
      return of.unary('cosh', a);
    case 'cosh':
      return of.unary('sinh', a);
    case 'tanh':
      return over(square(of.unary('cosh', a)));
    case 'asinh':
      return over(of.unary('sqrt', of.binary('add', one, square(a))));
    case 'acosh':
      return over(
        of.binary('mul', of.unary('sqrt', of.binary('sub', a, one)), of.unary('sqrt', of.binary('add', a, one))),
      );
    case 'atanh':
      return over(gap());
    case 'abs':
      return of.unary('sign', a);
    case 'sign':
      return of.number(0);
    case 'gamma':
      return of.binary('mul', self, of.unary('digamma', a));
    case 'digamma':
      return of.unary('trigamma', a);
    case 'trigamma':
      return of.unary('tetragamma', a);
    case 'tetragamma':
      return of.unary('pentagamma', a);
    case 'pentagamma':
      return undefined;
  }
}

/** d op(a, b) / d a and / d b, each made only when asked for (`a^n` has no ln a unless n varies). */
export function binaryPartials<T>(op: Binary, a: T, b: T, self: T, of: Algebra<T>): { a: () => T; b: () => T } {
  const one = (): T => of.number(1);
  /** Which of the two is taken: (1 ± sign(a − b)) / 2, a half each where they meet. */
  const step = (sign: 'add' | 'sub'): T =>
    of.binary('div', of.binary(sign, one(), of.unary('sign', of.binary('sub', a, b))), of.number(2));
  switch (op) {
    case 'add':
      return { a: one, b: one };
    case 'sub':
      return { a: one, b: () => of.number(-1) };
    case 'mul':
      return { a: () => b, b: () => a };
    case 'div':
      return { a: () => of.binary('div', one(), b), b: () => of.unary('neg', of.binary('div', self, b)) };
    case 'pow':
      return {
        a: () => of.binary('mul', b, of.binary('pow', a, of.binary('sub', b, one()))),
        b: () => of.binary('mul', self, of.unary('ln', a)),
      };
    case 'max':
      return { a: () => step('add'), b: () => step('sub') };
    case 'min':
      return { a: () => step('sub'), b: () => step('add') };
  }
}
