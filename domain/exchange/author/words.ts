/** Accepted texts as a short text of ours: all or nothing, so what was worth a part is told as a known wrong answer. */
import { stringify } from 'yaml';
import { foldText } from '../../kinds/text/grade.ts';
import { LONGEST_TEXT } from '../../longest-text.ts';
import type { Asked, WeightedText } from '../foreign.ts';
import { brief, ItemRefused } from '../remark.ts';
import { oneLine } from '../signs.ts';
import type { Authored, Shop } from './shop.ts';

const MOST = { accepted: 20, wrong: 10, note: 500 };
const FULL = 1 - 1e-4;

export function authorWords({ texts, capitals }: Extract<Asked, { form: 'words' }>, shop: Shop): Authored {
  const named = texts.map((one) => ({ ...one, text: oneLine(one.text) }));
  const known = named.filter((one) => isText(one, shop));
  const fold = (text: string): string => foldText(text, capitals);
  const accept = unique(
    known.filter(({ weight }) => weight >= FULL),
    fold,
  );
  if (accept.length === 0) throw new ItemRefused('words.noKey');
  for (const one of accept)
    if (one.text.length > LONGEST_TEXT) throw new ItemRefused('words.long', { most: LONGEST_TEXT });
  if (accept.length > MOST.accepted) throw new ItemRefused('words.many', { found: accept.length, most: MOST.accepted });
  const right = new Set(accept.map(({ text }) => fold(text)));
  const others = unique(
    known.filter(({ weight }) => weight < FULL),
    fold,
  );
  const wrong: { text: string; words: string }[] = [];
  for (const one of others) {
    if (right.has(fold(one.text))) {
      if (one.weight > 0) shop.change('words.lifted', { text: brief(one.text), percent: percentOf(one) });
      continue;
    }
    const said = shop.line(one.feedback ?? { as: 'plain', text: '' });
    if (one.weight > 0) shop.change('words.partial', { text: brief(one.text), percent: percentOf(one) });
    const words = said === '' && one.weight > 0 ? `${accept[0]?.text ?? ''}?` : said;
    const fits =
      words !== '' && words.length <= MOST.note && wrong.length < MOST.wrong && one.text.length <= LONGEST_TEXT;
    if (fits) wrong.push({ text: one.text, words });
    else if (said !== '') shop.tellOf(one.text, one.feedback);
  }
  for (const one of accept)
    if (accept.length === 1) shop.told.push(...[shop.blocks(one.feedback)].filter((said) => said !== ''));
    else shop.tellOf(one.text, one.feedback);
  const answer = {
    accept: accept.map(({ text }) => text),
    ...(capitals ? { capitals } : {}),
    ...(wrong.length > 0 ? { wrong } : {}),
  };
  return {
    kind: 'text',
    fences: { answer: { language: 'yaml', text: stringify(answer, { lineWidth: 0 }).trimEnd() } },
    answer: shop.line({ as: 'plain', text: accept[0]?.text ?? '' }),
  };
}

/** A star alone is whatever else comes; within a text it stands for any letters, which ours has not. */
function isText({ text, weight, feedback }: WeightedText, shop: Shop): boolean {
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

const percentOf = ({ weight }: Pick<WeightedText, 'weight'>): number => Math.round(weight * 1e4) / 100;
