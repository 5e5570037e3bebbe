/** Numbers in several pieces: `12 345` is thousands, `1 1/2` a mixed number; any other blank between digits stays and is refused. */
import type { ReadingNote } from './problem.ts';
import type { Token } from './scan.ts';

const GROUP = /^\d{3}$/;
const LAST_GROUP = /^\d{3}(?:\.\d+)?$/;

/** Joins groups of three digits after blanks, and turns `1 1/2` into a whole number and a fraction. */
export function joinBlanks(tokens: readonly Token[], notes: ReadingNote[]): readonly Token[] {
  if (!tokens.some((token) => token.kind === 'number' && token.spaced)) return tokens;
  const joined: Token[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (token === undefined) break;
    const end = token.kind === 'number' && isFree(tokens[i - 1]) ? endOfGroups(tokens, i) : i;
    if (end > i) {
      const last = tokens[end] ?? token;
      const text = tokens.slice(i, end + 1).map((part) => part.text);
      const length = last.at + last.length - token.at;
      joined.push({ ...token, text: text.join(''), length });
      notes.push({ code: 'thousands', at: token.at, length, params: { taken: text.join(''), other: text.join(' ') } });
      i = end;
      continue;
    }
    joined.push(token);
    const fraction = isFree(tokens[i - 1]) ? fractionAfter(tokens, i) : undefined;
    if (fraction === undefined) continue;
    joined.push(fraction);
    i += 3;
  }
  return joined;
}

/** Nothing that takes the number after it alone: an exponent, the base of a logarithm, a root, a division. */
function isFree(before: Token | undefined): boolean {
  if (before === undefined) return true;
  if (before.kind === 'base' || before.kind === 'radical' || before.kind === 'number') return false;
  return !(before.kind === 'operator' && (before.text === '^' || before.text === '/'));
}

/** The last of the groups that follow; the place itself where there are none. */
function endOfGroups(tokens: readonly Token[], place: number): number {
  if (!/^[1-9]\d{0,2}$/.test(tokens[place]?.text ?? '')) return place;
  let end = place;
  for (let next = tokens[end + 1]; next?.kind === 'number' && next.spaced; next = tokens[end + 1]) {
    if (!LAST_GROUP.test(next.text)) return place;
    end += 1;
    if (!GROUP.test(next.text)) break;
  }
  return tokens[end + 1]?.kind === 'number' ? place : end;
}

/** `1 1/2`: a whole number, a blank, and a fraction less than one without blanks. */
function fractionAfter(tokens: readonly Token[], place: number): Token | undefined {
  const [whole, above, stroke, below, next] = tokens.slice(place, place + 5);
  const isWhole = (token: Token | undefined): boolean => token?.kind === 'number' && /^\d+$/.test(token.text);
  if (!isWhole(whole) || !isWhole(above) || !isWhole(below) || above?.spaced !== true) return undefined;
  if (stroke?.kind !== 'operator' || stroke.text !== '/' || below === undefined) return undefined;
  if (stroke.spaced !== below.spaced || next?.kind === 'number') return undefined;
  if (Number(above.text) >= Number(below.text)) return undefined;
  const length = below.at + below.length - above.at;
  return { ...above, kind: 'fraction', text: `${above.text}/${below.text}`, length, spaced: false };
}
