/** Texts of Moodle XML, with the pictures that stand beside them. */
import type { Prose } from '../foreign.ts';
import { fromBase64 } from '../prose/pictures.ts';
import { all, first, isNode, textIn, type Xml } from '../xml.ts';

const FORMATS: Readonly<Record<string, Prose['as']>> = {
  html: 'html',
  moodle_auto_format: 'moodle',
  plain_text: 'plain',
  markdown: 'markdown',
};

/** What an element says in its `<text>`, or, in files made by hand, beside its other children. */
export function saidIn(node: Xml | undefined): string {
  if (node === undefined) return '';
  const text = first(node, 'text');
  if (text !== undefined) return textIn(text).trim();
  return node.children
    .filter((child) => !isNode(child))
    .join('')
    .trim();
}

/** @param usual where the element does not say in what format it is */
export function proseIn(node: Xml | undefined, usual: Prose['as'] = 'html'): Prose {
  const format = node?.attributes.format;
  return {
    as: format === undefined ? usual : (FORMATS[format] ?? 'html'),
    text: saidIn(node),
    picture: (address) => pictureIn(node, address),
  };
}

/** null: nothing is said */
export const wordsIn = (node: Xml | undefined): Prose | null => (saidIn(node) === '' ? null : proseIn(node));

/** `@@PLUGINFILE@@/folder/a%20b.png` is the file of that folder and name beside the text. */
function pictureIn(node: Xml | undefined, address: string): Uint8Array | null {
  const named = /^@@PLUGINFILE@@\/([^?#]*)/.exec(address)?.[1];
  if (named === undefined) return null;
  const path = decoded(named).normalize('NFC');
  const file = all(node, 'file').find(({ attributes: { name = '', path: folder = '/' } }) => {
    const whole = `${folder}${name}`.replace(/^\/+/, '').normalize('NFC');
    return whole === path;
  });
  if (file === undefined || (file.attributes.encoding ?? 'base64') !== 'base64') return null;
  return fromBase64(textIn(file));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
