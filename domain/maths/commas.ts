/** Commas inside numbers: `1,000,000x` is a million x, `3,5x` is 3.5x; inside `max(1,2)` they stay commas. */
import type { Decisions } from './decisions.ts';
import { functionEntry, functionOf } from './functions.ts';
import { ReadingFailure, type ReadingNote } from './problem.ts';
import type { Token } from './scan.ts';

/** Merges digit groups; what was taken is noted, and what may be meant otherwise goes to `decisions`. */
export function joinDigitGroups(
  tokens: readonly Token[],
  notes: ReadingNote[],
  decisions: Decisions,
): readonly Token[] {
  if (!tokens.some((token) => token.kind === 'comma')) return tokens;
  const wrapped = isWrapped(tokens);
  const joined: Token[] = [];
  /** For each open bracket, whether commas separate arguments there. */
  const separates: boolean[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (token === undefined) break;
    if (token.kind === 'open') {
      const before = tokens[i - 1];
      const called = before?.kind === 'function' ? functionOf(before.text) : undefined;
      separates.push(called !== undefined && functionEntry(called).arity[1] > 1);
    } else if (token.kind === 'close') separates.pop();
    const isArgument = separates.at(-1) === true && !isDecimalArgument(tokens, i, notes, decisions);
    if (token.kind !== 'number' || isArgument || !/^(?:\d+|[1-9]\d{0,2}\.\d{3})$/.test(token.text)) {
      joined.push(token);
      continue;
    }
    const groups = [token.text.replace('.', '')];
    let last = token;
    for (;;) {
      const comma = tokens[i + 1];
      const next = tokens[i + 2];
      if (comma?.text !== ',' || comma.spaced || next?.kind !== 'number' || next.spaced) break;
      groups.push(next.text);
      last = next;
      i += 2;
    }
    if (groups.length === 1) {
      joined.push(token);
      continue;
    }
    const mayBeThousands =
      /^[1-9]\d{0,2}$/.test(token.text) &&
      groups
        .slice(1)
        .every((group, index) => (index < groups.length - 2 ? /^\d{3}$/ : /^\d{3}(?:\.\d+)?$/).test(group));
    const decimal = groups.length === 2 && /^\d+$/.test(groups[1] ?? '');
    const length = last.at + last.length - token.at;
    // `(2,1)` alone in its brackets may well be two values
    if (wrapped && separates.length === 1 && decisions.second('values', token.at, length))
      throw new ReadingFailure('several-values', token.at, length);
    const thousands = mayBeThousands && !(decimal && decisions.second('comma', token.at, length));
    if (!thousands && !decimal) {
      joined.push(token, { kind: 'comma', text: ',', at: token.at + token.length, length: 1, spaced: false });
      continue;
    }
    const text = thousands ? groups.join('') : groups.join('.');
    joined.push({ ...token, text, length });
    notes.push({
      code: thousands ? 'thousands' : 'decimal-comma',
      at: token.at,
      length,
      params: { taken: text, other: thousands ? groups.join('.') : groups.join('') },
    });
  }
  return joined;
}

/** Whether the whole text is one pair of brackets. */
function isWrapped(tokens: readonly Token[]): boolean {
  let depth = 0;
  return (
    tokens[0]?.kind === 'open' &&
    tokens.every((token, index) => {
      if (token.kind === 'open') depth += 1;
      if (token.kind === 'close') depth -= 1;
      return depth > 0 || index === tokens.length - 1;
    })
  );
}

/** The values of `(2, 1)`, each with its tokens. */
export function valuesIn(tokens: readonly Token[]): Token[][] {
  const values: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens.slice(1, -1)) {
    if (token.kind === 'open') depth += 1;
    if (token.kind === 'close') depth -= 1;
    if (token.kind === 'comma' && depth === 0) values.push([]);
    else values.at(-1)?.push(token);
  }
  return values;
}

/** `log(2,5)` has two values, unless log(2.5) is meant: that is asked, and told while nobody has said. */
function isDecimalArgument(
  tokens: readonly Token[],
  place: number,
  notes: ReadingNote[],
  decisions: Decisions,
): boolean {
  const [called, open, left, comma, right, close] = tokens.slice(Math.max(0, place - 2), place + 4);
  if (place < 2 || called?.kind !== 'function' || open?.kind !== 'open' || comma?.text !== ',' || comma.spaced)
    return false;
  if (left?.kind !== 'number' || right?.kind !== 'number' || right.spaced || close?.kind !== 'close') return false;
  const name = functionOf(called.text);
  const [least, most] = name === undefined ? [0, 0] : functionEntry(name).arity;
  if (least !== 1 || most !== 2 || !/^\d+$/.test(left.text) || !/^\d+$/.test(right.text)) return false;
  const length = right.at + right.length - left.at;
  if (decisions.second('arguments', left.at, length)) return true;
  notes.push({ code: 'two-values', at: left.at, length, params: { left: left.text, right: right.text } });
  return false;
}
