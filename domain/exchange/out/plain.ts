/** Markdown of ours as plain text, where a format has no other: lines stay lines, maths is LaTeX between `\(` and `\)`. */
import type { RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { Prose } from '../foreign.ts';
import type { Notes } from '../prose/notes.ts';
import { oneLine } from '../signs.ts';
import { treeFor } from './tree.ts';

/** What plain text does not show of it. */
const SHOWN = new Set(['emphasis', 'strong', 'delete', 'inlineCode', 'code', 'table', 'heading', 'blockquote', 'link']);

export function plainOf(prose: Prose, notes: Notes): string {
  return treeFor(prose, () => null, notes)
    .children.map((node) => said(node, notes))
    .filter((text) => text !== '')
    .join('\n\n')
    .trim()
    .toWellFormed();
}

/** The same in one line. */
export const plainLineOf = (prose: Prose, notes: Notes): string => oneLine(plainOf(prose, notes));

function said(node: RootContent, notes: Notes): string {
  if (SHOWN.has(node.type)) notes.add('out.markup');
  switch (node.type) {
    case 'definition':
      return '';
    case 'break':
      return '\n';
    case 'list':
      return node.children
        .map((item, index) => {
          const text = item.children.map((child) => said(child, notes)).join('\n');
          return `${node.ordered === true ? `${(node.start ?? 1) + index}.` : '-'} ${text}`;
        })
        .join('\n');
    case 'table':
      return node.children.map((row) => row.children.map((cell) => plainText(cell)).join(' | ')).join('\n');
    case 'blockquote':
      return node.children.map((child) => said(child, notes)).join('\n\n');
  }
  return 'children' in node ? node.children.map((child) => said(child, notes)).join('') : plainText(node);
}
