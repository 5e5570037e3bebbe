/** How far things reach where no bracket says so: a call without brackets, a divisor, an exponent. */
import type { Decisions } from './decisions.ts';
import { functionEntry } from './functions.ts';
import type { Token } from './scan.ts';
import type { Frame, SourceWriter } from './source-writer.ts';

export const isSign = (token: Token | undefined, ...signs: string[]): boolean =>
  token?.kind === 'operator' && signs.includes(token.text);

/** The place of the `^` whose exponent begins at a place, signs apart; -1 where it is none. */
export function powerBefore(tokens: readonly Token[], place: number): number {
  let power = place - 1;
  while (isSign(tokens[power], '+', '-')) power -= 1;
  return isSign(tokens[power], '^') ? power : -1;
}

/** `e^2x`, `e^-2x`, `2^xy` and `e^x^2y` may be meant otherwise; `x^2y` may not. The base stands at `place`. */
export function isOpenEnded(tokens: readonly Token[], exponent: Token, place: number): boolean {
  const base = tokens[place];
  const tower = powerBefore(tokens, place) >= 0;
  return tower || exponent.kind === 'variable' || base?.kind === 'constant' || base?.kind === 'number';
}

/** A factor after a division: `3/4 x` is plain enough, `6x/3x` is not. */
export function divided(token: Token, to: SourceWriter, decisions: Decisions): void {
  const { division } = to.level;
  if (division === undefined) return;
  if (token.spaced && to.previous?.kind === 'number' && !division.wide) {
    to.endDivision();
    return;
  }
  to.note('division-then-product', division.token, { factor: token.text }, token);
  const { at } = division.token;
  if (decisions.second('division', at, token.at + token.length - at)) to.widenDivisor();
}

/**
 * `sqrt2 x`, `sqrt2x` and `ln2 x` of the number alone, where that is meant; `sqrt 2x`, `ln2x` and `sin 2 x` leave no doubt. The
 * token stands before `place`.
 */
export function endsAtNumber(
  tokens: readonly Token[],
  place: number,
  bare: Frame,
  token: Token,
  decisions: Decisions,
): boolean {
  const [called, number] = tokens.slice(place - 3, place - 1);
  if (number?.kind !== 'number' || called !== bare.token || bare.name === undefined) return false;
  if (functionEntry(bare.name).factor !== true || token.kind === 'number') return false;
  const isRoot = bare.name === 'sqrt' || bare.name === 'cbrt';
  return (
    (token.spaced || (isRoot && !number.spaced)) &&
    decisions.second('root', bare.token.at, token.at + token.length - bare.token.at)
  );
}

/** Whether a call without brackets reaches over a function or a sign: not once it has a variable, or is like `ln 2`. */
export function goesOn(frame: Frame, to: SourceWriter): boolean {
  const complete = frame.name !== undefined && functionEntry(frame.name).factor === true;
  return frame.constant && !(complete && to.previous?.text !== '1');
}

/** Tells how far a call without brackets was taken to reach, where `token` might be meant otherwise. */
export function tellReach(bare: Frame, token: Token, to: SourceWriter): void {
  const params = { name: bare.token.text };
  const taken = to.top === bare;
  if (token.kind === 'function' && bare.constant)
    to.note(taken ? 'bare-product' : 'bare-argument-product', bare.token, params, token);
  else if (taken && !bare.constant) to.note('bare-product', bare.token, params, token);
}
