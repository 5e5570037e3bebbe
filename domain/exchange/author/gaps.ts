/**
 * A text with gaps. With one gap it is the question that the gap asks; with several that are picked from lists, one each, they are
 * places to which answers belong; others are a text with gaps.
 */
import { type Asked, GAP, type Gap, type Weighted } from '../foreign.ts';
import { ItemRefused } from '../remark.ts';
import { authorOptions } from './options.ts';
import { pairsOf } from './pairs.ts';
import { authorRanges } from './ranges.ts';
import type { Authored, Shop } from './shop.ts';
import { authorTextGaps } from './text-gaps.ts';
import { authorWords } from './words.ts';

/** A gap that is asked for beside the text. */
export const LINE = '\\_\\_\\_\\_';
const FULL = 1 - 1e-4;

export function authorGaps({ gaps }: Extract<Asked, { form: 'gapped' }>, shop: Shop): Authored {
  if (gaps.length > 1 && gaps.some(({ takes }) => takes !== 'option'))
    return authorTextGaps({ form: 'gapped', gaps }, shop);
  const written = shop.shown(shop.item.prompt);
  const prompt = written.replace(GAP, (_whole, number: string) => (gaps.length === 1 ? LINE : `**(${number})**`));
  const [only] = gaps;
  if (gaps.length === 1 && only !== undefined) return { ...oneGap(only, shop), prompt };
  return {
    ...picked(
      gaps.flatMap((gap) => (gap.takes === 'option' ? [gap.options] : [])),
      shop,
    ),
    prompt,
  };
}

function oneGap(gap: Gap, shop: Shop): Authored {
  switch (gap.takes) {
    case 'option':
    case 'options':
      return authorOptions({ form: 'options', options: gap.options, several: gap.takes === 'options' }, shop);
    case 'range':
      return authorRanges({ form: 'ranges', ranges: gap.ranges, unit: null }, shop);
    case 'words':
      return authorWords({ form: 'words', texts: gap.texts, capitals: gap.capitals }, shop);
  }
}

function picked(gaps: readonly (readonly Weighted[])[], shop: Shop): Authored {
  const lists = gaps.map((options) => options.map(({ text }) => shop.line(text)));
  const sides = gaps.map((options, index) => {
    const right = options.filter(({ weight }) => weight >= FULL);
    const [first] = right;
    if (first === undefined) throw new ItemRefused('gaps.noKey', { gap: index + 1 });
    if (right.length > 1) throw new ItemRefused('gaps.severalRight', { gap: index + 1 });
    const partial = options.some(({ weight }) => weight > 0 && weight < FULL);
    if (partial) shop.change('gaps.partial', { gap: index + 1 });
    const notes = options.flatMap((option) => {
      const said = shop.blocks(option.feedback);
      if (option === first) shop.tellOf(`(${index + 1}) ${shop.line(first.text)}`, first.feedback);
      return said === '' || option === first ? [] : [{ answer: shop.line(option.text), said }];
    });
    return { left: `(${index + 1})`, right: shop.line(first.text), notes };
  });
  const same = lists.every((list) => JSON.stringify(list.toSorted()) === JSON.stringify(lists[0]?.toSorted()));
  shop.change(same ? 'gaps.asPairs' : 'gaps.asPairsOfAll');
  return pairsOf(sides, lists.flat(), shop);
}
