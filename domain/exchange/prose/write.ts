/** A text of another program as Markdown of ours. What is typeset is tried here: what KaTeX does not take is shown as it is written. */
import type { Image, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import { directiveToMarkdown } from 'mdast-util-directive';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { mathToMarkdown } from 'mdast-util-math';
import { phrasing } from 'mdast-util-phrasing';
import { toMarkdown } from 'mdast-util-to-markdown';
import { toString as plainText } from 'mdast-util-to-string';
import { typeset } from '../../lesson/typeset.ts';
import { pictureOfUrl } from '../../pictures/address.ts';
import { pictureInMarkdown } from '../../pictures/written.ts';
import type { Prose } from '../foreign.ts';
import { MOST } from '../limits.ts';
import { ItemRefused } from '../remark.ts';
import { oneLine } from '../signs.ts';
import { treeOfHtml } from './html.ts';
import { treeOfMarkdown } from './markdown.ts';
import type { Notes } from './notes.ts';
import { treeOfPlain } from './plain.ts';

/** Blocks of Markdown; '' where there is nothing to read in it. */
export function blocks(prose: Prose, notes: Notes): string {
  const root = treeOf(prose, notes);
  return isEmpty(root) ? '' : written(root);
}

/** The same within an option or a side of a pair: a quotation there would be a note of ours, an arrow would part a pair. */
export function phrase(prose: Prose, notes: Notes): string {
  const root = treeOf(prose, notes);
  if (isEmpty(root)) return '';
  unquote(root);
  return written(root);
}

/** One line: of several paragraphs, one after the other. */
export function line(prose: Prose, notes: Notes): string {
  const root = treeOf(prose, notes);
  if (isEmpty(root)) return '';
  const inline = root.children.flatMap((node, index) => [
    ...(index === 0 ? [] : [{ type: 'text' as const, value: ' ' }]),
    ...inlineOf(node),
  ]);
  return written({ type: 'root', children: [{ type: 'paragraph', children: inline }] }).replace(/\s*\n\s*/g, ' ');
}

/** Only the words of it. */
export function words(prose: Prose, notes: Notes): string {
  return oneLine(treeOf(prose, notes).children.map(spoken).join(' '));
}

function spoken(node: RootContent): string {
  if (node.type === 'break') return ' ';
  return 'children' in node ? node.children.map(spoken).join('') : plainText(node);
}

function treeOf(prose: Prose, notes: Notes): Root {
  if (prose.text.length > MOST.text) throw new ItemRefused('item.longText', { most: MOST.text });
  const root = made(prose, notes);
  tryMaths(root, notes);
  holdColons(root);
  return root;
}

function made(prose: Prose, notes: Notes): Root {
  switch (prose.as) {
    case 'html':
      return treeOfHtml(prose, notes);
    case 'markdown':
      return treeOfMarkdown(prose, notes);
    case 'plain':
      return treeOfPlain(prose);
    case 'moodle':
      return looksLikeHtml(prose.text)
        ? treeOfHtml({ ...prose, text: prose.text.replace(/\n[ \t]*\n/g, '<p>') }, notes)
        : treeOfPlain({ ...prose, text: flowing(prose.text) });
  }
}

/** A line end is a blank, a blank line a new paragraph. */
const flowing = (text: string): string =>
  text
    .split(/\n[ \t]*\n/)
    .map((one) => one.replace(/[ \t\n]+/g, ' '))
    .join('\n\n');

/** `a < b and c > d` is none. */
const looksLikeHtml = (text: string): boolean =>
  /<\/?(?:p|br|hr|b|i|u|s|em|strong|span|div|sub|sup|pre|code|ul|ol|li|img|table|tr|td|th|a|h[1-6]|blockquote|font|math|tt)(?:\s+[a-z-]+\s*=[^<>]*|\s*\/?)>/i.test(
    text,
  ) || /&(?:[a-z]{2,8}|#\d{2,6});/i.test(text);

const OPTIONS = {
  bullet: '-' as const,
  emphasis: '*' as const,
  fences: true,
  resourceLink: true,
  extensions: [gfmToMarkdown(), mathToMarkdown(), directiveToMarkdown()],
  handlers: {
    // as the form puts one in: no picture stands here but those of the file
    image: ({ url, alt }: Image) => pictureInMarkdown(pictureOfUrl(url) ?? '', alt ?? ''),
  },
};

function written(root: Root): string {
  return toMarkdown(root, OPTIONS).trim();
}

/** Decided by what is read: `<p><br></p>` is nothing. */
function isEmpty(root: Root): boolean {
  return plainText(root).trim() === '';
}

function tryMaths(parent: Parents, notes: Notes): void {
  parent.children.forEach((node, index) => {
    if (node.type === 'inlineMath') {
      const tried = typeset(node.value, false);
      if (tried.ok) return;
      notes.add('prose.maths', { tex: node.value, reason: tried.reason });
      parent.children[index] = { type: 'inlineCode', value: node.value } as never;
    } else if ('children' in node) tryMaths(node, notes);
  });
}

/** A paragraph that begins with colons, as `::main` of C++ does, would be taken for a block that is not closed. */
function holdColons(parent: Parents): void {
  for (const node of parent.children) {
    const [only, second] = node.type === 'paragraph' ? node.children : [];
    if (node.type === 'paragraph' && only?.type === 'text' && second === undefined && /^\s*:{2,}/.test(only.value))
      node.children = [{ type: 'inlineCode', value: only.value.trim() }];
    else if ('children' in node) holdColons(node);
  }
}

function unquote(parent: Parents): void {
  const children = parent.children.flatMap((node): RootContent[] =>
    node.type === 'blockquote' ? node.children : [node],
  );
  parent.children = children as never;
}

const isPhrasing = (node: RootContent): node is PhrasingContent => node.type !== 'break' && phrasing(node);

function inlineOf(node: RootContent): PhrasingContent[] {
  if (isPhrasing(node)) return [node];
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return node.children.map((child) => (child.type === 'break' ? { type: 'text', value: ' ' } : child));
    case 'code':
      return [{ type: 'inlineCode', value: node.value.replace(/\s+/g, ' ') }];
    default:
      return [{ type: 'text', value: oneLine(plainText(node)) }];
  }
}
