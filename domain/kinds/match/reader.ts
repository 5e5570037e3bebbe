/**
 * `match`: a list of pairs, what belongs together on both sides of an arrow; without a left side an answer belongs to none. A
 * quotation under a pair says why one gives its prompt a wrong answer; where it begins with `-> …`, why one gives it that one.
 *
 *     - $x^2$ -> $2x$
 *       > -> $x$
 *       > The power comes down as a factor.
 *     - $\sin x$ -> $\cos x$
 *     - -> $x$
 */
import type { Blockquote, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { randomFrom } from '../../judging/random.ts';
import { pointsAttribute } from '../../lesson/attributes.ts';
import { parseMarkdown } from '../../lesson/markdown.ts';
import { type Problems, spotOf } from '../../lesson/problems.ts';
import type { KindReader, Workshop } from '../reader.ts';
import { MOST_ANSWERS, MOST_PROMPTS } from './pairs.ts';

const LETTERS = 'ABCDEFGHIJ';
/** What stands between the two sides; in maths and code it is theirs. */
const ARROW = /(?:^|\s)(?:->|→)(?=\s|$)/;

/** One side of a pair: as it is shown, and as it was written. */
interface Side {
  html: string;
  plain: string;
}
/** A line of the list; without a left side its answer belongs to no prompt. */
interface Line {
  item: ListItem;
  left: Side | null;
  right: Side;
  notes: Blockquote[];
}

export const matchReader: KindReader<'match'> = {
  attributes: ['points'],
  fences: [],
  box: ARROW,
  seconds: 60,
  read(shop, fields, key) {
    const { directive, problems } = shop;
    const spot = spotOf(directive.options ?? directive.node);
    const lines = (directive.options?.children ?? []).flatMap((item) => readLine(item, shop) ?? []);
    const pairs = lines.flatMap(({ left, right, ...line }) => (left === null ? [] : { ...line, left, right }));
    refuseDoubles(lines, problems);
    const answers = shuffled(fields.id, lines);
    const counts = { prompts: pairs.length, answers: answers.length };
    const few = pairs.length < 2 || answers.length < 2;
    if (few || pairs.length > MOST_PROMPTS || answers.length > MOST_ANSWERS) {
      problems.add(spot, 'match.pairs', { ...counts, mostPrompts: MOST_PROMPTS, mostAnswers: MOST_ANSWERS });
      return null;
    }
    const letterOf = (html: string): string | undefined => answers.find((one) => one.html === html)?.letter;
    const prompts = pairs.map(({ left }, index) => ({ number: String(index + 1), html: left.html }));
    const right = Object.fromEntries(pairs.map((pair, index) => [String(index + 1), letterOf(pair.right.html) ?? '']));
    const notes: Record<string, string> = {};
    const note = (number: string, letter: string, html: string): void => {
      if (right[number] !== letter) notes[`${number}${letter}`] = html;
    };
    // the more it says of which pair it speaks, the later: it stands
    for (const [index, { notes: written }] of pairs.entries())
      for (const html of wordsOf(written, shop, null))
        for (const { letter } of answers) note(`${index + 1}`, letter, html);
    for (const { left, right: answer, notes: written } of lines)
      if (left === null)
        for (const html of wordsOf(written, shop, null))
          for (const { number } of prompts) note(number, letterOf(answer.html) ?? '', html);
    for (const [index, pair] of pairs.entries())
      wordsOf(pair.notes, shop, (half, html, quote) => {
        const letter = letterOf(half);
        if (letter === undefined) problems.add(spotOf(quote), 'match.noteHalf');
        else if (right[`${index + 1}`] === letter) problems.add(spotOf(quote), 'match.noteOnRight');
        note(`${index + 1}`, letter ?? '', html);
      });
    const points = pointsAttribute(directive, problems);
    return { kind: 'match', ...fields, points, prompts, answers, key: { ...key, pairs: right, notes } };
  },
};

/** A line with its two sides; undefined where it has not two, which is told. */
function readLine(item: ListItem, { problems, renderer }: Workshop): Line | undefined {
  const notes = item.children.filter((block) => block.type === 'blockquote');
  const [first, ...more] = item.children.filter((block) => block.type !== 'blockquote');
  const halves = first?.type === 'paragraph' ? splitAtArrow(first.children) : null;
  if (first?.type !== 'paragraph' || halves === null || typeof item.checked === 'boolean') {
    problems.add(spotOf(item), 'match.pair');
    return undefined;
  }
  if (splitAtArrow(halves.after) !== null) problems.add(spotOf(item), 'match.arrows');
  const side = (nodes: RootContent[]): Side => ({
    html: renderer.inlineBlocks(nodes),
    plain: plainText({ type: 'root', children: nodes }).trim(),
  });
  const left = side([{ ...first, children: halves.before }]);
  const right = side([{ ...first, children: halves.after }, ...more]);
  if (right.plain === '') problems.add(spotOf(item), 'match.empty');
  return { item, left: left.plain === '' ? null : left, right, notes };
}

/** What stands before and after the first arrow of a line; null: there is none. */
function splitAtArrow(
  nodes: readonly PhrasingContent[],
): { before: PhrasingContent[]; after: PhrasingContent[] } | null {
  for (const [index, node] of nodes.entries()) {
    const found = node.type === 'text' ? ARROW.exec(node.value) : null;
    if (node.type !== 'text' || found === null) continue;
    const text = (value: string): PhrasingContent[] => (value === '' ? [] : [{ ...node, value }]);
    return {
      before: [...nodes.slice(0, index), ...text(node.value.slice(0, found.index).trimEnd())],
      after: [...text(node.value.slice(found.index + found[0].length).trimStart()), ...nodes.slice(index + 1)],
    };
  }
  return null;
}

/** The two sides of a line of the list as they are written; without an arrow there is no left one. */
export function sidesOf(text: string): { left: string; right: string } {
  const [paragraph] = parseMarkdown(text).children;
  for (const node of paragraph?.type === 'paragraph' ? paragraph.children : []) {
    const [from, to] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    const found = node.type === 'text' ? ARROW.exec(text.slice(from, to)) : null;
    if (found === null) continue;
    const at = from + found.index;
    return { left: text.slice(0, at).trimEnd(), right: text.slice(at + found[0].length).trimStart() };
  }
  return { left: '', right: text };
}

/** The same prompt cannot have two answers, and what belongs to none cannot belong to one. */
function refuseDoubles(lines: readonly Line[], problems: Problems): void {
  const prompts = new Set<string>();
  const owned = new Set(lines.flatMap(({ left, right }) => (left === null ? [] : right.html)));
  const free = new Set<string>();
  for (const { item, left, right } of lines) {
    if (left === null) {
      if (owned.has(right.html) || free.has(right.html)) problems.add(spotOf(item), 'match.answerTwice');
      free.add(right.html);
    } else {
      if (prompts.has(left.html)) problems.add(spotOf(item), 'match.promptTwice');
      prompts.add(left.html);
    }
  }
}

/**
 * Each answer once, with its letter. The order comes from what each answer says and from nothing else: it is the same for everybody,
 * stays where an author only pairs anew, and cannot be undone by who knows the rule, since it does not know the pairs.
 */
function shuffled(id: string, lines: readonly Line[]): { letter: string; html: string }[] {
  const byHtml = new Map(lines.map(({ right }) => [right.html, right]));
  return [...byHtml.values()]
    .map((side) => ({ ...side, at: randomFrom(`${id} ${side.plain}`).next() }))
    .toSorted((a, b) => a.at - b.at || (a.html < b.html ? -1 : 1))
    .map(({ html }, index) => ({ letter: LETTERS[index] ?? '?', html }));
}

/**
 * What quotations say: those of no answer in particular together, as HTML.
 * @param each where given, called instead with those that name one, and the answer that they name
 */
function wordsOf(
  quotes: readonly Blockquote[],
  { renderer }: Workshop,
  each: ((half: string, html: string, quote: Blockquote) => void) | null,
): string[] {
  const general: RootContent[] = [];
  for (const quote of quotes) {
    const [first, ...more] = quote.children;
    const named = first?.type === 'paragraph' ? namedHalf(first) : null;
    if (named === null) general.push(...quote.children);
    else if (each !== null && first !== undefined)
      each(renderer.inlineBlocks(named.half), renderer.blocks([...named.words, ...more]), quote);
  }
  return general.length === 0 || each !== null ? [] : [renderer.blocks(general)];
}

/** Of a quotation that begins with `-> answer`, on a line of its own: the answer, and what follows. */
function namedHalf(paragraph: Paragraph): { half: Paragraph[]; words: Paragraph[] } | null {
  const halves = splitAtArrow(paragraph.children);
  if (halves === null || plainText({ type: 'root', children: halves.before }).trim() !== '') return null;
  const part = (children: PhrasingContent[]): Paragraph[] =>
    children.length === 0 ? [] : [{ ...paragraph, children }];
  for (const [index, node] of halves.after.entries()) {
    const at = node.type === 'text' ? node.value.indexOf('\n') : -1;
    if (node.type !== 'text' || at < 0) continue;
    const text = (value: string): PhrasingContent[] => (value === '' ? [] : [{ ...node, value }]);
    return {
      half: part([...halves.after.slice(0, index), ...text(node.value.slice(0, at).trimEnd())]),
      words: part([...text(node.value.slice(at + 1)), ...halves.after.slice(index + 1)]),
    };
  }
  return { half: part(halves.after), words: [] };
}
