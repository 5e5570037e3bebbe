/**
 * Tokens → a source that cannot be misread: every product written, every call in brackets, bars as `abs(…)`.
 * Variables are called v0, v1 …, numbers n0, n1 …, so that no name of a variable is one of a function.
 *
 * A call without brackets takes the factors that stand side by side (`sin 2xy` = sin(2xy)) up to the next
 * sign, function or explicit product; while it has only numbers it also takes `·`, `/` and functions (`sin pi/2`),
 * unless it is a number that people write as a factor (`ln 2 · 2^x`, `ln 8/ln 2`, `sqrt 2/2`).
 * Division and products, written or not, go from left to right (`1/2x` = x/2).
 */
import type { Decisions } from './decisions.ts';
import { type FunctionName, functionEntry, functionOf, inverseOf } from './functions.ts';
import { listed, type ReadingNote } from './problem.ts';
import { divided, endsAtNumber, goesOn, isOpenEnded, isSign, powerBefore, tellReach } from './reach.ts';
import type { Token } from './scan.ts';
import { smallGroup } from './small-group.ts';
import { SourceWriter } from './source-writer.ts';

export type Source = {
  readonly text: string;
  readonly variables: readonly string[];
  /** Digits of n0, n1 … as typed. */
  readonly numbers: readonly string[];
};

/** Throws ReadingFailure with the place of the first mistake. */
export function normalise(
  tokens: readonly Token[],
  variables: readonly string[],
  notes: ReadingNote[],
  decisions: Decisions,
): Source {
  return new Normaliser(tokens, new SourceWriter(variables, notes), decisions).run();
}

class Normaliser {
  readonly #tokens: readonly Token[];
  readonly #to: SourceWriter;
  readonly #decisions: Decisions;
  #place = 0;
  /** An exponent that has just been read. */
  #exponent: Token | undefined;

  constructor(tokens: readonly Token[], to: SourceWriter, decisions: Decisions) {
    this.#tokens = tokens;
    this.#to = to;
    this.#decisions = decisions;
  }

  run(): Source {
    const to: SourceWriter = this.#to;
    for (let token = this.#tokens[this.#place]; token !== undefined; token = this.#tokens[this.#place]) {
      this.#place += 1;
      this.#take(token);
      to.previous = token;
    }
    const end = to.previous;
    to.closeBare(() => true);
    const open = to.top;
    if (open !== undefined) to.fail(open.kind === 'bar' ? 'unclosed-bar' : 'unclosed', open.token, { sign: open.sign });
    if (end !== undefined && !to.operand) to.fail('missing-operand', end, { sign: end.text });
    to.endDivision();
    return { text: to.out, variables: to.variables, numbers: to.numbers };
  }

