/** Markdown of ours as a tree that other programs can be told: maths between `\(` and `\)`, pictures by an address of theirs. */
import type { Image, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import { parseMarkdown } from '../../lesson/markdown.ts';
import { pictureOfUrl } from '../../pictures/address.ts';
import type { Prose } from '../foreign.ts';
import type { Notes } from '../prose/notes.ts';

/** The address of a picture there; null: it cannot be taken along. */
export type Places = (id: string) => string | null;

/** @param notes is told what is lost */
export function treeFor({ text }: Prose, places: Places, notes: Notes): Root {
  const root = parseMarkdown(text);
  change(root, places, notes);
  return root;
}

function change(parent: Parents, places: Places, notes: Notes): void {
  const children = parent.children.flatMap((node) => changed(node, places, notes));
  // what is put in is inline where what it replaces was
  parent.children = children as never;
}

function changed(node: RootContent, places: Places, notes: Notes): RootContent[] {
  switch (node.type) {
    case 'inlineMath':
      return [{ type: 'text', value: `\\(${node.value.trim()}\\)` }];
    case 'math':
      return [{ type: 'paragraph', children: [{ type: 'text', value: `\\[${node.value.trim()}\\]` }] }];
    case 'image':
      return [pictureOf(node, places, notes)];
    case 'html':
      return [];
    case 'containerDirective':
      notes.add('out.block', { name: node.name });
      return [];
    case 'link':
      if (!/^(?:https?:\/\/|mailto:)/i.test(node.url)) {
        notes.add('out.link', { address: node.url });
        change(node, places, notes);
        return node.children;
      }
  }
  if ('children' in node) change(node, places, notes);
  return [node];
}

function pictureOf({ url, alt }: Image, places: Places, notes: Notes): PhrasingContent {
  const words = alt ?? '';
  const address = places(pictureOfUrl(url) ?? '');
  if (address !== null) return { type: 'image', url: address, alt: words };
  notes.add('out.picture', { words });
  return { type: 'text', value: `[${words}]` };
}
