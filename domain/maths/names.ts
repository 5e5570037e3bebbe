/** Which names a word is made of: with x and y declared, `xy` is a product; with `lr`, that is one name. */
import { functionSpellings, isLocalName } from './functions.ts';
import { spellGreek } from './greek.ts';
import { Memo } from './memo.ts';

export type Piece =
  | { readonly kind: 'variable'; readonly name: string; readonly length: number }
  | { readonly kind: 'constant'; readonly name: 'pi' | 'e'; readonly length: number }
  | { readonly kind: 'function'; readonly name: string; readonly length: number };

type Spelling = { readonly text: string; readonly piece: Piece; readonly cost: number };

/** All that a word may be made of, by first letter. */
export type Vocabulary = ReadonlyMap<string, readonly Spelling[]>;

/** The ways a declared variable may be written: itself, Greek letters spelt out, subscript with and without `_`. */
function spellingsOf(variable: string): string[] {
  const spelt = spellGreek(variable);
  const flat = spelt.replace(/_/g, '');
  const forms = [variable, spelt, spellGreek(variable.normalize('NFC'))];
  if (/^[A-Za-z]+\d+$/.test(flat)) forms.push(flat, flat.replace(/(\d+)$/, '_$1'));
  else if (/^[A-Za-z]+_[A-Za-z0-9]+$/.test(spelt)) forms.push(spelt);
  return [...new Set(forms)];
}

/** `extra` are names read as variables besides the declared ones (the constant of integration). */
export function vocabulary(variables: readonly string[]): Vocabulary {
  return vocabularies.get(JSON.stringify(variables), () => makeVocabulary(variables));
}

const vocabularies = new Memo<Vocabulary>(200);

function makeVocabulary(variables: readonly string[]): Vocabulary {
  const byText = new Map<string, Spelling>();
  const add = (text: string, piece: Piece, cost: number): void => {
    if (!byText.has(text)) byText.set(text, { text, piece, cost });
  };
  for (const name of variables)
    for (const text of spellingsOf(name)) add(text, { kind: 'variable', name, length: text.length }, 1);
  add('e', { kind: 'constant', name: 'e', length: 1 }, 1);
  add('pi', { kind: 'constant', name: 'pi', length: 2 }, 1);
  for (const text of functionSpellings()) {
    add(text, { kind: 'function', name: text, length: text.length }, costOf(text));
  }
  const byFirst = new Map<string, Spelling[]>();
  for (const spelling of byText.values()) {
    const first = spelling.text.charAt(0);
    const list = byFirst.get(first) ?? [];
    list.push(spelling);
    byFirst.set(first, list);
  }
  return byFirst;
}

/** `tg`, `lg`, `sh` and other local names give way to products of declared letters; `ln` does not. */
function costOf(spelling: string): number {
  if (isLocalName(spelling)) return spelling.length + 0.75;
  return spelling.length <= 2 && spelling !== 'ln' ? 2.5 : 1;
}

export type Split =
  | { readonly ok: true; readonly pieces: readonly Piece[]; readonly end: number }
  | { readonly ok: false; readonly at: number };

/**
 * The fewest pieces that cover the letters from `start` to `end`; a variable such as `x_1` may reach beyond.
 * Greek letters have been spelt out by the caller. Dynamic programme over the places of the word.
 */
export function splitWord(text: string, start: number, end: number, words: Vocabulary): Split {
  const size = end - start;
  const cost = new Array<number>(size + 1).fill(Number.POSITIVE_INFINITY);
  const via = new Array<Spelling | undefined>(size + 1).fill(undefined);
  cost[0] = 0;
  let furthest = 0;
  let best: { place: number; cost: number; last: Spelling } | undefined;
  for (let place = 0; place < size; place += 1) {
    const here = cost[place] ?? Number.POSITIVE_INFINITY;
    if (here === Number.POSITIVE_INFINITY) continue;
    furthest = Math.max(furthest, place);
    for (const spelling of words.get(text.charAt(start + place)) ?? []) {
      if (!text.startsWith(spelling.text, start + place)) continue;
      const next = place + spelling.text.length;
      const total = here + spelling.cost;
      if (next >= size) {
        const after = text.charAt(start + next);
        if (next > size && /[0-9]/.test(after) && /[0-9]$/.test(spelling.text)) continue;
        const reach = best === undefined ? -1 : best.place + best.last.text.length;
        if (best === undefined || next > reach || (next === reach && total < best.cost))
          best = { place, cost: total, last: spelling };
      } else if (total < (cost[next] ?? Number.POSITIVE_INFINITY)) {
        cost[next] = total;
        via[next] = spelling;
      }
    }
  }
  if (best === undefined) return { ok: false, at: start + furthest };
  const pieces: Piece[] = [best.last.piece];
  for (let place = best.place; place > 0; ) {
    const spelling = via[place];
    if (spelling === undefined) break;
    pieces.unshift(spelling.piece);
    place -= spelling.text.length;
  }
  return { ok: true, pieces, end: start + best.place + best.last.text.length };
}
