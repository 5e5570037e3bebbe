/** Commas inside numbers: `1,000x` is a thousand x, `3,5x` is 3.5x; inside `max(1,2)` they stay commas. */
import { functionEntry, functionOf } from './functions.ts';
import type { ReadingNote } from './problem.ts';
import type { Token } from './scan.ts';

/** Merges digit groups; what was taken is noted. */
export function joinDigitGroups(tokens: readonly Token[], notes: ReadingNote[]): readonly Token[] {
  if (!tokens.some((token) => token.kind === 'comma')) return tokens;
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
    if (token.kind !== 'number' || separates.at(-1) === true || !/^\d+$/.test(token.text)) {
      if (separates.at(-1) === true) noteSeparated(tokens, i, notes);
      joined.push(token);
      continue;
    }
    const groups = [token.text];
    let last = token;
    for (;;) {
      const comma = tokens[i + 1];
      const next = tokens[i + 2];
      if (comma?.kind !== 'comma' || comma.spaced || next?.kind !== 'number' || next.spaced) break;
      groups.push(next.text);
      last = next;
      i += 2;
    }
    if (groups.length === 1) {
      joined.push(token);
      continue;
    }
    const thousands =
      /^[1-9]\d{0,2}$/.test(token.text) &&
      groups
        .slice(1)
        .every((group, index) => (index < groups.length - 2 ? /^\d{3}$/ : /^\d{3}(?:\.\d+)?$/).test(group));
    const decimal = groups.length === 2 && /^\d+$/.test(groups[1] ?? '');
    const length = last.at + last.length - token.at;
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

/** `log(2,5)` has two values; it is told, since log(2.5) may be meant. */
function noteSeparated(tokens: readonly Token[], place: number, notes: ReadingNote[]): void {
  const [called, open, left, comma, right] = tokens.slice(place - 2, place + 3);
  if (called?.kind !== 'function' || open?.kind !== 'open' || comma?.kind !== 'comma' || comma.spaced) return;
  if (left?.kind !== 'number' || right?.kind !== 'number' || right.spaced) return;
  const name = functionOf(called.text);
  const [least, most] = name === undefined ? [0, 0] : functionEntry(name).arity;
  if (least !== 1 || most !== 2) return;
  const length = right.at + right.length - left.at;
  notes.push({ code: 'two-values', at: left.at, length, params: { left: left.text, right: right.text } });
}
