/** A text with several gaps as one of ours: each is typed into or picked for, and is worth what it was there. */
import { LONGEST_ENTRY } from '../../kinds/gaps/document.ts';
import { type GapEntry, type WrittenGap, writeGap } from '../../kinds/gaps/written.ts';
import { foldText } from '../../kinds/text/grade.ts';
import { half, minus, plus, writeDecimal } from '../decimal.ts';
import { type Asked, GAP, type Gap, type Prose, type WeightedText } from '../foreign.ts';
import { brief, ItemRefused } from '../remark.ts';
import { oneLine } from '../signs.ts';
import { type Authored, LONGEST_NOTE, type Shop } from './shop.ts';
import { isText } from './words.ts';

const FULL = 1 - 1e-4;

export function authorTextGaps({ gaps }: Extract<Asked, { form: 'gapped' }>, shop: Shop): Authored {
  const written = gaps.map((gap, index) => gapOf(gap, index + 1, shop));
  const prompt = shop.shown(shop.item.prompt).replace(GAP, (_whole, number: string) => {
    const gap = written[Number(number) - 1];
    return gap === undefined ? '' : writeGap(gap);
  });
  const right = written.map(({ entries }, index) => {
    const texts = entries.filter((one) => !one.wrong && (one.percent ?? 1) > 0).map(({ text }) => text);
    return `(${index + 1}) ${shop.line({ as: 'plain', text: texts.join(', ') })}`;
  });
  return { kind: 'gaps', prompt, answer: right.join(' · ') };
}

function gapOf(gap: Gap, number: number, shop: Shop): WrittenGap {
  const weight = Math.max(1, Math.min(99, Math.round(gap.weight ?? 1)));
  const common = { capitals: false, weight };
  switch (gap.takes) {
    case 'words': {
      const known = gap.texts.map((one) => ({ ...one, text: oneLine(one.text) })).filter((one) => isText(one, shop));
      const entries = known.flatMap((one) => entryOf({ ...one, text: one.text.replaceAll('\\*', '*') }, false, shop));
      return whole({ ...common, takes: 'text', capitals: gap.capitals, entries }, number);
    }
    case 'range': {
      const entries = gap.ranges.flatMap(({ range, ...one }) => {
        if (range === null) return [];
        const value = writeDecimal(half(plus(range.low, range.high)));
        const margin = writeDecimal(half(minus(range.high, range.low)));
        return entryOf({ ...one, text: `${value} ± ${margin}` }, false, shop);
      });
      return whole({ ...common, takes: 'number', entries }, number);
    }
    default: {
      const options = gap.options.map((one) => ({ ...one, text: oneLine(shop.words(one.text)) }));
      const isSeveral = gap.takes === 'options';
      const entries = options.flatMap((one) => entryOf(one, true, shop, isSeveral));
      return whole({ ...common, takes: isSeveral ? 'several' : 'one', entries }, number);
    }
  }
}

/** What is picked from stays, right or wrong; of what is typed only that which is worth something or of which something is said. */
function entryOf({ text, weight, feedback }: WeightedText, picked: boolean, shop: Shop, several = false): GapEntry[] {
  const words = wordsOf(text, feedback, shop);
  if (text === '' || (!picked && weight <= 0 && words === '')) return [];
  const common = { text, words };
  if (weight >= FULL) return [{ ...common, percent: null, wrong: false }];
  if (several && weight < 0) return [{ ...common, percent: percentOf(weight), wrong: false }];
  // of several that are picked a wrong one takes nothing back unless the file says so
  if (weight <= 0) return [{ ...common, percent: several ? 0 : null, wrong: !several }];
  return [{ ...common, percent: percentOf(weight), wrong: false }];
}

function wordsOf(text: string, feedback: Prose | null, shop: Shop): string {
  const said = feedback === null ? '' : oneLine(shop.words(feedback));
  if (said.length <= LONGEST_NOTE) return said;
  shop.tellOf(text, feedback);
  return '';
}

/** What reads the same stands once: what earns most of it, or stands first. */
function whole({ entries: all, ...rest }: WrittenGap, number: number): WrittenGap {
  const fold = (text: string): string =>
    rest.takes === 'number' ? text : foldText(text, rest.takes !== 'text' || rest.capitals);
  const worth = ({ wrong, percent }: GapEntry): number => (wrong ? 0 : (percent ?? 100));
  const best = (one: GapEntry) =>
    all.filter(({ text }) => fold(text) === fold(one.text)).toSorted((a, b) => worth(b) - worth(a))[0];
  const gap = { ...rest, entries: all.filter((one) => best(one) === one) };
  const isKeyed = gap.entries.some(({ wrong, percent }) => !wrong && (percent === null || percent > 0));
  if (!isKeyed) throw new ItemRefused('gaps.noKey', { gap: number });
  const long = gap.entries.find(({ text }) => text.length > LONGEST_ENTRY);
  if (long !== undefined)
    throw new ItemRefused('gaps.long', { gap: number, text: brief(long.text), most: LONGEST_ENTRY });
  return gap;
}

const percentOf = (weight: number): number => Math.round(weight * 1e4) / 100;
