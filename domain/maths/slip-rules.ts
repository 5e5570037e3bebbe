/** Rules of differentiation as they are often got wrong, in the shape of the right one. */
import { binaryPartials, unaryPartial } from './derivatives.ts';
import { chainRule, type Rule } from './differentiate.ts';

/** The inner derivative left out: (sin 3x)' = cos 3x, (2^(3x))' = 2^(3x)·ln 2, (1/(x²+1))' = −1/(x²+1)². */
const withoutChain: Rule = {
  unary: (op, a, self, da, of) =>
    op === 'neg' ? chainRule.unary(op, a, self, da, of) : (unaryPartial(op, a, self, of) ?? da),
  binary: (op, a, b, self, da, db, of) => {
    const partials = binaryPartials(op, a, b, self, of);
    if (op === 'pow' && db === undefined) return partials.a();
    if ((op === 'pow' || op === 'div') && da === undefined) return partials.b();
    return chainRule.binary(op, a, b, self, da, db, of);
  },
};

/** (uv)' = u'v'. */
const productOfDerivatives: Rule = {
  unary: chainRule.unary,
  binary: (op, a, b, self, da, db, of) =>
    op === 'mul' && da !== undefined && db !== undefined
      ? of.binary('mul', da, db)
      : chainRule.binary(op, a, b, self, da, db, of),
};

/** (u/v)' = u'/v'. */
const quotientOfDerivatives: Rule = {
  unary: chainRule.unary,
  binary: (op, a, b, self, da, db, of) =>
    op === 'div' && da !== undefined && db !== undefined
      ? of.binary('div', da, db)
      : chainRule.binary(op, a, b, self, da, db, of),
};

/** (x^n)' = n·x^n. */
const exponentKept: Rule = {
  unary: chainRule.unary,
  binary: (op, a, b, self, da, db, of) =>
    op === 'pow' && da !== undefined && db === undefined
      ? of.binary('mul', of.binary('mul', b, self), da)
      : chainRule.binary(op, a, b, self, da, db, of),
};

/** (x^n)' = x^(n−1). */
const factorForgotten: Rule = {
  unary: chainRule.unary,
  binary: (op, a, b, self, da, db, of) =>
    op === 'pow' && da !== undefined && db === undefined
      ? of.binary('mul', of.binary('pow', a, of.binary('sub', b, of.number(1))), da)
      : chainRule.binary(op, a, b, self, da, db, of),
};

/** (a^x)' = x·a^(x−1). */
const exponentialAsPower: Rule = {
  unary: (op, a, self, da, of) => {
    if (op !== 'exp') return chainRule.unary(op, a, self, da, of);
    const lowered = of.unary('exp', of.binary('sub', a, of.number(1)));
    return of.binary('mul', of.binary('mul', a, lowered), da);
  },
  binary: (op, a, b, self, da, db, of) =>
    op === 'pow' && da === undefined && db !== undefined
      ? of.binary('mul', of.binary('mul', b, of.binary('pow', a, of.binary('sub', b, of.number(1)))), db)
      : chainRule.binary(op, a, b, self, da, db, of),
};

/** In the order in which they are tried; the codes are those of messages/en/maths.json. */
export const slipRules: readonly { readonly code: string; readonly rule: Rule }[] = [
  { code: 'chain', rule: withoutChain },
  { code: 'product', rule: productOfDerivatives },
  { code: 'quotient', rule: quotientOfDerivatives },
  { code: 'power-kept', rule: exponentKept },
  { code: 'factor-forgotten', rule: factorForgotten },
  { code: 'exponential-as-power', rule: exponentialAsPower },
];