  #take(token: Token): void {
    if (token.kind === 'number' || token.kind === 'fraction') this.#number(token);
    else if (token.kind === 'variable' || token.kind === 'constant') this.#name(token);
    else if (token.kind === 'function') this.#function(token);
    else if (token.kind === 'radical') this.#radical(token);
    else if (token.kind === 'operator') this.#operator(token);
    else if (token.kind === 'open') this.#group(token);
    else if (token.kind === 'close') this.#close(token);
    else if (token.kind === 'bar') this.#bar(token);
    else if (token.kind === 'comma') this.#comma(token);
    else if (token.kind === 'degree') this.#degree(token);
    else this.#to.fail('missing-operand', token, { sign: '_' });
  }

  #name(token: Token): void {
    this.#factor(token);
    if (token.kind === 'variable') this.#to.writeVariable(token.text);
    else this.#to.out += token.text;
    this.#written(token);
  }

  #number(token: Token): void {
    const to: SourceWriter = this.#to;
    const previous = to.previous;
    const joined = to.operand && previous?.kind === 'number';
    if (joined && token.kind === 'fraction' && /^\d+$/.test(previous.text) && this.#isMixed(previous, token)) {
      // `2½` is two and a half: the number already written is taken back into the sum.
      const whole = to.takeBack();
      to.out += `(${whole}+${to.fraction(token.text)})`;
      to.note('mixed-number', previous, { taken: `${previous.text} + ${token.text}` }, token);
      return;
    }
    const isNumber = previous?.kind === 'number' || (previous?.kind === 'fraction' && previous.stacked !== true);
    if (to.operand && token.kind === 'number' && isNumber) {
      to.fail('two-numbers', token, { left: previous.text, right: token.text });
    }
    this.#factor(token);
    to.out += token.kind === 'number' ? to.literal(token.text) : to.fraction(token.text);
    this.#written(token);
  }

  /** `1½`, `1 ½` and, where that is meant, `1\frac12`; not `x^2 ½`. */
  #isMixed(whole: Token, fraction: Token): boolean {
    if (fraction.stacked === true)
      return this.#decisions.second('mixed', whole.at, fraction.at + fraction.length - whole.at);
    return !fraction.spaced || powerBefore(this.#tokens, this.#place - 2) < 0;
  }

  /** `30°`: the number already written is taken back into a product. */
  #degree(token: Token): void {
    const to: SourceWriter = this.#to;
    const number = to.previous;
    if (!to.operand || number?.kind !== 'number') to.fail('unknown-character', token, { sign: '°' });
    const degrees = to.takeBack();
    to.out += `(${degrees}*pi/${to.literal('180')})`;
    to.note('degrees', number, { taken: `${number.text}·π/180` }, token);
  }

  #radical(token: Token): void {
    this.#factor(token);
    const fourth = token.text === 'root4';
    const digits = fourth ? '' : token.text.replace(/^root|^\D+$/, '');
    const order = digits === '' ? '' : `,${this.#to.literal(digits)}`;
    const suffix = fourth ? '))' : `${order})`;
    const next = this.#tokens[this.#place];
    this.#to.out += fourth ? 'sqrt(sqrt(' : `${order === '' ? token.text : 'root'}(`;
    if (next?.kind === 'open' && next.text !== '|') {
      // Brackets say how far a root reaches: √(x)² is (√x)², as sqrt(x)² is.
      this.#place += 1;
      this.#open({ kind: 'call', sign: next.text, suffix, token });
    } else this.#open({ kind: 'radical', sign: '√', suffix, token });
  }

  /** A factor begins: writes the product sign that was left out, and ends calls that reach no further. */
  #factor(token: Token): void {
    const to: SourceWriter = this.#to;
    if (to.operand) {
      const root = this.#tokens[this.#place - 3];
      if (root?.kind === 'radical') to.note('root-then-product', root, { factor: token.text }, token);
      const bare = to.top;
      if (token.kind === 'function') to.closeBare((frame) => !goesOn(frame, to));
      else if (token.kind === 'open' || token.kind === 'bar') to.closeBare((frame) => !frame.constant);
      if (
        bare?.kind === 'bare' &&
        to.top === bare &&
        endsAtNumber(this.#tokens, this.#place, bare, token, this.#decisions)
      )
        to.closeBare(() => true);
      if (bare?.kind === 'bare') tellReach(bare, token, to);
      divided(token, to, this.#decisions);
      if (this.#exponent !== undefined && !token.spaced && token.kind !== 'function')
        to.note('power-then-product', this.#exponent, { factor: token.text }, token);
      to.out += '*';
      to.powers = 0;
    }
    this.#exponent = undefined;
    to.count(token);
    if (to.top !== undefined) to.top.empty = false;
    to.signs = 0;
  }

  #written(token: Token): void {
    this.#to.operand = true;
    const power = powerBefore(this.#tokens, this.#place - 1);
    if (power >= 0 && isOpenEnded(this.#tokens, token, power - 1)) this.#exponent = token;
    this.#ended();
  }

  /** An operand is complete; a root sign ends with it unless a power or factorial follows. */
  #ended(): void {
    if (!isSign(this.#tokens[this.#place], '^', '!')) this.#to.closeRadicals();
  }

  #open(frame: Parameters<SourceWriter['open']>[0]): void {
    this.#to.open(frame);
    this.#exponent = undefined;
  }

  #group(token: Token): void {
    const to: SourceWriter = this.#to;
    if (token.text === '[' && to.previous?.kind === 'variable' && !token.spaced) to.fail('index-not-allowed', token);
    this.#factor(token);
    to.out += token.text === '|' ? 'abs(' : '(';
    this.#open({ kind: 'group', sign: token.text, suffix: ')', token });
  }

  #close(token: Token): void {
    const to: SourceWriter = this.#to;
    to.closeBare(() => true);
    const frame = to.top;
    if (frame === undefined) to.fail('unopened', token, { sign: token.text });
    if (frame.kind === 'bar') to.fail('unclosed-bar', frame.token, { sign: '|' });
    if (frame.sign !== token.text) to.fail('unclosed', frame.token, { sign: frame.sign });
    if (frame.empty && !to.operand && frame.kind === 'group') to.fail('empty-parentheses', frame.token);
    to.shut();
    this.#ended();
  }

  #bar(token: Token): void {
    const to: SourceWriter = this.#to;
    const inner = to.frames.findLast((frame) => frame.kind !== 'bare' && frame.kind !== 'radical');
    if (to.operand && inner?.kind === 'bar') {
      to.closeBare(() => true);
      to.shut();
      this.#ended();
      return;
    }
    this.#factor(token);
    to.out += 'abs(';
    this.#open({ kind: 'bar', sign: '|', suffix: ')', token });
  }

  #comma(token: Token): void {
    const to: SourceWriter = this.#to;
    to.closeBare(() => true);
    const frame = to.top;
    if (frame?.kind === 'group') to.fail('several-values', token);
    if (frame?.kind !== 'call') to.fail('comma', token);
    if (!to.operand) to.fail('missing-operand', token, { sign: ',' });
    frame.arguments += 1;
    to.countArguments(frame, 0);
    to.endDivision();
    to.out += ',';
    to.operand = false;
    this.#exponent = undefined;
  }

  #operator(token: Token): void {
    const to: SourceWriter = this.#to;
    const sign = token.text;
    if (!to.operand && sign !== '+' && sign !== '-') this.#noOperand(token);
    if (!to.operand) to.nest('signs', token);
    else if (sign === '^' || sign === '!') to.nest('powers', token);
    else to.powers = 0;
    if (to.operand) this.#afterOperand(token);
    to.out += sign;
    this.#exponent = undefined;
    if (sign !== '!') to.operand = false;
    else this.#ended();
  }

  #afterOperand(token: Token): void {
    const to: SourceWriter = this.#to;
    const bare = to.top;
    if (token.text === '^' && bare?.kind === 'radical') to.note('root-reach', token, {});
    if (token.text === '+' || token.text === '-') to.closeBare(() => true);
    const exponent = to.previous;
    const powered = exponent?.kind === 'number' && powerBefore(this.#tokens, this.#place - 2) >= 0;
    if (token.text === '/' && powered && this.#tokens[this.#place]?.kind === 'number') {
      to.note('power-then-division', exponent, { exponent: exponent.text }, token);
    }
    if (token.text === '^' || token.text === '!') return;
    // `sin 30/sin 60` is a quotient of two
    const next = this.#tokens[this.#place];
    if (token.text !== '+' && token.text !== '-')
      to.closeBare((frame) => !goesOn(frame, to) || next?.kind === 'function');
    to.endDivision();
    if (token.text === '/') to.divide(token);
    if (bare?.kind !== 'bare' || next?.kind === 'function') return;
    const params = { name: bare.token.text };
    if (to.top === bare) to.note('bare-argument', bare.token, params);
    else if (token.text === '/') to.note('bare-argument-division', bare.token, params);
    else if (token.text === '*' && bare.constant) to.note('bare-argument-product', bare.token, params);
  }

  #noOperand(token: Token): never {
    const { previous, top, fail } = this.#to;
    if (top?.kind === 'bare' && top.empty) fail('missing-argument', top.token, { name: top.token.text });
    const params = { left: previous?.text ?? '', sign: token.text };
    return fail(previous?.kind === 'operator' ? 'two-operators' : 'missing-operand', token, params);
  }

  #function(token: Token): void {
    const to: SourceWriter = this.#to;
    this.#factor(token);
    const typed = functionOf(token.text);
    if (typed === undefined) to.fail('unknown-name', token, { name: token.text, variables: listed(to.variables) });
    let name = typed;
    let suffix = '';
    let before = '';
    if (this.#tokens[this.#place]?.kind === 'base') {
      this.#place += 1;
      suffix = `,${this.#small(token, '_').text}`;
    } else if (token.text === 'log') to.note('natural-log', token, {});
    const caret = this.#tokens[this.#place];
    if (caret !== undefined && isSign(caret, '^')) {
      this.#place += 1;
      const power = this.#small(caret, '^');
      const inverse = /^[({[]?-1[({[]?$/.test(power.typed) ? inverseOf(name) : undefined;
      if (inverse === undefined) {
        before = '((';
        suffix += `))^${power.text})`;
      } else {
        name = inverse;
        to.note('inverse-function', token, { name: token.text, inverse: `arc${token.text}` });
      }
    }
    this.#argument(token, name, before, before === '' ? `${suffix})` : suffix);
  }

  #argument(token: Token, name: FunctionName, before: string, suffix: string): void {
    const to: SourceWriter = this.#to;
    const next = this.#tokens[this.#place];
    to.out += `${before}${name}(`;
    const bar = next?.kind === 'bar' || (next?.kind === 'open' && next.text === '|');
    if (next?.kind === 'open' && !bar) {
      this.#place += 1;
      this.#open({ kind: 'call', sign: next.text, suffix, token, name });
    } else if (functionEntry(name).arity[1] > 2 || functionEntry(name).arity[0] > 1) {
      to.fail('needs-parentheses', token, { name: token.text });
    } else if (next !== undefined && bar) {
      this.#place += 1;
      to.out += 'abs(';
      const kind = next.kind === 'bar' ? 'bar' : 'group';
      this.#open({ kind, sign: '|', suffix: `)${suffix}`, token: next });
    } else {
      if (name === 'log2' || name === 'log10') to.note('log-base', token, { base: name.slice(3) });
      const digits = token.text === 'log' && next?.kind === 'number' && !next.spaced && suffix === ')';
      if (digits && this.#tokens[this.#place + 1]?.kind === 'open')
        to.note('log-digits', token, { base: next.text }, next);
      this.#open({ kind: 'bare', sign: '', suffix, token, name });
    }
  }

  /** One small exponent or base, as in `sin^2`, `sin^{-1}`, `log_2`: a number, a name, or a short group of these. */
  #small(after: Token, sign: string): { text: string; typed: string } {
    const to: SourceWriter = this.#to;
    const parts = smallGroup(this.#tokens, this.#place, after, sign, to);
    this.#place += parts.length;
    const inner = new SourceWriter(to.variables, []);
    inner.numbers.push(...to.numbers);
    const source = new Normaliser(parts, inner, this.#decisions).run();
    to.numbers.splice(0, to.numbers.length, ...inner.numbers);
    to.variables.splice(0, to.variables.length, ...inner.variables);
    return { text: `(${source.text})`, typed: parts.map((part) => part.text).join('') };
  }
}
