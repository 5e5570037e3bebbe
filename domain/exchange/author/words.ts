/** Accepted texts as a short text of ours: each with its share, and the wrong ones of which something is said. */
import { stringify } from 'yaml';
import { MOST_ACCEPTED, MOST_WRONG } from '../../kinds/text/document.ts';
import { foldText } from '../../kinds/text/grade.ts';
import { LONGEST_TEXT } from '../../longest-text.ts';
import type { Asked, WeightedText } from '../foreign.ts';
import { brief, ItemRefused } from '../remark.ts';
import { oneLine } from '../signs.ts';
import { type Authored, LONGEST_NOTE, type Shop } from './shop.ts';

const FULL = 1 - 1e-4;

/** As `accept` has it. */
type Accepted = string | { text: string; percent?: number; words?: string };

/** A text to be typed, as an author writes it. What cannot be typed or told apart is left out, and said. */
export function authorWords({ texts, capitals }: Extract<Asked, { form: 'words' }>, shop: Shop): Authored {
  const named = texts.map((one) => ({ ...one, text: oneLine(one.text) }));
  const known = named.filter((one) => isText(one, shop));
  const fold = (text: string): string => foldText(text, capitals);
  const full = unique(
    known.filter(({ weight }) => weight >= FULL),
    fold,
  );
  const [first] = full;
  if (first === undefined) throw new ItemRefused('words.noKey');
  const right = new Set(full.map(({ text }) => fold(text)));
  const others = unique(
    known.filter(({ weight }) => weight < FULL),
    fold,
  );
  const fresh = others.filter((one) => {
    if (!right.has(fold(one.text))) return true;
    if (one.weight > 0) shop.change('words.lifted', { text: brief(one.text), percent: percentOf(one) });
    return false;
  });
  const accepted = [...full, ...fresh.filter(({ weight }) => weight > 0)];
  for (const one of accepted)
    if (one.text.length > LONGEST_TEXT) throw new ItemRefused('words.long', { most: LONGEST_TEXT });
  if (accepted.length > MOST_ACCEPTED)
    throw new ItemRefused('words.many', { found: accepted.length, most: MOST_ACCEPTED });
  const accept = accepted.map((one): Accepted => {
    const said = full.length === 1 && one === first ? told(one, shop) : wordsOf(one, shop);
    if (one.weight >= FULL && said === '') return one.text;
    return {
      text: one.text,
      ...(one.weight >= FULL ? {} : { percent: percentOf(one) }),
      ...(said === '' ? {} : { words: said }),
    };
  });
  const wrong = fresh
    .filter(({ weight }) => weight <= 0)
    .flatMap((one, index) => {
      if (index >= MOST_WRONG || one.text.length > LONGEST_TEXT) {
        shop.tellOf(one.text, one.feedback);
        return [];
      }
      const said = wordsOf(one, shop);
      return said === '' ? [] : [{ text: one.text, words: said }];
    });
  const answer = { accept, ...(capitals ? { capitals } : {}), ...(wrong.length > 0 ? { wrong } : {}) };
  return {
    kind: 'text',
    fences: { answer: { language: 'yaml', text: stringify(answer, { lineWidth: 0 }).trimEnd() } },
    answer: shop.line({ as: 'plain', text: first.text }),
  };
}

/** Words on the one right text are the explanation. */
function told({ feedback }: WeightedText, shop: Shop): '' {
  const said = shop.blocks(feedback);
  if (said !== '') shop.told.push(said);
  return '';
}

/** What stands at a text; what is too long for that is told with the explanation. */
function wordsOf({ text, feedback }: WeightedText, shop: Shop): string {
  const said = feedback === null ? '' : shop.short(feedback);
  if (said.length <= LONGEST_NOTE) return said;
  shop.tellOf(text, feedback);
  return '';
}

/** A star alone is whatever else comes; within a text it stands for any letters, which ours has not. */
export function isText({ text, weight, feedback }: WeightedText, shop: Shop): boolean {
  if (text === '') return false;
  if (text === '*') {
    if (weight > 0) shop.change('words.anything', { percent: percentOf({ weight }) });
    const said = shop.blocks(feedback);
    if (said !== '') shop.told.push(said);
    return false;
  }
  if (!/(?<!\\)\*/.test(text)) return true;
  shop.change('words.wildcard', { text: brief(text) });
  return false;
}

function unique(texts: readonly WeightedText[], fold: (text: string) => string): WeightedText[] {
  const kept = new Map<string, WeightedText>();
  for (const one of texts) {
    const text = one.text.replaceAll('\\*', '*');
    const folded = fold(text);
    if (folded !== '' && !kept.has(folded)) kept.set(folded, { ...one, text });
  }
  return [...kept.values()];
}

const percentOf = ({ weight }: Pick<WeightedText, 'weight'>): number => Math.round(weight * 1e7) / 1e5;
