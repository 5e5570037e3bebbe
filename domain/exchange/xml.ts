/**
 * XML as a tree, read strictly: no document type is followed, no entity but those of XML itself is known, and what is nested too
 * deeply ends it. Names are read without the prefix of their namespace.
 */
import { SaxesParser } from 'saxes';
import { decodeText } from './decode.ts';
import type { Encoding } from './encodings.ts';
import { MOST } from './limits.ts';
import { FileRefused, type Remark, remark } from './remark.ts';

export interface Xml {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (Xml | string)[];
  /** where it begins, from 1 */
  line: number;
}

export interface XmlFile {
  root: Xml;
  remarks: readonly Remark[];
}

/** Reads a file whose encoding it may tell wrongly. Throws FileRefused where it is not well-formed, or too large. */
export function readXml(bytes: Uint8Array, chosen?: Encoding): XmlFile {
  const start = String.fromCharCode(...bytes.subarray(0, 200)).replace(/[^\x20-\x7e]/g, '');
  const declared = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']/.exec(start)?.[1];
  const { text, isUtf8, remarks } = decodeText(bytes, { declared, chosen });
  const lies = isUtf8 && declared !== undefined && !/^utf-?(?:8|16)/i.test(declared);
  return { root: parseXml(text), remarks: lies ? [...remarks, remark('file.encodingOf', { declared })] : remarks };
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

function parseXml(text: string): Xml {
  // what stands for something else may stand for a file, or for a billion signs
  if (/<!ENTITY/i.test(text)) throw new FileRefused('xml.entities');
  const questions = text.match(/<(?:question|item)[\s>]/g)?.length ?? 0;
  if (questions > 2 * MOST.items) throw new FileRefused('file.items', { found: questions, most: MOST.items });
  let count = 0;
  const parser = new SaxesParser({ position: true });
  parser.ENTITIES.nbsp = '\u00A0';
  const top: Xml = { name: '', attributes: {}, children: [], line: 1 };
  const open: Xml[] = [top];
  parser.on('error', (error) => {
    const reason = error.message.replace(/^\d+:\d+:\s*/, '');
    throw new FileRefused('xml.broken', { line: parser.line, reason });
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length > MOST.depth) throw new FileRefused('xml.deep', { line: parser.line, most: MOST.depth });
    count += 1;
    if (count > MOST.elements) throw new FileRefused('xml.elements', { most: MOST.elements });
    const named = Object.entries(attributes).map(([key, value]) => [
      key === 'xml:base' ? key : local(key),
      String(value),
    ]);
    const node: Xml = { name: local(name), attributes: Object.fromEntries(named), children: [], line: parser.line };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  const hold = (said: string): void => {
    open.at(-1)?.children.push(said);
  };
  parser.on('text', hold);
  parser.on('cdata', hold);
  // real files of Canvas lack a blank there
  parser.write(text.trimStart().replace(/^(<\?xml\s+version\s*=\s*(?:"[^"]*"|'[^']*'))(?=\w)/, '$1 ')).close();
  const root = top.children.find((child) => typeof child !== 'string');
  if (root === undefined) throw new FileRefused('xml.empty');
  return root;
}

export const isNode = (child: Xml | string): child is Xml => typeof child !== 'string';

/** Its children of a name, one level down. */
export const all = (node: Xml | undefined, name: string): Xml[] =>
  (node?.children ?? []).filter(isNode).filter((child) => child.name === name);

export const first = (node: Xml | undefined, name: string): Xml | undefined => all(node, name)[0];

/** Those of a name at any depth, in the order of the file. */
export function within(node: Xml | undefined, name: string | RegExp): Xml[] {
  const fits = (found: string): boolean => (typeof name === 'string' ? found === name : name.test(found));
  return (node?.children ?? [])
    .filter(isNode)
    .flatMap((child) => [...(fits(child.name) ? [child] : []), ...within(child, name)]);
}

/** All the text in it. */
export function textIn(node: Xml | undefined): string {
  return (node?.children ?? []).map((child) => (isNode(child) ? textIn(child) : child)).join('');
}

/** A text within XML, as an attribute too; what no XML may hold is left out. */
export const escapedXml = (text: string): string =>
  escaped(text.toWellFormed().replace(/[^\t\n\r\P{Cc}]|[\uFFFE\uFFFF]/gu, ''))
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');

const VOID = new Set(['br', 'hr', 'img', 'col', 'wbr']);
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** What is in it, as HTML. @param instead what stands in the place of a node; null: it itself */
export function htmlIn(node: Xml, instead: (child: Xml) => string | null = () => null): string {
  return node.children
    .map((child) => (isNode(child) ? (instead(child) ?? htmlOf(child, instead)) : escaped(child)))
    .join('');
}

function htmlOf(node: Xml, instead: (child: Xml) => string | null): string {
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${escaped(value).replaceAll('"', '&quot;')}"`)
    .join('');
  if (VOID.has(node.name)) return `<${node.name}${attributes}>`;
  return `<${node.name}${attributes}>${htmlIn(node, instead)}</${node.name}>`;
}
