/** From an item of a file to a question of ours, as its author would have written it. */
import type { WrittenQuestion } from '../../lesson/written/written.ts';
import { turnsRound } from '../../people/names/unseen.ts';
import { type Asked, type ForeignItem, GAP, type Picture } from '../foreign.ts';
import { Notes } from '../prose/notes.ts';
import { ItemRefused, type Remark } from '../remark.ts';
import { oneLine } from '../signs.ts';
import { authorFree } from './free.ts';
import { authorFunction } from './function.ts';
import { authorGaps, LINE } from './gaps.ts';
import { authorOptions } from './options.ts';
import { authorPairs } from './pairs.ts';
import { authorRanges } from './ranges.ts';
import { authorSequence } from './sequence.ts';
import { type Authored, Shop } from './shop.ts';
import { authorWords } from './words.ts';

export interface AuthoredItem {
  title: string;
  /** null: it is not taken, and the only remark says why */
  written: WrittenQuestion | null;
  remarks: readonly Remark[];
  pictures: readonly Picture[];
}

const LONGEST_TITLE = 100;
/** What a question of ours may say of these. */
const SECONDS = { least: 5, most: 600 };
const MOST_POINTS = 1000;

export function authorItem(item: ForeignItem): AuthoredItem {
  const notes = new Notes();
  notes.remarks.push(...item.remarks);
  const shop = new Shop(item, notes);
  let title = titleOf(item.title);
  try {
    if (title === '') title = titleOf(shop.words(item.prompt));
    const made = authored(item.asked, shop);
    const prompt = made.prompt ?? shop.shown(item.prompt).replace(GAP, LINE);
    if (prompt === '') throw new ItemRefused('item.noPrompt');
    const written: WrittenQuestion = {
      role: 'check',
      kind: made.kind,
      title: title === '' ? '…' : title,
      attributes: { ...made.attributes, ...countsOf(item, made, shop) },
      prompt,
      items: made.items ?? null,
      fences: made.fences ?? {},
      hints: item.hints.map((hint) => shop.blocks(hint)).filter((hint) => hint !== ''),
      solution: null,
      explanation: explanationOf(item, made, shop),
      definitions: '',
    };
    return { title, written, remarks: notes.remarks, pictures: notes.pictures };
  } catch (error) {
    if (!(error instanceof ItemRefused)) throw error;
    return { title, written: null, remarks: [error.remark], pictures: notes.pictures };
  }
}

function authored(asked: Asked, shop: Shop): Authored {
  switch (asked.form) {
    case 'options':
      return authorOptions(asked, shop);
    case 'ranges':
      return authorRanges(asked, shop);
    case 'words':
      return authorWords(asked, shop);
    case 'sequence':
      return authorSequence(asked, shop);
    case 'pairs':
      return authorPairs(asked, shop);
    case 'gapped':
      return authorGaps(asked, shop);
    case 'free':
      return authorFree();
    case 'code':
      return authorFunction(asked, shop);
    case 'note':
      throw new ItemRefused('item.note');
    case 'refused':
      throw new ItemRefused(asked.reason.code, asked.reason.params);
  }
}

/**
 * The general words, what is said of right answers; where nothing is said, the answer itself: ours explains each question. What is
 * told of a result as a whole follows.
 */
function explanationOf({ feedback, byResult = [] }: ForeignItem, { answer }: Authored, shop: Shop): string | null {
  const said = [...feedback.map((one) => shop.blocks(one)), ...shop.told].filter((one) => one !== '');
  // the same words for several answers are told once
  const once = new Set(said.length === 0 && answer !== null ? [answer] : said);
  const ofResults = byResult.flatMap(({ sign, words }) => {
    const text = shop.blocks(words);
    return text === '' || once.has(text) ? [] : [signed(sign, text)];
  });
  if (ofResults.length > 0) shop.change('feedback.byResult', { count: ofResults.length });
  const all = [...once, ...ofResults];
  return all.length === 0 ? null : all.join('\n\n');
}

/** Before a text; what begins with something else than text, such as a list or a formula by itself, follows by itself. */
const signed = (sign: string, text: string): string =>
  `${sign}${/^(?!\d+[.)]\s)[\p{L}\p{N}\p{Pi}"'(¿¡]/u.test(text) ? ' ' : '\n\n'}${text}`;

function countsOf(
  { points, seconds }: ForeignItem,
  { answer, pointsOfTests }: Authored,
  shop: Shop,
): Record<string, string> {
  const counts: Record<string, string> = {};
  if (points !== undefined && answer !== null && pointsOfTests !== true && points !== 1) {
    const whole = Math.min(MOST_POINTS, Math.max(1, Math.round(points)));
    if (whole !== points) shop.change('item.points', { points, whole });
    if (whole !== 1) counts.points = String(whole);
  }
  if (seconds !== undefined) {
    const fitting = Math.min(SECONDS.most, Math.max(SECONDS.least, Math.round(seconds)));
    if (fitting !== seconds) shop.change('item.seconds', { seconds, fitting });
    counts.seconds = String(fitting);
  }
  return counts;
}

function titleOf(text: string): string {
  const line = oneLine(text.replace(GAP, '____'));
  const short =
    line.length <= LONGEST_TITLE
      ? line
      : `${line.slice(0, LONGEST_TITLE - 1).replace(/\s+\S*$|[\uD800-\uDBFF]$/, '')}…`;
  return turnsRound(short) ? '' : short;
}
