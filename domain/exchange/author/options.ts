/** Options with their weights as a choice, or as a poll where nobody said what is right. */
import type { WrittenItem } from '../../lesson/written/written.ts';
import type { Asked, Weighted } from '../foreign.ts';
import { brief, ItemRefused } from '../remark.ts';
import { pollOf } from './poll.ts';
import type { Authored, Shop } from './shop.ts';

const MOST_OPTIONS = 6;
/** Thirds are written with as many decimals as one likes. */
const CLOSE = 1e-4;

interface Option {
  text: string;
  weight: number;
  feedback: Weighted['feedback'];
}
type Choice = Extract<Asked, { form: 'options' }>;

export function authorOptions(asked: Choice, shop: Shop): Authored {
  const options = fitting(merged(shownOf(asked.options, shop), shop), shop);
  if (options.length < 2) throw new ItemRefused('options.few');
  const best = Math.max(...options.map(({ weight }) => weight));
  if (best <= 0) {
    if (asked.poll !== true) shop.change('options.noKey');
    return pollOf(
      options.map(({ text }) => text),
      asked.several,
      shop,
    );
  }
  return asked.several ? severalOf(options, asked, shop) : oneOf(options, best, shop);
}

/** Options of which something is to be read. */
function shownOf(weighted: readonly Weighted[], shop: Shop): Option[] {
  const options = weighted.map(({ text, weight, feedback }) => ({ text: shop.phrase(text), weight, feedback }));
  const shown = options.filter(({ text }) => text !== '');
  if (options.some(({ text, weight }) => text === '' && weight > 0)) throw new ItemRefused('options.emptyRight');
  if (shown.length < options.length) shop.change('options.empty', { count: options.length - shown.length });
  return shown;
}

/** The same option twice is one, where it is worth the same. */
function merged(options: readonly Option[], shop: Shop): Option[] {
  const byText = new Map<string, Option>();
  for (const option of options) {
    const other = byText.get(option.text);
    if (other === undefined) byText.set(option.text, option);
    else if (other.weight !== option.weight) throw new ItemRefused('options.contradict', { text: brief(option.text) });
    else shop.change('options.twice', { text: brief(option.text) });
  }
  return [...byText.values()];
}

/** Wrong options that are too many are left out, those of which nothing is said first; each of them is named. */
function fitting(options: readonly Option[], shop: Shop): Option[] {
  const over = options.length - MOST_OPTIONS;
  if (over <= 0) return [...options];
  const wrong = options.filter(({ weight }) => weight <= 0);
  const enough = wrong.length - over;
  if (enough < 1) throw new ItemRefused('options.many', { found: options.length, most: MOST_OPTIONS });
  const spare = wrong
    .toReversed()
    .toSorted((one, other) => Number(one.feedback !== null) - Number(other.feedback !== null))
    .slice(0, over);
  const names = spare.map(({ text }) => `“${brief(text)}”`).join(', ');
  shop.change('options.leftOut', { found: options.length, most: MOST_OPTIONS, names });
  return options.filter((option) => !spare.includes(option));
}

function oneOf(options: readonly Option[], best: number, shop: Shop): Authored {
  if (best < 1 - CLOSE) throw new ItemRefused('options.noFull', { best: percent(best) });
  const right = options.filter(({ weight }) => weight >= 1 - CLOSE);
  if (right.length > 1 && options.every(({ weight }) => isNear(weight, 0) || weight >= 1 - CLOSE)) {
    shop.change('options.severalFull', { count: right.length });
    // picking any of them was enough there; percent in the boxes keep that
    return boxed(options, (one) => `${percent(one.weight)}%`, shop, right);
  }
  const isPlain = right.length === 1 && options.every(({ weight }) => isNear(weight, 0) || weight >= 1 - CLOSE);
  const box = isPlain
    ? (one: Option): string => (one.weight > 0 ? 'x' : ' ')
    : (one: Option): string => `${percent(one.weight)}%`;
  return boxed(options, box, shop, right);
}

function severalOf(options: readonly Option[], { credit }: Choice, shop: Shop): Authored {
  const right = options.filter(({ weight }) => weight > 0);
  if (right.length === 1) shop.change('options.oneOfSeveral');
  const only = right.length === 1;
  if (credit !== undefined) {
    const attributes: Record<string, string> = credit === 'all' && !only ? { credit } : {};
    return { ...boxed(options, (one) => (one.weight > 0 ? 'x' : ' '), shop, right), attributes };
  }
  const sum = right.reduce((all, { weight }) => all + weight, 0);
  if (!isNear(sum, 1, 0.001)) shop.change('options.sum', { sum: percent(sum) });
  const scaled = options.map((one) => ({ ...one, weight: Math.max(-1, one.weight / (one.weight > 0 ? sum : 1)) }));
  return boxed(
    scaled,
    (one) => `${percent(one.weight)}%`,
    shop,
    scaled.filter(({ weight }) => weight > 0),
  );
}

/** Words on a right option are told with the explanation; on a wrong one they stand under it. */
function boxed(
  options: readonly Option[],
  box: (one: Option) => string,
  shop: Shop,
  right: readonly Option[],
): Authored {
  const items = options.map((option): WrittenItem => {
    const isRight = right.includes(option);
    if (!isRight) {
      const note = shop.blocks(option.feedback);
      return { box: box(option), text: option.text, notes: note === '' ? [] : [note] };
    }
    if (right.length > 1) shop.tellOf(option.text, option.feedback);
    else {
      const said = shop.blocks(option.feedback);
      if (said !== '') shop.told.push(said);
    }
    return { box: box(option), text: option.text, notes: [] };
  });
  const [first] = right;
  const answer =
    right.length === 1 && first !== undefined
      ? first.text
      : right.map(({ text }) => `- ${text.replaceAll('\n', '\n  ')}`).join('\n');
  return { kind: 'choice', items, answer };
}

const isNear = (one: number, other: number, within = CLOSE): boolean => Math.abs(one - other) < within;
/** With as many decimals as a share needs. */
const percent = (share: number): number => Math.round(share * 1e7) / 1e5;
