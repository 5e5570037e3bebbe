/**
 * `choice`: a list with boxes; `[x]` marks what is right, a quotation inside an option says why one picks it wrongly.
 *
 *     - [x] The direction of steepest ascent
 *     - [ ] The origin
 *       > The gradient is a direction at this point …
 *
 * With percent in the boxes each option is worth its own share: one is picked where one is worth all, else several.
 *
 *     - [100%] At a corner
 *     - [50%] On the edge
 *     - [-25%] Inside
 */
import type { ListItem, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { creditAttribute, pointsAttribute } from '../../lesson/attributes.ts';
import { isEmptyBox } from '../../lesson/directive.ts';
import { type Problems, spotOf } from '../../lesson/problems.ts';
import { takeBox } from '../common/box.ts';
import type { KindReader } from '../reader.ts';

const LETTERS = 'ABCDEF';
/** What an option is worth, in percent of the points: `[50%]`, `[-33.3%]`. */
const WORTH_BOX = /^\[([-−]?\d{1,3}(?:\.\d+)?) ?%\](?:\s+|$)/;

export const choiceReader: KindReader<'choice'> = {
  attributes: ['points', 'credit'],
  fences: [],
  seconds: 20,
  box: WORTH_BOX,
  read({ directive, problems, renderer }, fields, key) {
    const items = directive.options?.children ?? [];
    const spot = spotOf(directive.options ?? directive.node);
    if (items.length < 2 || items.length > LETTERS.length) {
      problems.add(spot, 'choice.options', { found: items.length, most: LETTERS.length });
      return null;
    }
    const options: { letter: string; html: string }[] = [];
    const correct: string[] = [];
    const notes: Record<string, string> = {};
    const worths = worthsOf(items, problems);
    items.forEach((item, index) => {
      const letter = LETTERS[index] ?? '';
      const { text, note } = splitNote(worths === null ? item.children : takeBox(item, WORTH_BOX).text);
      if (isEmptyBox(item)) problems.add(spotOf(item), 'choice.empty');
      else if (worths === null && typeof item.checked !== 'boolean') problems.add(spotOf(item), 'choice.box');
      const isRight = worths === null ? isTicked(item) : isRightBy(worths, index);
      if (isRight) correct.push(letter);
      if (
        text
          .map((block) => plainText(block))
          .join('')
          .trim() === ''
      )
        problems.add(spotOf(item), 'choice.empty');
      const html = renderer.inlineBlocks(text);
      if (html !== '' && !isEmptyBox(item) && options.some((other) => other.html === html))
        problems.add(spotOf(item), 'choice.twice');
      options.push({ letter, html });
      if (note.length === 0) return;
      if (isRight) problems.add(spotOf(note[0]), 'choice.noteOnRight');
      else notes[letter] = renderer.blocks(note);
    });
    if (correct.length === 0) problems.add(spot, 'choice.noKey');
    const points = pointsAttribute(directive, problems);
    const written = creditAttribute(directive, problems);
    const common = { kind: 'choice' as const, ...fields, points, options };
    if (worths === null) {
      const multiple = correct.length > 1;
      if (!multiple && directive.attributes.credit !== undefined) problems.add(spot, 'choice.creditOfOne');
      return { ...common, multiple, ...(multiple ? { credit: written } : {}), key: { ...key, correct, notes } };
    }
    if (directive.attributes.credit !== undefined) problems.add(spot, 'choice.creditOfWeights');
    if (!isWhole(worths)) problems.add(spot, 'choice.weights', { found: percent(sumOfRight(worths)) });
    const weights = Object.fromEntries(worths.map((worth, index) => [LETTERS[index] ?? '', worth]));
    return { ...common, multiple: picksSeveral(worths), credit: 'weights', key: { ...key, correct, weights, notes } };
  },
};

/** Also where nothing is written behind its box yet. */
const isTicked = (item: ListItem): boolean =>
  item.checked === true || (isEmptyBox(item) && !plainText(item).includes(' '));

function splitNote(children: readonly RootContent[]): { text: RootContent[]; note: RootContent[] } {
  const text: RootContent[] = [];
  const note: RootContent[] = [];
  for (const child of children) {
    if (child.type === 'blockquote') note.push(...child.children);
    else text.push(child);
  }
  return { text, note };
}

/** What each option is worth, where the boxes say it; null: they say what is right. Then all of them must say it. */
function worthsOf(items: readonly ListItem[], problems: Problems): number[] | null {
  const written = items.map((item) => takeBox(item, WORTH_BOX).inside);
  if (written.every((one) => one === null)) return null;
  return written.map((one, index) => {
    const worth = one === null ? Number.NaN : Math.round(Number(one.replace('−', '-')) * 1e4) / 1e6;
    if (Math.abs(worth) <= 1) return worth;
    problems.add(spotOf(items[index]), 'choice.worth');
    return 0;
  });
}

/** Several are picked where no option is worth all. */
const picksSeveral = (worths: readonly number[]): boolean => !worths.includes(1);
const isRightBy = (worths: readonly number[], index: number): boolean =>
  picksSeveral(worths) ? (worths[index] ?? 0) > 0 : worths[index] === 1;
const sumOfRight = (worths: readonly number[]): number => worths.reduce((sum, one) => sum + Math.max(0, one), 0);
/** All points can be had, and no more: thirds are written as 33.3 %. */
const isWhole = (worths: readonly number[]): boolean =>
  !picksSeveral(worths) || Math.abs(sumOfRight(worths) - 1) < 5e-3;
const percent = (share: number): number => Math.round(share * 10_000) / 100;
