/** HTML of another program as Markdown's tree: what Markdown has stays, what could run or reach out goes, and that is said. */
import type { Element, ElementContent, RootContent as HtmlContent, Root as HtmlRoot, Text } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { toMdast } from 'hast-util-to-mdast';
import { MathMLToLaTeX } from 'mathml-to-latex';
import type { Root } from 'mdast';
import type { Prose } from '../foreign.ts';
import { MOST } from '../limits.ts';
import { ItemRefused } from '../remark.ts';
import { withoutUnseen } from '../signs.ts';
import { piecesOf } from './maths.ts';
import type { Notes } from './notes.ts';
import { pictureIn } from './pictures.ts';
import { shifted } from './raised.ts';

/** These hold nothing that is read: not a word about them. */
const UNSEEN = new Set(['style', 'head', 'title', 'meta', 'link', 'template', 'noscript', 'base']);
/** These show or do something that is not taken. */
const LEFT_OUT = new Set([
  'script',
  'iframe',
  'object',
  'embed',
  'video',
  'audio',
  'svg',
  'canvas',
  'applet',
  'source',
]);
/** What is typed into; what stands around it stays. */
const FIELDS = new Set(['input', 'select', 'textarea', 'button', 'form', 'label', 'fieldset', 'option']);
const VERBATIM = new Set(['pre', 'code', 'samp', 'kbd', 'tt']);
const HEADINGS: Readonly<Record<string, string>> = { h1: 'h2', h4: 'h3', h5: 'h3', h6: 'h3' };
const WEB = /^(?:https?:\/\/|mailto:)/i;

/** What a walk down the tree is told. */
interface Walk {
  prose: Prose;
  notes: Notes;
  /** within code nothing is maths */
  verbatim: boolean;
  depth: number;
}

/** @param notes is told what goes, and is given the pictures */
export function treeOfHtml(prose: Prose, notes: Notes): Root {
  const parsed = fromHtml(withoutUnseen(prose.text), { fragment: true });
  const children = parsed.children.flatMap((node) => cleaned(node, { prose, notes, verbatim: false, depth: 0 }));
  const tree: HtmlRoot = { type: 'root', children };
  const made = toMdast(tree, {
    document: true,
    handlers: {
      maths: (_state, node: Element) => ({ type: 'inlineMath', value: textOf(node) }),
    },
  });
  return made.type === 'root' ? made : { type: 'root', children: [] };
}

function cleaned(node: HtmlContent, walk: Walk): ElementContent[] {
  if (node.type === 'text') return walk.verbatim ? [node] : withMaths(node, walk);
  if (node.type !== 'element') return [];
  if (walk.depth > MOST.depth) throw new ItemRefused('item.deep', { most: MOST.depth });
  const name = node.tagName;
  if (UNSEEN.has(name)) return [];
  if (LEFT_OUT.has(name)) {
    walk.notes.add('prose.leftOut', { what: name });
    return [];
  }
  if (name === 'img') return [pictureOf(node, walk)];
  if (name === 'math') return [mathMl(node, walk)];
  const inner: Walk = { ...walk, verbatim: walk.verbatim || VERBATIM.has(name), depth: walk.depth + 1 };
  const children = node.children.flatMap((child) => cleaned(child, inner));
  if (FIELDS.has(name)) return children;
  if (name === 'sup' || name === 'sub') return shiftedNode(name, children);
  if (name === 'a' && !WEB.test(String(node.properties.href ?? ''))) {
    if (node.properties.href) walk.notes.add('prose.link', { address: String(node.properties.href) });
    return children;
  }
  const properties =
    name === 'a' ? { href: node.properties.href } : name === 'ol' ? { start: node.properties.start } : {};
  return [{ type: 'element', tagName: HEADINGS[name] ?? name, properties, children }];
}

const maths = (tex: string): Element => ({
  type: 'element',
  tagName: 'maths',
  properties: {},
  children: [{ type: 'text', value: tex }],
});

function withMaths({ value }: Text, { prose }: Walk): ElementContent[] {
  return piecesOf(value, prose.dollars).map((piece) =>
    piece.is === 'maths' ? maths(piece.tex) : { type: 'text', value: piece.text },
  );
}

/** Canvas writes formulas as pictures that say their LaTeX. */
function pictureOf({ properties }: Element, { prose, notes }: Walk): ElementContent {
  const { src = '', alt = '', className } = properties;
  const equation = properties.dataEquationContent;
  if (typeof equation === 'string' && equation !== '') return maths(equation);
  if (String(className).includes('equation_image')) {
    const said = /^LaTeX:\s*([\s\S]+)$/.exec(String(alt))?.[1] ?? fromAddress(String(src));
    if (said) return maths(said);
  }
  const placed = pictureIn(String(src), String(alt), prose, notes);
  if ('url' in placed)
    return { type: 'element', tagName: 'img', properties: { src: placed.url, alt: placed.alt }, children: [] };
  return {
    type: 'element',
    tagName: 'em',
    properties: {},
    children: [{ type: 'text', value: `[${placed.words}]` }],
  };
}

/** `/equation_images/%255Cfrac…` is written twice. */
function fromAddress(address: string): string | undefined {
  const found = /equation_images\/([^?]+)/.exec(address)?.[1];
  if (found === undefined) return undefined;
  try {
    return decodeURIComponent(decodeURIComponent(found));
  } catch {
    return undefined;
  }
}

function mathMl(node: Element, { notes }: Walk): ElementContent {
  const text = textOf(node).replace(/\s+/g, ' ').trim();
  try {
    const tex = MathMLToLaTeX.convert(toHtml(node)).replace(/\s+/g, ' ').trim();
    if (tex !== '') {
      notes.add('prose.mathMl', { tex });
      return maths(tex);
    }
  } catch {
    // told below: what it says is shown as it stands
  }
  notes.add('prose.mathMlUnread', { text });
  return { type: 'text', value: text };
}

function shiftedNode(where: 'sup' | 'sub', children: ElementContent[]): ElementContent[] {
  const text = children.map(textOf).join('');
  if (text.trim() === '') return [];
  const made = children.every((child) => child.type === 'text') ? shifted(text, where) : null;
  if (made !== null) return [{ type: 'text', value: made }];
  const [only] = children;
  const sign = where === 'sup' ? '^' : '_';
  if (children.length === 1 && only?.type === 'element' && only.tagName === 'maths')
    return [maths(`{}${sign}{${textOf(only)}}`)];
  return [maths(`{}${sign}{\\text{${text.replace(/[\\{}$&#^_%~]/g, '')}}}`)];
}

function textOf(node: HtmlContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
}
