/**
 * Tokens → a source that mathjs cannot misread: every product written, every call in parentheses, bars as `abs(…)`.
 * Variables are called v0, v1 …, numbers n0, n1 …, so that mathjs sees neither hexadecimal digits nor units.
 *
 * A call without parentheses takes the factors that stand side by side (`sin 2xy` = sin(2xy)) up to the next
 * sign, function or explicit product; while it has only numbers it also takes `·` and `/` (`sin pi/2`).
 */
import { type FunctionName, functionEntry, functionOf, inverseOf } from './functions.ts';
import { MAX_DEPTH } from './limits.ts';
import { type ProblemCode, ReadingFailure, type ReadingNote, type ReadingNoteCode } from './problem.ts';
import type { Token } from './scan.ts';

export type Source = {
  readonly text: string;
  readonly variables: readonly string[];
  /** Digits of n0, n1 … as typed. */
  readonly numbers: readonly string[];
};

type Frame = {
  readonly kind: 'group' | 'call' | 'bar' | 'bare' | 'radical';
  readonly sign: string;
  readonly suffix: string;
  readonly token: Token;
  readonly name?: FunctionName;
  arguments: number;
  empty: boolean;
  /** Only numbers and constants so far. */
  constant: boolean;
};

export class Normaliser {
  readonly #tokens: readonly Token[];
  readonly #notes: ReadingNote[];
  readonly #variables: string[];
  readonly #numbers: string[] = [];
  readonly #frames: Frame[] = [];
  #out = '';
  #place = 0;
  /** Whether the last thing written was a whole operand. */
  #operand = false;
  #previous: Token | undefined;
  /** Powers and signs in a row; they nest in the parser. */
  #run = 0;
  /** A quotient whose denominator has just one factor so far. */
  #denominator: Token | undefined;
  /** A power whose exponent has just been read. */
  #exponent: Token | undefined;

  constructor(tokens: readonly Token[], variables: readonly string[], notes: ReadingNote[]) {
    this.#tokens = tokens;
    this.#variables = [...variables];
    this.#notes = notes;
  }

  run(): Source {
    for (let token = this.#tokens[this.#place]; token !== undefined; token = this.#tokens[this.#place]) {
      this.#place += 1;
      this.#take(token);
      this.#previous = token;
    }
    const end = this.#previous;
    this.#closeBare(() => true);
    const open = this.#frames.at(-1);
    if (open !== undefined)
      this.#fail(open.kind === 'bar' ? 'unclosed-bar' : 'unclosed', open.token, { sign: open.sign });
    if (end !== undefined && !this.#operand) this.#fail('missing-operand', end, { sign: end.text });
    return { text: this.#out, variables: this.#variables, numbers: this.#numbers };
  }

  #take(token: Token): void {
    switch (token.kind) {
      case 'number':
      case 'fraction':
        return this.#number(token);
      case 'variable':
      case 'constant':
        this.#factor(token);
        this.#out += token.kind === 'variable' ? this.#variable(token.text) : token.text;
        if (token.kind === 'variable') for (const frame of this.#frames) frame.constant = false;
        return this.#written(token);
      case 'function':
        return this.#function(token);
      case 'radical':
        this.#factor(token);
        this.#open({ kind: 'radical', sign: '√', suffix: token.text === 'root4' ? '))' : ')', token });
        this.#out += token.text === 'root4' ? 'sqrt(sqrt(' : `${token.text}(`;
        return;
      case 'operator':
        return this.#operator(token);
      case 'open':
        return this.#group(token);
      case 'close':
        return this.#close(token);
      case 'bar':
        return this.#bar(token);
      case 'comma':
        return this.#comma(token);
      case 'base':
        return this.#fail('missing-operand', token, { sign: '_' });
    }
  }

  #variable(name: string): string {
    const index = this.#variables.indexOf(name);
    return `v${index < 0 ? this.#variables.push(name) - 1 : index}`;
  }

  #literal(text: string): string {
    return `n${this.#numbers.push(text) - 1}`;
  }

