/** An optional left-hand side (`∂f/∂x =`, `f'(x) =`, `df/dx =`, `y =`) and wrapping ($…$, a final full stop), taken away before reading. */
import { between, type Located, placeOf } from './located.ts';
import { ReadingFailure } from './problem.ts';

const name = String.raw`\p{L}+(?:_[A-Za-z0-9]+)?`;
/** what a function is taken of: `x`, or a number as in `f'(1) =` */
const of = String.raw`(?:${name}|[-−]?\d+(?:[.,/]\d+)?)`;
const args = String.raw`(?:\(\s*${of}(?:\s*,\s*${of}){0,9}\s*\))?`;
const partial = '(?:∂|d|delta|Delta)';
/** `\frac{∂f}{∂x}` has become `((∂f)/(∂x))`; parentheses are let through wherever a fraction may have put them. */
const order = String.raw`(?:\^?\(?[2-9]\)?)?`;
const quotient = String.raw`\(*\s*${partial}\s*${order}\s*(?:${name}\s*${args})?\s*\)*\s*/\s*\(*\s*(?:${partial}\s*${name}\s*${order}\s*){1,3}\)*\s*(?:${name})?\s*${args}`;
const primes = String.raw`(?:\^?\s*\(?\s*'+\s*\)?|\^\s*\(+\d\)+)`;
/** `f'(x)`, `f^(2)(x)`, `(x^2)'` */
const prime = String.raw`${name}\s*${primes}(?:_[A-Za-z0-9]+)?\s*${args}|\(.*\)\s*${primes}`;
/** `d/dx (…)`, `∂/∂x …`, `∂_x f`, `D_x f`: an operator before anything. */
const operator = String.raw`\(*\s*${partial}\s*\)*\s*/\s*\(*\s*${partial}\s*${name}\s*\)*.*|(?:∂|D)_[A-Za-z0-9]+(?:\s.*)?`;
const call = String.raw`${name}\s*\(\s*${of}(?:\s*,\s*${of}){0,9}\s*\)`;
/** `∇f`, `grad f`, `(∇f)_x`, `∇_x f(x, y)`: of a gradient one part is asked for, whichever way it is called. */
const gradient = String.raw`\(?\s*(?:∇|grad(?![A-Za-z]))\s*(?:_[A-Za-z0-9]+\s*)?(?:${name}\s*${args})?\s*\)?\s*(?:_[A-Za-z0-9]+)?`;
const forms = new RegExp(String.raw`^\s*(?:${quotient}|${prime}|${call}|${operator}|${gradient}|(${name}))\s*$`, 'u');
const wholeGradient = /^\s*\(?\s*(?:∇|grad)/u;

/** The text without left-hand side. A single letter stands there only if it is not one of the variables. */
export function withoutLeftSide(source: Located, variables: readonly string[]): Located {
  const text = source.text;
  const equals = text.indexOf('=');
  if (equals < 0) return trimmed(source, 0, text.length);
  const second = text.indexOf('=', equals + 1);
  const fail = (at: number): never => {
    throw new ReadingFailure('equation', placeOf(source, at), 1);
  };
  // `<=`, `=>`: no equation
  const sign = /[<>!~]=|=[<>]/.exec(text.slice(Math.max(0, equals - 1), equals + 2));
  if (sign !== null) {
    const at = Math.max(0, equals - 1) + sign.index;
    throw new ReadingFailure('comparison', placeOf(source, at), 2, { sign: sign[0] });
  }
  if (second >= 0) return fail(second);
  const left = text.slice(0, equals).replace(/:$/, '').replace(/\s+/g, ' ').trim();
  if (left.trim() !== '') {
    if (left.length > 120) return fail(equals);
    const match = forms.exec(left);
    // `x(2) =` is a product where x is a variable
    const named = match?.[1] ?? /^([^(]+?)\s*\(\s*[-\d]/.exec(left)?.[1];
    if (match === null || (named !== undefined && variables.includes(named))) return fail(equals);
    const vector = wholeGradient.test(left) ? /^\s*[<⟨]/.exec(text.slice(equals + 1)) : null;
    if (vector) throw new ReadingFailure('several-values', placeOf(source, equals + vector[0].length), 1);
  }
  return trimmed(source, equals + 1, text.length);
}

/** Cuts, and drops a final full stop, comma or semicolon and dollar signs around. */
function trimmed(source: Located, start: number, end: number): Located {
  let from = start;
  let to = end;
  const blank = /[\s$]/;
  while (from < to && blank.test(source.text.charAt(from))) from += 1;
  while (
    to > from &&
    (blank.test(source.text.charAt(to - 1)) ||
      /[;,]/.test(source.text.charAt(to - 1)) ||
      /[^\d]\.$/.test(source.text.slice(to - 2, to)))
  )
    to -= 1;
  return from === 0 && to === source.text.length ? source : between(source, from, to);
}
