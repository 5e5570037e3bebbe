/** `gaps`: the prompt holds the gaps (`written.ts`). They stand in plain text, in paragraphs and in lines of lists. */
import type { List, Paragraph, PhrasingContent, RootContent, Text } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { randomFrom } from '../../judging/random.ts';
import { pointsAttribute } from '../../lesson/attributes.ts';
import { parseMarkdown, walk } from '../../lesson/markdown.ts';
import { type Spot, spotOf } from '../../lesson/problems.ts';
import { USUAL } from '../number/reader.ts';
import type { KindReader, Workshop } from '../reader.ts';
import { foldText } from '../text/grade.ts';
import {
  type GapKey,
  type GapRun,
  type GapsLine,
  LONGEST_ENTRY,
  MOST_ENTRIES,
  MOST_GAPS,
  MOST_OPTIONS,
} from './document.ts';
import { type GapEntry, partedAtGaps, readGap, type WrittenGap } from './written.ts';

type Runs = Extract<GapsLine, { runs: unknown }>['runs'];
/** Where a gap stands in what shows the question without its fields. */
const LINE = '____';

export const gapsReader: KindReader<'gaps'> = {
  attributes: ['points'],
  fences: [],
  seconds: 60,
  read(shop, fields, key) {
    const { directive, problems, renderer } = shop;
    const points = pointsAttribute(directive, problems);
    const reading = new Reading(shop, fields.id);
    const passage = directive.prompt.flatMap((node) => reading.lines(node));
    const found = reading.found;
    if (found.length === 0) problems.add(spotOf(directive.node), 'gaps.none');
    if (found.length > MOST_GAPS)
      problems.add(spotOf(directive.node), 'gaps.many', { found: found.length, most: MOST_GAPS });
    if (!problems.none) return null;
    const gaps = Object.fromEntries(found.map((one, index) => [String(index + 1), one]));
    const numbers = { next: 1, all: found.length };
    const promptHtml = renderer.blocks(directive.prompt.map((node) => withLines(node, numbers)));
    return { kind: 'gaps', ...fields, promptHtml, points, passage, key: { ...key, gaps } };
  },
};

/** Text as its author wrote it, backslashes and all. */
const rawOf = ({ value, data }: Text): string => data?.raw ?? value;

const hasGap = (node: RootContent): boolean => {
  let has = false;
  walk([node], (one) => {
    if (one.type === 'text') has ||= partedAtGaps(rawOf(one)).some((part) => typeof part !== 'string');
  });
  return has;
};

/** Text between gaps, without the backslashes that its author wrote. */
function literal(raw: string): string {
  if (!/[\\&]/.test(raw)) return raw;
  // with a letter at each end blanks stay, and nothing begins a block
  return plainText(parseMarkdown(`x${raw}x`)).slice(1, -1);
}

class Reading {
  readonly found: GapKey[] = [];
  readonly #shop: Workshop;
  readonly #id: string;

  constructor(shop: Workshop, id: string) {
    this.#shop = shop;
    this.#id = id;
  }

