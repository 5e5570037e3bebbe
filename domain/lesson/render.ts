/**
 * Renders pieces of a lesson to HTML: Markdown → elements → sanitised → maths, code, anchors → text.
 *
 * Sanitising comes first: what KaTeX and the highlighter add afterwards is ours. The list of allowed elements is what
 * Markdown can make and no more.
 */
import type { RootContent as HtmlContent, Root as HtmlRoot } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Definition, Image, Root, RootContent } from 'mdast';
import rehypeSanitize, { type Options as Schema } from 'rehype-sanitize';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { type Pictures, pictureOfUrl } from '../pictures/address.ts';
import { LONGEST_ALT } from '../pictures/limits.ts';
import type { NextAnchor } from './anchors.ts';
import { finish } from './finish.ts';
import { checkLink, type LessonLink } from './links.ts';
import { parseMarkdown, walk } from './markdown.ts';
import { type Problems, type Spot, spotOf } from './problems.ts';
import { typeset } from './typeset.ts';

const SCHEMA: Schema = {
  tagNames: [
    ...['p', 'a', 'em', 'strong', 'del', 'code', 'pre', 'br', 'hr', 'blockquote', 'ul', 'ol', 'li', 'h2', 'h3'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td', 'img'],
  ],
  attributes: {
    a: ['href', 'title'],
    code: [['className', /^language-[\w-]+$/, 'math-inline', 'math-display']],
    ol: ['start'],
    th: ['align'],
    td: ['align'],
    img: ['src', 'alt'],
  },
  // pictures are ours alone: `finish` gives them their place and size
  protocols: { href: ['http', 'https', 'mailto'], src: ['picture'] },
  strip: ['script', 'style'],
};

const toElements = unified().use(remarkRehype).use(rehypeSanitize, SCHEMA);

const noAnchors: NextAnchor = () => null;

export class Renderer {
  /** links to other lessons and within this one, to be resolved by whoever knows all files */
  readonly links: LessonLink[] = [];
  readonly #problems: Problems;
  readonly #pictures: Pictures;
  readonly #definitions: Definition[] = [];

  /** @param pictures those that may stand in it */
  constructor(root: Root, problems: Problems, pictures: Pictures = {}) {
    this.#problems = problems;
    this.#pictures = pictures;
    walk(root.children, (node) => {
      if (node.type === 'definition') this.#definitions.push(node);
    });
  }

  /** Blocks of the file to HTML. */
  blocks(nodes: readonly RootContent[], anchors: NextAnchor = noAnchors): string {
    this.#check(nodes, null);
    return this.#html(nodes, anchors);
  }

  /** Blocks to HTML; of a single paragraph only what is inside it. */
  inlineBlocks(nodes: readonly RootContent[]): string {
    return withoutParagraph(this.blocks(nodes));
  }

  /** One line of Markdown written elsewhere (a label in YAML, a title) to HTML without its paragraph. */
  phrase(markdown: string, at: Spot): string {
    const nodes = parseMarkdown(markdown).children;
    this.#check(nodes, at);
    return withoutParagraph(this.#html(nodes, noAnchors));
  }

  #html(nodes: readonly RootContent[], anchors: NextAnchor): string {
    const root: Root = { type: 'root', children: [...nodes, ...this.#definitions] };
    const tree: HtmlRoot = toElements.runSync(root);
    const children = tree.children.flatMap((child): HtmlContent[] => finish(child, anchors, this.#pictures));
    return toHtml({ type: 'root', children }, { allowDangerousHtml: true }).trim();
  }

  /** Problems of maths, links and pictures; `at` overrides positions that are not positions in the file. */
  #check(nodes: readonly RootContent[], at: Spot | null): void {
    walk(nodes, (node) => {
      const spot = at ?? spotOf(node);
      if (node.type === 'inlineMath' || node.type === 'math') {
        const made = typeset(node.value, node.type === 'math');
        if (!made.ok) this.#problems.add(spot, 'maths', { tex: node.value, reason: made.reason });
      }
      if (node.type === 'html' && at !== null) this.#problems.add(spot, 'html');
      if (node.type === 'image') this.#picture(node, spot);
      if (node.type === 'imageReference') this.#problems.add(spot, 'picture.reference');
      if (node.type === 'link' || node.type === 'definition') {
        const link = checkLink(node.url, spot, this.#problems);
        if (link) this.links.push(link);
      }
    });
  }

  #picture({ url, alt }: Image, spot: Spot): void {
    const id = pictureOfUrl(url);
    if (id === null)
      this.#problems.add(spot, /^(?:https?:)?\/\//i.test(url) ? 'picture.outside' : 'picture.form', { url });
    else if (!Object.hasOwn(this.#pictures, id)) this.#problems.add(spot, 'picture.unknown');
    const words = (alt ?? '').trim();
    if (words === '') this.#problems.add(spot, 'picture.alt');
    else if (words.length > LONGEST_ALT) this.#problems.add(spot, 'picture.altLong', { most: LONGEST_ALT });
  }
}

function withoutParagraph(html: string): string {
  const [, inside] = /^<p>((?:(?!<p>).)*)<\/p>$/s.exec(html) ?? [];
  return inside ?? html;
}
