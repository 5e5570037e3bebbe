/**
 * Changes single values of a YAML block as a form does: comments, the order of keys and how values are written stay as they are.
 * Pages load it where a form needs it.
 */
import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type ParsedNode,
  parseDocument,
  visit,
} from 'yaml';
import type { Path } from '../yaml-block.ts';

/** Short lists and maps stand on one line, as an author writes them. */
const WIDTH = 100;

/** What a block says; null: it is no YAML, or holds what a form could not show (an alias, a tag). */
export function yamlValue(text: string): { value: unknown } | null {
  const document = parsed(text);
  return document === null ? null : { value: document.toJS() as unknown };
}

/** The same block with another value at a path; undefined takes it away. Lists that lie on the way are made. */
export function withYaml(text: string, path: Path, value: unknown): string {
  const document = parsed(text);
  if (document === null) return text;
  if (path.length === 0) {
    document.contents = value === undefined ? null : document.createNode(value);
  } else if (value === undefined) {
    document.deleteIn(path);
  } else {
    const held = document.getIn(path, true);
    const isPlain = typeof value !== 'object' || value === null;
    // the node itself stays, for the comment behind it
    if (isScalar(held) && isPlain) held.value = value;
    else document.setIn(path, document.createNode(value, { flow: path.length > 0 && isShort(value) }));
  }
  if (isEmpty(document)) return '';
  return document.toString({ lineWidth: WIDTH, flowCollectionPadding: false }).trimEnd();
}

/** A list with one of its members moved to another place. */
export function movedYaml(text: string, list: Path, from: number, to: number): string {
  const document = parsed(text);
  const found = list.length === 0 ? document?.contents : document?.getIn(list, true);
  if (!document || !isCollection(found)) return text;
  const [moved] = found.items.splice(from, 1);
  if (moved !== undefined) (found.items as unknown[]).splice(to, 0, moved);
  return document.toString({ lineWidth: WIDTH, flowCollectionPadding: false }).trimEnd();
}

/** The path of what stands at a line and column of the block, both from 1: where a problem of that place belongs. */
export function pathAt(text: string, line: number, column = Number.POSITIVE_INFINITY): Path {
  const document = parsed(text);
  if (document === null) return [];
  const isAfter = (offset: number): boolean => {
    const before = text.slice(0, offset).split('\n');
    return before.length > line || (before.length === line && (before.at(-1)?.length ?? 0) + 1 > column);
  };
  const within = (node: unknown, path: Path): Path => {
    let found = path;
    const entries = isMap(node)
      ? node.items.map(({ key, value }) => ({ step: isScalar(key) ? key.value : key, start: key, value }))
      : isSeq(node)
        ? node.items.map((value, step) => ({ step, start: value, value }))
        : [];
    for (const { step, start, value } of entries) {
      const range = (start as ParsedNode | null)?.range;
      if (!range || isAfter(range[0])) continue;
      if (typeof step === 'string' || typeof step === 'number') found = within(value, [...path, step]);
    }
    return found;
  };
  return within(document.contents, []);
}

function parsed(text: string): Document | null {
  const document = parseDocument(text, { prettyErrors: false, stringKeys: true });
  if (document.errors.length > 0) return null;
  let shown = true;
  visit(document, (_key, node) => {
    if (isAlias(node) || (isNode(node) && (('anchor' in node && node.anchor !== undefined) || node.tag !== undefined)))
      shown = false;
  });
  return shown ? (document as Document) : null;
}

function isShort(value: unknown): boolean {
  return JSON.stringify(value).length <= 60 && !JSON.stringify(value).includes('\\n');
}

function isEmpty({ contents }: Document): boolean {
  return contents === null || (isCollection(contents) && contents.items.length === 0);
}