  lines(node: RootContent): GapsLine[] {
    if (!hasGap(node)) return [{ html: this.#shop.renderer.blocks([node]) }];
    if (node.type === 'paragraph') return [{ runs: this.#runs(node) }];
    if (node.type === 'list') return this.#items(node);
    this.#shop.problems.add(spotOf(node), 'gaps.place');
    return [];
  }

  #items(list: List): GapsLine[] {
    return list.children.flatMap((item, index) => {
      const [first, ...more] = item.children;
      const mark = list.ordered === true ? `${(list.start ?? 1) + index}.` : '•';
      if (first?.type !== 'paragraph') {
        this.#shop.problems.add(spotOf(item), 'gaps.place');
        return [];
      }
      return [{ runs: this.#runs(first), mark }, ...more.flatMap((block) => this.lines(block))];
    });
  }

  #runs(paragraph: Paragraph): Runs {
    const runs: Runs = [];
    let between: PhrasingContent[] = [];
    const flush = (): void => {
      if (between.length > 0)
        runs.push({ html: this.#shop.renderer.inlineBlocks([{ type: 'paragraph', children: between }]) });
      between = [];
    };
    for (const child of paragraph.children) {
      if (child.type !== 'text') {
        if (hasGap(child)) this.#shop.problems.add(spotOf(child), 'gaps.place');
        between.push(child);
        continue;
      }
      for (const part of partedAtGaps(rawOf(child)))
        if (typeof part === 'string') between.push({ type: 'text', value: literal(part) });
        else {
          flush();
          runs.push(this.#gap(readGap(part.gap), spotOf(child)));
        }
    }
    flush();
    return runs;
  }

  #gap(written: WrittenGap, spot: Spot): GapRun {
    const name = String(this.found.length + 1);
    const { takes, entries } = written;
    this.found.push(this.#key(written, name, spot));
    if (takes !== 'one' && takes !== 'several') return { gap: name, takes };
    // by what each says and by nothing else: where it was written tells nothing
    const options = entries
      .map(({ text }) => ({ text, at: randomFrom(`${this.#id} ${name} ${text}`).next() }))
      .toSorted((one, other) => one.at - other.at || (one.text < other.text ? -1 : 1))
      .map(({ text }) => text);
    return { gap: name, takes, options };
  }

  #key(written: WrittenGap, gap: string, spot: Spot): GapKey {
    const { problems } = this.#shop;
    const { takes, capitals, weight, entries } = written;
    const tell = (code: string, params: Record<string, string | number> = {}): void =>
      problems.add(spot, code, { gap, ...params });
    const picked = takes === 'one' || takes === 'several';
    const rights = entries.filter(isRight);
    if (rights.length === 0) tell('gaps.noneRight');
    const most = picked ? MOST_OPTIONS : MOST_ENTRIES;
    if (entries.length > most || (picked && entries.length < 2))
      tell('gaps.entries', { found: entries.length, least: picked ? 2 : 1, most });
    const fold = (text: string): string => foldText(text, capitals || picked);
    const seen = new Set<string>();
    for (const { text, words } of entries) {
      if (text.length > LONGEST_ENTRY || words.length > 500)
        tell('gaps.long', { text: text.slice(0, 40), most: LONGEST_ENTRY });
      if (takes !== 'number' && fold(text) === '') tell('gaps.empty', { text });
      if (takes !== 'number' && seen.has(fold(text))) tell('gaps.twice', { text });
      seen.add(fold(text));
    }
    const share = shareIn(takes, rights);
    if (takes !== 'several' && !rights.some((one) => share(one) === 1)) tell('gaps.noneRight');
    const known = (entry: GapEntry) => ({
      share: share(entry),
      ...(entry.words === '' ? {} : { words: entry.words }),
    });
    if (takes !== 'number')
      return { takes, weight, capitals, entries: entries.map((one) => ({ text: one.text, ...known(one) })) };
    const numbers = entries.map((one) => ({ ...numberOf(one.text), ...known(one) }));
    for (const [index, { value }] of numbers.entries())
      if (!Number.isFinite(value)) tell('gaps.number', { text: entries[index]?.text ?? '' });
    return { takes, weight, entries: numbers };
  }
}

const isRight = ({ wrong, percent }: GapEntry): boolean => !wrong && (percent ?? 100) > 0;

/** What an entry earns of its gap. Of several each right one has the same share, and a wrong one takes as much back. */
function shareIn(takes: WrittenGap['takes'], rights: readonly GapEntry[]): (entry: GapEntry) => number {
  const each = takes === 'several' ? 1 / Math.max(1, rights.length) : 1;
  return ({ wrong, percent }) => {
    const bounded = (of: number): number => Math.min(1, Math.max(takes === 'several' ? -1 : 0, of));
    if (percent !== null) return bounded((wrong ? -Math.abs(percent) : percent) / 100);
    return bounded(wrong ? -each : each);
  };
}

/** `3.14 ± 0.01`; without a margin to five digits, as numbers are. */
function numberOf(text: string): { value: number; tolerance: { absolute: number; relative: number } } {
  const [value = '', margin] = text.split(/±|\+-/).map((one) => Number(one.trim().replace('−', '-').replace(',', '.')));
  return {
    value: Number(value),
    tolerance: margin === undefined ? USUAL : { absolute: Number.isFinite(margin) ? Math.abs(margin) : 0, relative: 0 },
  };
}

/** The same with a line in the place of each gap; of several each has its number. */
function withLines<T extends RootContent>(node: T, numbers: { next: number; all: number }): T {
  if (node.type === 'text') {
    const parts = partedAtGaps(rawOf(node));
    if (parts.every((part) => typeof part === 'string')) return node;
    const value = parts
      .map((part) =>
        typeof part === 'string' ? literal(part) : numbers.all === 1 ? LINE : `(${numbers.next++}) ${LINE}`,
      )
      .join('');
    return { ...node, value };
  }
  if (!('children' in node)) return node;
  const children = (node.children as RootContent[]).map((child) => withLines(child, numbers));
  return { ...node, children } as T;
}