  #number(token: Token): void {
    const previous = this.#previous;
    const mixed =
      token.kind === 'fraction' && previous?.kind === 'number' && /^\d+$/.test(previous.text) && !token.spaced;
    if (mixed && previous !== undefined) {
      // `2½` is two and a half: the number already written is taken back into the sum.
      const whole = this.#numbers.length - 1;
      this.#out = this.#out.slice(0, this.#out.length - `n${whole}`.length);
      this.#out += `(n${whole}+${this.#fraction(token)})`;
      this.#note('mixed-number', previous, { taken: `${previous.text} + ${token.text}` }, token);
      return;
    }
    if (this.#operand && (previous?.kind === 'number' || previous?.kind === 'fraction') && token.kind === 'number') {
      this.#fail('two-numbers', token, { left: previous.text, right: token.text });
    }
    this.#factor(token);
    this.#out += token.kind === 'number' ? this.#literal(token.text) : this.#fraction(token);
    this.#written(token);
  }

  #fraction(token: Token): string {
    const [above = '1', below = '1'] = token.text.split('/');
    return `(${this.#literal(above)}/${this.#literal(below)})`;
  }

  /** A factor begins: writes the product sign that was left out, and ends calls that reach no further. */
  #factor(token: Token): void {
    if (this.#operand) {
      this.#closeRadicals();
      if (token.kind === 'function' || token.kind === 'open' || token.kind === 'bar')
        this.#closeBare((frame) => !frame.constant);
      if (this.#denominator !== undefined) {
        const taken = this.#denominator;
        this.#note('division-then-product', taken, { factor: token.text }, token);
        this.#denominator = undefined;
      }
      if (this.#exponent !== undefined && !token.spaced)
        this.#note('power-then-product', this.#exponent, { factor: token.text }, token);
      this.#out += '*';
    }
    this.#exponent = undefined;
    const frame = this.#frames.at(-1);
    if (frame !== undefined) frame.empty = false;
    this.#run = 0;
  }

  #written(token: Token): void {
    this.#operand = true;
    const before = this.#tokens[this.#place - 2];
    if (before?.kind === 'operator' && before.text === '/') this.#denominator = before;
    if (before?.kind === 'operator' && before.text === '^') this.#exponent = token;
    // `√x`: the sign reaches one factor and its powers.
    const next = this.#tokens[this.#place];
    if (!(next?.kind === 'operator' && (next.text === '^' || next.text === '!'))) this.#closeRadicals();
  }

  #closeRadicals(): void {
    while (this.#frames.at(-1)?.kind === 'radical' && this.#operand) this.#shut();
  }

  #shut(): void {
    const frame = this.#frames.pop();
    if (frame === undefined) return;
    if (!this.#operand) {
      const code =
        frame.kind === 'bare' || frame.kind === 'radical' || (frame.kind === 'call' && frame.empty)
          ? 'missing-argument'
          : 'missing-operand';
      this.#fail(code, frame.empty ? frame.token : (this.#previous ?? frame.token), {
        name: frame.token.text,
        sign: this.#previous?.text ?? '',
      });
    }
    if (frame.name !== undefined) {
      const [least, most] = functionEntry(frame.name).arity;
      if (frame.arguments < least || frame.arguments > most)
        this.#fail('argument-count', frame.token, { name: frame.token.text, least, most, given: frame.arguments });
    }
    this.#out += frame.suffix;
    this.#operand = true;
    const outer = this.#frames.at(-1);
    if (outer !== undefined && !frame.constant) outer.constant = false;
  }

  /** Ends the calls without parentheses at the top, as far as `reaches` says so. */
  #closeBare(ends: (frame: Frame) => boolean): void {
    for (let frame = this.#frames.at(-1); frame !== undefined; frame = this.#frames.at(-1)) {
      if (frame.kind === 'radical') this.#shut();
      else if (frame.kind === 'bare' && ends(frame)) this.#shut();
      else return;
    }
  }

  #open(frame: Pick<Frame, 'kind' | 'sign' | 'suffix' | 'token'> & { name?: FunctionName }): void {
    if (this.#frames.length >= MAX_DEPTH) this.#fail('too-deep', frame.token, { limit: MAX_DEPTH });
    this.#frames.push({ ...frame, arguments: 1, empty: true, constant: true });
    this.#operand = false;
    this.#denominator = undefined;
    this.#exponent = undefined;
    this.#run = 0;
  }

  #group(token: Token): void {
    if (token.text === '[' && this.#previous?.kind === 'variable' && !token.spaced)
      this.#fail('index-not-allowed', token);
    this.#factor(token);
    if (token.text === '|') this.#out += 'abs(';
    else this.#out += '(';
    this.#open({ kind: 'group', sign: token.text, suffix: ')', token });
  }

  #close(token: Token): void {
    this.#closeBare(() => true);
    const frame = this.#frames.at(-1);
    if (frame === undefined || frame.kind === 'bar')
      return this.#fail(frame === undefined ? 'unopened' : 'unclosed-bar', frame?.token ?? token, { sign: token.text });
    if (frame.sign !== token.text) return this.#fail('unclosed', frame.token, { sign: frame.sign });
    if (frame.empty && !this.#operand && this.#previous === frame.token) {
      this.#fail(frame.kind === 'call' ? 'missing-argument' : 'empty-parentheses', frame.token, {
        name: frame.token.text,
      });
    }
    if (frame.kind === 'call' && !this.#operand && frame.empty)
      this.#fail('missing-argument', frame.token, { name: frame.token.text });
    this.#shut();
    this.#ended();
  }

  /** After a closing sign: the group may itself have been a denominator, or the factor under a root. */
  #ended(): void {
    const next = this.#tokens[this.#place];
    this.#denominator = undefined;
    if (!(next?.kind === 'operator' && (next.text === '^' || next.text === '!'))) this.#closeRadicals();
  }

  #bar(token: Token): void {
    const inner = this.#frames.findLast((frame) => frame.kind !== 'bare' && frame.kind !== 'radical');
    if (this.#operand && inner?.kind === 'bar') {
      this.#closeBare(() => true);
      this.#shut();
      return this.#ended();
    }
    this.#factor(token);
    this.#out += 'abs(';
    this.#open({ kind: 'bar', sign: '|', suffix: ')', token });
  }

  #comma(token: Token): void {
    this.#closeBare(() => true);
    const frame = this.#frames.at(-1);
    if (frame?.kind !== 'call' || frame.name === undefined) return this.#fail('comma', token);
    if (!this.#operand) this.#fail('missing-operand', token, { sign: ',' });
    frame.arguments += 1;
    if (frame.arguments > functionEntry(frame.name).arity[1]) {
      const [least, most] = functionEntry(frame.name).arity;
      this.#fail('argument-count', frame.token, { name: frame.token.text, least, most, given: frame.arguments });
    }
    this.#out += ',';
    this.#operand = false;
    this.#denominator = undefined;
    this.#exponent = undefined;
  }

  #operator(token: Token): void {
    const sign = token.text;
    if (!this.#operand) {
      if (sign !== '+' && sign !== '-') {
        const before = this.#previous;
        const bare = this.#frames.at(-1);
        if (bare?.kind === 'bare' && bare.empty) this.#fail('missing-argument', bare.token, { name: bare.token.text });
        this.#fail(before?.kind === 'operator' ? 'two-operators' : 'missing-operand', token, {
          left: before?.text ?? '',
          sign,
        });
      }
      this.#run += 1;
      if (this.#run > MAX_DEPTH) this.#fail('too-deep', token, { limit: MAX_DEPTH });
      this.#out += sign;
      return;
    }
    if (sign === '!') {
      this.#out += '!';
      return this.#ended();
    }
    if (sign === '^') {
      this.#run += 1;
      if (this.#run > MAX_DEPTH) this.#fail('too-deep', token, { limit: MAX_DEPTH });
      if (this.#frames.at(-1)?.kind === 'radical') this.#note('root-reach', token, {});
    } else if (sign === '*' || sign === '/') {
      const bare = this.#frames.at(-1);
      this.#closeBare((frame) => !frame.constant);
      if (bare?.kind === 'bare') {
        if (this.#frames.at(-1) === bare) this.#note('bare-argument', bare.token, { name: bare.token.text });
        else if (sign === '/') this.#note('bare-argument-division', bare.token, { name: bare.token.text });
      }
    } else this.#closeBare(() => true);
    if (sign !== '^') this.#run = 0;
    this.#out += sign;
    this.#operand = false;
    this.#denominator = undefined;
    this.#exponent = undefined;
  }

  #function(token: Token): void {
    this.#factor(token);
    let name = functionOf(token.text);
    if (name === undefined) return this.#fail('unknown-name', token, { name: token.text, variables: '' });
    let suffix = '';
    let before = '';
    let next = this.#tokens[this.#place];
    if (name === 'log' && next?.kind === 'base') {
      this.#place += 1;
      suffix = `,${this.#atom(token, '_')}`;
      next = this.#tokens[this.#place];
    }
    if (next?.kind === 'operator' && next.text === '^') {
      this.#place += 1;
      const start = this.#place;
      const power = this.#atom(next, '^');
      const typed = this.#tokens
        .slice(start, this.#place)
        .map((part) => part.text)
        .join('');
      const inverse = /^[({[]?-1[)}\]]?$/.test(typed) ? inverseOf(name) : undefined;
      if (inverse !== undefined) {
        name = inverse;
        this.#note('inverse-function', token, { name: token.text, inverse: `arc${token.text}` });
      } else {
        before = '((';
        suffix += `))^${power})`;
      }
    }
    if (before === '') suffix += ')';
    if (token.text === 'log' && !suffix.startsWith(',')) this.#note('natural-log', token, {});
    this.#argument(token, name, before, suffix);
  }

  #argument(token: Token, name: FunctionName, before: string, suffix: string): void {
    const next = this.#tokens[this.#place];
    this.#out += `${before}${name}(`;
    if (next?.kind === 'open' && next.text !== '|') {
      this.#place += 1;
      this.#open({ kind: 'call', sign: next.text, suffix, token, name });
      return;
    }
    if ((next?.kind === 'bar' || (next?.kind === 'open' && next.text === '|')) && functionEntry(name).arity[0] === 1) {
      this.#place += 1;
      this.#out += 'abs(';
      this.#open({ kind: next.kind === 'bar' ? 'bar' : 'group', sign: '|', suffix: `)${suffix}`, token: next });
      return;
    }
    if (functionEntry(name).arity[1] > 2 || functionEntry(name).arity[0] > 1)
      this.#fail('needs-parentheses', token, { name: token.text });
    this.#open({ kind: 'bare', sign: '', suffix, token });
  }

  /** One small exponent or base, as in `sin^2`, `sin^{-1}`, `log_2`: a number, a name, or a short group of these. */
  #atom(after: Token, sign: string): string {
    const parts: Token[] = [];
    let depth = 0;
    for (let token = this.#tokens[this.#place]; token !== undefined; token = this.#tokens[this.#place]) {
      const simple =
        token.kind === 'number' || token.kind === 'fraction' || token.kind === 'variable' || token.kind === 'constant';
      const arithmetic = token.kind === 'operator' && token.text !== '!';
      if (!(simple || token.kind === 'open' || token.kind === 'close' || arithmetic) || parts.length > 20)
        this.#fail('function-power', token, { sign });
      if (token.kind === 'close' && depth === 0) break;
      if (arithmetic && depth === 0 && !((token.text === '-' || token.text === '+') && parts.length === 0)) break;
      parts.push(token);
      this.#place += 1;
      if (token.kind === 'open') depth += 1;
      if (token.kind === 'close') depth -= 1;
      if (depth === 0 && (simple || token.kind === 'close')) break;
    }
    if (parts.length === 0 || depth > 0) this.#fail('function-power', after, { sign });
    const inner = new Normaliser(parts, this.#variables, []);
    inner.#numbers.push(...this.#numbers);
    const source = inner.run();
    this.#numbers.splice(0, this.#numbers.length, ...source.numbers);
    this.#variables.splice(0, this.#variables.length, ...source.variables);
    return `(${source.text})`;
  }

  #note(code: ReadingNoteCode, token: Token, params: ReadingNote['params'], until: Token = token): void {
    this.#notes.push({
      code,
      at: token.at,
      length: Math.max(token.length, until.at + until.length - token.at),
      params,
    });
  }

  #fail(code: ProblemCode, token: Token, params: Record<string, string | number> = {}): never {
    throw new ReadingFailure(code, token.at, token.length, params);
  }
}
