/**
 * Takes the Markdown of a question apart as its author wrote it. What cannot be taken apart without loss (a list with boxes that
 * stands twice, a block that is unknown, text beside the question) is edited as Markdown only.
 */
import type { Blockquote, List, ListItem, Root, RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { toString as plainText } from 'mdast-util-to-string';
import { isKind, kinds } from '../../kinds/kinds.ts';
import { isBoxed } from '../directive.ts';
import { type FenceRole, isFenceRole } from '../fence-roles.ts';
import { isContainer, parseMarkdown } from '../markdown.ts';
import { USUAL_KIND, type WrittenFence, type WrittenItem, type WrittenQuestion } from './written.ts';

/** @returns null where a form could not show all of it */
export function readWritten(source: string): WrittenQuestion | null {
  const text = source.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  return takenApart(text, parseMarkdown(text));
}

/** The same of what is parsed already: `text` with its line ends as they are counted. */
export function takenApart(text: string, root: Root): WrittenQuestion | null {
  const definitions = root.children.filter((node) => node.type === 'definition');
  const [node, second] = root.children.filter((one) => one.type !== 'definition');
  if (node === undefined || second !== undefined || !isContainer(node)) return null;
  if (node.name !== 'exercise' && node.name !== 'check') return null;
  if (!isClosed(node, text)) return null;
  const { kind = USUAL_KIND[node.name], ...attributes } = node.attributes ?? {};
  const apart = new Apart(text);
  const box = isKind(kind ?? '') ? kinds[kind as keyof typeof kinds].reader.box : undefined;
  for (const child of node.children) if (!apart.take(child, box)) return null;
  return {
    role: node.name,
    kind: kind ?? '',
    title: apart.title,
    attributes: Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, value ?? ''])),
    prompt: apart.prompt,
    items: apart.items,
    fences: apart.fences,
    hints: apart.hints,
    solution: apart.solution,
    explanation: apart.explanation,
    definitions: definitions.map((one) => apart.slice([one])).join('\n'),
  };
}

class Apart {
  readonly #text: string;
  title = '';
  items: WrittenItem[] | null = null;
  readonly fences: Partial<Record<FenceRole, WrittenFence>> = {};
  readonly hints: string[] = [];
  solution: string | null = null;
  explanation: string | null = null;
  readonly #prompt: RootContent[][] = [[]];

  constructor(text: string) {
    this.#text = text;
  }

  get prompt(): string {
    return this.#prompt.flatMap((run) => (run.length === 0 ? [] : [this.slice(run)])).join('\n\n');
  }

  /** @returns whether this part has its place in a form */
  take(child: RootContent, box: RegExp | undefined): boolean {
    if (child.type === 'paragraph' && child.data && 'directiveLabel' in child.data) {
      this.title = plainText(child).trim();
      return true;
    }
    if (child.type === 'code' && child.meta && isFenceRole(child.meta.trim()))
      return this.#fence(child.meta.trim(), child);
    if (child.type === 'list' && child.children.some((item) => isBoxed(item, box))) return this.#list(child, box);
    if (isContainer(child)) return this.#container(child);
    this.#prompt.at(-1)?.push(child);
    return true;
  }

  #fence(role: string, { lang, value }: { lang?: string | null | undefined; value: string }): boolean {
    if (!isFenceRole(role) || this.fences[role] !== undefined) return false;
    this.fences[role] = { language: lang ?? '', text: value };
    this.#prompt.push([]);
    return true;
  }

  #list(list: List, box: RegExp | undefined): boolean {
    if (this.items !== null || list.children.some(isMixed)) return false;
    this.items = list.children.map((item) => this.#item(item, box));
    this.#prompt.push([]);
    return true;
  }

  #container(node: ContainerDirective): boolean {
    if (Object.keys(node.attributes ?? {}).length > 0 || node.children.length === 0) return false;
    if (node.children.some((one) => one.data && 'directiveLabel' in one.data) || !isClosed(node, this.#text))
      return false;
    const text = this.slice(node.children);
    this.#prompt.push([]);
    if (node.name === 'hint') this.hints.push(text);
    else if (node.name === 'solution' && this.solution === null) this.solution = text;
    else if (node.name === 'explanation' && this.explanation === null) this.explanation = text;
    else return false;
    return true;
  }

  #item(item: ListItem, box: RegExp | undefined): WrittenItem {
    const indent =
      (item.position?.start.column ?? 1) - 1 + (/^(?:[-*+]|\d+[.)])\s+/.exec(this.slice([item]))?.[0].length ?? 2);
    const quotes = item.children.filter((block) => block.type === 'blockquote');
    const words = item.children.filter((block) => block.type !== 'blockquote');
    const said = words.length === 0 ? '' : dedent(this.slice(words), indent);
    const notes = quotes.map((quote) => this.#quote(quote, indent));
    if (typeof item.checked === 'boolean') {
      // the box is left out where a text follows it, and not where maths does
      const hasBox = (words[0]?.position?.start.column ?? 0) === indent + 1;
      return { box: item.checked ? 'x' : ' ', text: hasBox ? said.replace(/^\[[ xX]\]\s+/, '') : said, notes };
    }
    const empty = EMPTY_BOX.exec(said);
    if (empty !== null) return { box: empty[1] === ' ' ? ' ' : 'x', text: '', notes };
    const found = box === undefined ? null : box.exec(said);
    if (found === null || !found[0].startsWith('[')) return { box: null, text: said, notes };
    return { box: found[0].trim().slice(1, -1), text: said.slice(found[0].length), notes };
  }

  #quote(quote: Blockquote, indent: number): string {
    return dedent(this.slice([quote]), indent)
      .split('\n')
      .map((line) => line.replace(/^ {0,3}> ?/, ''))
      .join('\n');
  }

  /** The text from the first of these to the last. */
  slice(nodes: readonly RootContent[]): string {
    return this.#text.slice(nodes.at(0)?.position?.start.offset ?? 0, nodes.at(-1)?.position?.end.offset ?? 0);
  }
}

/** Text after a quotation would come to stand before it. */
function isMixed({ children }: ListItem): boolean {
  const quoted = children.findIndex(({ type }) => type === 'blockquote');
  return quoted >= 0 && children.slice(quoted).some(({ type }) => type !== 'blockquote');
}

/** An option of which nothing but its box is written. */
const EMPTY_BOX = /^\[([ xX])\]$/;

/** Lines after the first without the blanks that say that they belong to the same item. */
function dedent(text: string, by: number): string {
  const blanks = new RegExp(`^ {0,${by}}`);
  return text
    .split('\n')
    .map((line, index) => (index === 0 ? line : line.replace(blanks, '')))
    .join('\n');
}

function isClosed(node: ContainerDirective, text: string): boolean {
  return /^\s*:{3,}\s*$/.test(text.split('\n')[(node.position?.end.line ?? 1) - 1] ?? '');
}
