/** The output side of the normaliser: the source so far, and a stack of what is open in it. */
import { type FunctionName, functionEntry } from './functions.ts';
import { MAX_DEPTH, MAX_NODES } from './limits.ts';
import { type ParamsOf, type ProblemCode, ReadingFailure, type ReadingNote, type ReadingNoteCode } from './problem.ts';
import type { Token } from './scan.ts';

/** What stands open: brackets, a call, bars, a call without brackets (`bare`), a root sign. */
export type Frame = {
  readonly kind: 'group' | 'call' | 'bar' | 'bare' | 'radical';
  readonly sign: string;
  /** Written when it is shut. */
  readonly suffix: string;
  readonly token: Token;
  readonly name?: FunctionName;
  /** Powers in a row outside. */
  readonly powers: number;
  arguments: number;
  empty: boolean;
  /** Only numbers and constants so far. */
  constant: boolean;
  /** The division before the product that is being read, if that stands below one. */
  division: Division | undefined;
};

/** A division sign, where its divisor begins in what is written, and whether a bracket was set there to take in the product. */
type Division = { readonly token: Token; readonly place: number; wide: boolean };

export class SourceWriter {
  out = '';
  /** Whether the last thing written was a whole operand. */
  operand = false;
  /** Signs in a row, and powers and factorials in a row; they nest in the parser. */
  signs = 0;
  powers = 0;
  #factors = 0;
  previous: Token | undefined;
  readonly variables: string[];
  readonly numbers: string[] = [];
  readonly frames: Frame[] = [];
  /** Outside all frames. */
  readonly #outside: Pick<Frame, 'division'> = { division: undefined };
  readonly notes: ReadingNote[];

  constructor(variables: readonly string[], notes: ReadingNote[]) {
    this.variables = [...variables];
    this.notes = notes;
  }

  get top(): Frame | undefined {
    return this.frames.at(-1);
  }

  /** Where the product that is being read stands. */
  get level(): Pick<Frame, 'division'> {
    return this.top ?? this.#outside;
  }

  writeVariable(name: string): void {
    const index = this.variables.indexOf(name);
    this.out += `v${index < 0 ? this.variables.push(name) - 1 : index}`;
    for (const frame of this.frames) frame.constant = false;
  }

  /** A division sign is about to be written. */
  divide(token: Token): void {
    this.level.division = { token, place: this.out.length + 1, wide: false };
  }

  /** Takes the product that follows into the divisor. */
  widenDivisor(): void {
    const { division } = this.level;
    if (division === undefined || division.wide) return;
    this.out = `${this.out.slice(0, division.place)}(${this.out.slice(division.place)}`;
    division.wide = true;
  }

  /** The product ends. */
  endDivision(): void {
    if (this.level.division?.wide === true) this.out += ')';
    this.level.division = undefined;
  }

  literal(digits: string): string {
    return `n${this.numbers.push(digits) - 1}`;
  }

  fraction(text: string): string {
    const [above = '1', below = '1'] = text.split('/');
    return `(${this.literal(above)}/${this.literal(below)})`;
  }

  /** Takes the number back that was written last, to go into a bracket. */
  takeBack(): string {
    const written = `n${this.numbers.length - 1}`;
    this.out = this.out.slice(0, this.out.length - written.length);
    return written;
  }

  open(frame: Pick<Frame, 'kind' | 'sign' | 'suffix' | 'token'> & { name?: FunctionName }): void {
    if (this.frames.length >= MAX_DEPTH) this.fail('too-deep', frame.token, { limit: MAX_DEPTH });
    this.frames.push({ ...frame, powers: this.powers, arguments: 1, empty: true, constant: true, division: undefined });
    this.operand = false;
    this.signs = 0;
    this.powers = 0;
  }

  shut(): void {
    const frame = this.frames.pop();
    if (frame === undefined) return;
    if (!this.operand) {
      const argument = frame.kind === 'bare' || frame.kind === 'radical' || frame.kind === 'call';
      const place = frame.empty ? frame.token : (this.previous ?? frame.token);
      this.fail(argument && frame.empty ? 'missing-argument' : 'missing-operand', place, {
        name: frame.token.text,
        sign: this.previous?.text ?? '',
      });
    }
    this.countArguments(frame, functionArity(frame)[0]);
    if (frame.division?.wide === true) this.out += ')';
    this.out += frame.suffix;
    this.powers = frame.powers;
    this.operand = true;
    const outer = this.top;
    if (outer !== undefined && !frame.constant) outer.constant = false;
  }

  /** Refuses a call with fewer arguments than `least`, or more than it takes. */
  countArguments(frame: Frame, least: number): void {
    const [fewest, most] = functionArity(frame);
    if (frame.arguments >= least && frame.arguments <= most) return;
    const params = { name: frame.token.text, least: fewest, most, given: frame.arguments };
    this.fail('argument-count', frame.token, params);
  }

  /** Ends the calls without brackets at the top, as long as `ends` says so, and the root signs among them. */
  closeBare(ends: (frame: Frame) => boolean): void {
    for (let frame = this.top; frame !== undefined; frame = this.top) {
      if (frame.kind === 'radical' || (frame.kind === 'bare' && ends(frame))) this.shut();
      else return;
    }
  }

  /** Ends the root signs at the top: each reaches over one factor. */
  closeRadicals(): void {
    while (this.top?.kind === 'radical' && this.operand) this.shut();
  }

  /** Counts one more factor; refuses more than a tree may have (a sign between any two), before the parser sees them. */
  count(token: Token): void {
    this.#factors += 1;
    if (2 * this.#factors - 1 > MAX_NODES) this.fail('too-many-parts', token, { limit: MAX_NODES });
  }

  /** Counts one more sign, or power or factorial, in a row. */
  nest(kind: 'signs' | 'powers', token: Token): void {
    this[kind] += 1;
    if (this[kind] > MAX_DEPTH) this.fail('too-deep', token, { limit: MAX_DEPTH });
  }

  note(code: ReadingNoteCode, token: Token, params: ReadingNote['params'], until: Token = token): void {
    const length = Math.max(token.length, until.at + until.length - token.at);
    this.notes.push({ code, at: token.at, length, params });
  }

  fail<C extends ProblemCode>(code: C, token: Token, ...params: ParamsOf<C>): never {
    throw new ReadingFailure<C>(code, token.at, token.length, ...params);
  }
}

function functionArity(frame: Frame): readonly [least: number, most: number] {
  return frame.name === undefined ? [1, 1] : functionEntry(frame.name).arity;
}
