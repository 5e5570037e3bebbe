/** Markdown of another program as its tree: maths is taken out first, so that no star or underscore in it is emphasis. */
import type { Parents, PhrasingContent, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Prose } from '../foreign.ts';
import { withoutUnseen } from '../signs.ts';
import { piecesOf } from './maths.ts';
import type { Notes } from './notes.ts';
import { pictureIn } from './pictures.ts';

/** Stands for a formula while the text around it is read. */
const HELD = /\uE000(\d+)\uE001/;
/** Code keeps its dollars and brackets. */
const CODE = /(^|\n)(`{3,}|~{3,})[^\n]*\n[\s\S]*?\n\2|(`+)[^`]+?\3/g;

export function treeOfMarkdown(prose: Prose, notes: Notes): Root {
  const formulas: string[] = [];
  const clean = withoutUnseen(prose.text).replace(/[\uE000\uE001]/g, '');
  let held = '';
  let at = 0;
  const hold = (text: string): void => {
    for (const piece of piecesOf(text, prose.dollars))
      held += piece.is === 'text' ? piece.text : `\uE000${formulas.push(piece.tex) - 1}\uE001`;
  };
  for (const found of clean.matchAll(CODE)) {
    hold(clean.slice(at, found.index));
    held += found[0];
    at = found.index + found[0].length;
  }
  hold(clean.slice(at));
  const root = fromMarkdown(held, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  restore(root, { prose, notes, formulas });
  return root;
}

interface Held {
  prose: Prose;
  notes: Notes;
  formulas: readonly string[];
}

function restore(parent: Parents, held: Held): void {
  const children = parent.children.flatMap((node): RootContent[] => restored(node, held));
  // what is put in is inline where what it replaces was
  parent.children = children as never;
}

function restored(node: RootContent, held: Held): RootContent[] {
  if (node.type === 'text') return withFormulas(node.value, held.formulas);
  switch (node.type) {
    case 'image':
      return [pictureNode(node.url, node.alt ?? '', held)];
    case 'html':
      if (!/^<!--/.test(node.value)) held.notes.add('prose.html');
      return [];
    case 'footnoteDefinition':
    case 'footnoteReference':
    case 'imageReference':
      held.notes.add('prose.leftOut', { what: node.type });
      return [];
    case 'listItem':
      // a box would be an option of ours
      delete node.checked;
      break;
    case 'heading':
      node.depth = node.depth < 3 ? 2 : 3;
      break;
    case 'code':
      node.lang = null;
      node.meta = null;
      break;
    case 'link':
    case 'definition':
      if (!/^(?:https?:\/\/|mailto:)/i.test(node.url)) {
        held.notes.add('prose.link', { address: node.url });
        if (node.type === 'definition') return [];
        restore(node, held);
        return node.children;
      }
  }
  if ('children' in node) restore(node, held);
  return [node];
}

function withFormulas(text: string, formulas: readonly string[]): PhrasingContent[] {
  return text.split(/(\uE000\d+\uE001)/).flatMap((part): PhrasingContent[] => {
    const found = HELD.exec(part);
    if (found !== null) return [{ type: 'inlineMath', value: formulas[Number(found[1])] ?? '' }];
    return part === '' ? [] : [{ type: 'text', value: part }];
  });
}

function pictureNode(address: string, alt: string, { prose, notes }: Held): PhrasingContent {
  const placed = pictureIn(address, alt, prose, notes);
  if ('url' in placed) return { type: 'image', url: placed.url, alt: placed.alt };
  return { type: 'emphasis', children: [{ type: 'text', value: `[${placed.words}]` }] };
}
