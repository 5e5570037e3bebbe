/**
 * The last step of rendering, after sanitising: typesets maths, highlights code, sets anchors, frames tables.
 *
 * The HTML put in here (`raw`) is made by KaTeX from TeX, never by the author.
 */
import type { Element, ElementContent, RootContent } from 'hast';
import { type Pictures, pageOfPicture, pictureOfUrl } from '../pictures/address.ts';
import type { NextAnchor } from './anchors.ts';
import { codeBlock } from './highlight.ts';
import { pageAddress } from './links.ts';
import { typeset } from './typeset.ts';

/** One finished node for one sanitised node. */
export function finish(
  node: RootContent | ElementContent,
  anchors: NextAnchor,
  pictures: Pictures = {},
): ElementContent[] {
  if (node.type === 'text') return [node];
  if (node.type !== 'element') return [];
  if (node.tagName === 'pre') return [finishedCode(node)];
  if (isMaths(node)) return [maths(textOf(node), false)];
  const children = finishChildren(node.children, anchors, pictures);
  const element: Element = { ...node, children };
  switch (node.tagName) {
    case 'h2':
    case 'h3': {
      const id = anchors(textOf(node), Number(node.tagName.slice(1)));
      return [id === null ? element : { ...element, properties: { ...element.properties, id } }];
    }
    case 'a':
      return [finishedLink(element)];
    case 'img':
      return picture(element, pictures);
    case 'table':
      return [
        {
          type: 'element',
          tagName: 'div',
          properties: { className: ['table-frame'], tabIndex: 0 },
          children: [element],
        },
      ];
    default:
      return [element];
  }
}

/** TeX up to this length is short enough for one line of a phone. */
const SHORT = 48;

/** Children one by one; a short formula and the comma or full stop after it stay on one line. */
function finishChildren(
  children: readonly ElementContent[],
  anchors: NextAnchor,
  pictures: Pictures,
): ElementContent[] {
  let held = 0;
  return children.flatMap((child, index): ElementContent[] => {
    if (child.type === 'text') {
      const value = child.value.slice(held);
      held = 0;
      return value === '' ? [] : [{ ...child, value }];
    }
    const next = children[index + 1];
    const [punctuation] = (next?.type === 'text' && /^[.,;:!?)]+/.exec(next.value)) || [''];
    const finished = finish(child, anchors, pictures);
    if (punctuation === '' || !isMaths(child) || textOf(child).length > SHORT) return finished;
    held = punctuation.length;
    const inside: ElementContent[] = [...finished, { type: 'text', value: punctuation }];
    return [{ type: 'element', tagName: 'span', properties: { className: ['maths-held'] }, children: inside }];
  });
}

function isMaths(node: ElementContent): boolean {
  return node.type === 'element' && hasClass(node, 'math-inline');
}

function finishedCode(pre: Element): ElementContent {
  const code = pre.children[0];
  if (code?.type !== 'element') return { ...pre };
  if (hasClass(code, 'math-display')) return maths(textOf(code), true);
  const language = classes(code).find((name) => name.startsWith('language-'));
  return codeBlock(textOf(code).replace(/\n$/, ''), language?.slice('language-'.length) ?? 'text');
}

function finishedLink(link: Element): Element {
  const { href } = link.properties;
  if (typeof href !== 'string') return link;
  const outside = /^https?:/i.test(href);
  return {
    ...link,
    properties: {
      ...link.properties,
      href: pageAddress(href),
      ...(outside ? { rel: ['noopener', 'noreferrer'] } : {}),
    },
  };
}

/**
 * A picture with the room that it takes: nothing moves when it comes, and the wall is laid out before it is there. One that is not
 * known was reported already; its words stand for it.
 */
function picture({ properties }: Element, pictures: Pictures): ElementContent[] {
  const { src, alt } = properties;
  const id = typeof src === 'string' ? pictureOfUrl(src) : null;
  const size = id !== null && Object.hasOwn(pictures, id) ? pictures[id] : undefined;
  const words = typeof alt === 'string' ? alt.trim() : '';
  if (id === null || size === undefined) return [{ type: 'text', value: words }];
  const { width, height } = size;
  return [
    {
      type: 'element',
      tagName: 'img',
      properties: {
        className: ['picture'],
        src: pageOfPicture(id),
        alt: words,
        width,
        height,
        style: `--w:${width};--h:${height}`,
        // in an option that is dragged, the option is meant
        draggable: 'false',
        loading: 'lazy',
        decoding: 'async',
      },
      children: [],
    },
  ];
}

function maths(tex: string, display: boolean): ElementContent {
  const made = typeset(tex.trim(), display);
  // what KaTeX refuses was already reported as a problem; such a lesson is never published
  if (!made.ok) return { type: 'text', value: tex };
  return display
    ? {
        type: 'element',
        tagName: 'div',
        properties: { className: ['maths-display'], tabIndex: 0 },
        children: [{ type: 'raw', value: made.html }],
      }
    : { type: 'raw', value: made.html };
}

function classes(element: Element): string[] {
  const names = element.properties.className;
  return Array.isArray(names) ? names.map(String) : [];
}

function hasClass(element: Element, name: string): boolean {
  return classes(element).includes(name);
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
}
