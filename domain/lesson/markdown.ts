/**
 * Reads a lesson's Markdown: GFM, maths, directives and front matter, as mdast.
 *
 * Directives are containers (`:::name … :::`), and lines that pin a question of a bank (`pins.ts`). What merely looks like one in
 * prose (`a ratio of 3:four`, `::` at the start of a line) is put back as the text that it is.
 */
import type { Parent, Root, RootContent, Text } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { isPin } from './pins.ts';
import type { Problems } from './problems.ts';
import { spotOf } from './problems.ts';

declare module 'mdast' {
  interface TextData {
    /** as it stands in the source, where that is not its value */
    raw?: string;
  }
}

const reader = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkGfm, { singleTilde: false })
  .use(remarkMath)
  .use(remarkDirective);

/** Parses a whole file. */
export function parseMarkdown(source: string): Root {
  const root = reader.parse(source);
  restoreText(root, source);
  return root;
}

export function isContainer(node: RootContent): node is ContainerDirective {
  return node.type === 'containerDirective';
}

function isParent(node: RootContent | Root): node is Extract<RootContent, Parent> | Root {
  return 'children' in node;
}

/** Turns text and leaf directives back into their source text; pins stand at the top level only. */
function restoreText(parent: Root | Parent, source: string): void {
  parent.children = parent.children.map((node): RootContent => {
    if (parent.type === 'root' && isPin(node)) return node;
    if (node.type === 'textDirective' || node.type === 'leafDirective') {
      const { start, end } = node.position ?? {};
      const text: Text = { type: 'text', value: source.slice(start?.offset ?? 0, end?.offset ?? 0) };
      if (node.position) text.position = node.position;
      if (node.type === 'textDirective') return text;
      return { type: 'paragraph', children: [text], ...(node.position ? { position: node.position } : {}) };
    }
    if (node.type === 'text') keepRaw(node, source);
    if (isParent(node)) restoreText(node, source);
    return node;
  });
}

/** Text with a backslash or an entity in it, as it stands in the source: what is no gap there must be told from what is one. */
function keepRaw(node: Text, source: string): void {
  const raw = source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
  if (raw !== node.value && raw !== '') node.data = { ...node.data, raw };
}

/** Calls `visit` for every node under `nodes`, in order. */
export function walk(nodes: readonly RootContent[], visit: (node: RootContent) => void): void {
  for (const node of nodes) {
    visit(node);
    if (isParent(node)) walk(node.children, visit);
  }
}

const FENCE = /^\s*:{3,}/;

/** Reports containers that are never closed, closing fences without a container, and what lessons cannot hold. */
export function checkStructure(root: Root, source: string, problems: Problems): void {
  const lines = source.split('\n');
  walk(root.children, (node) => {
    if (isContainer(node) && !FENCE.test(lines[(node.position?.end.line ?? 1) - 1] ?? '')) {
      problems.add(spotOf(node), 'directive.unclosed', { name: node.name });
    }
    // a title is text, however it begins
    const isTitle = node.type === 'paragraph' && node.data !== undefined && 'directiveLabel' in node.data;
    if (node.type === 'paragraph' && node.children.length === 1 && !isTitle) {
      const only = node.children[0];
      if (only?.type === 'text' && /^:{2,}/.test(only.value.trim())) problems.add(spotOf(node), 'directive.stray');
    }
    if (node.type === 'html' && !/^<!--[\s\S]*-->$/.test(node.value.trim())) problems.add(spotOf(node), 'html');
    if (node.type === 'footnoteDefinition') problems.add(spotOf(node), 'footnote');
    if (node.type === 'heading' && node.depth === 1) problems.add(spotOf(node), 'heading.first');
    if (node.type === 'heading' && node.depth > 3) problems.add(spotOf(node), 'heading.deep');
  });
}
