/** Texts of QTI 1.2: HTML that is escaped, in CDATA, or stands there as elements. */
import type { Prose } from '../foreign.ts';
import { htmlIn, isNode, textIn, within, type Xml } from '../xml.ts';

/** Bytes by the address that a text names, and by where a file of the package lies. */
export type Pictures = (address: string) => Uint8Array | null;

const QUESTIONS = /^(?:response_(?:lid|str|num|grp|xy)|render_\w+)$/;

/** The texts of an element, but for those of the answers in it. */
export function proseIn(node: Xml | undefined, picture: Pictures): Prose {
  const pieces = node === undefined ? [] : piecesIn(node);
  return { as: 'html', text: pieces.join('\n'), picture };
}

function piecesIn(node: Xml): string[] {
  return node.children.filter(isNode).flatMap((child): string[] => {
    if (QUESTIONS.test(child.name)) return [];
    if (child.name === 'matimage') return [`<img src="${(child.attributes.uri ?? '').replace(/["<>]/g, '')}">`];
    if (child.name !== 'mattext' && child.name !== 'matemtext') return piecesIn(child);
    return [textOf(child)];
  });
}

function textOf(mattext: Xml): string {
  const type = mattext.attributes.texttype ?? 'text/plain';
  const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const html = mattext.children.some(isNode) ? htmlIn(mattext) : textIn(mattext);
  // many say that their HTML is plain
  if (
    mattext.children.some(isNode) ||
    /html/i.test(type) ||
    /<(?:p|div|br|img|span|b|i|strong|em|sub|sup)\b[^>]*>/i.test(html)
  )
    return /^\s*</.test(html) ? html : `<span>${html}</span>`;
  return `<span>${escaped(html)}</span>`;
}

/** The words of the feedbacks of an item, by their names. */
export function feedbacksOf(item: Xml, picture: Pictures): Map<string, Prose> {
  return new Map(
    within(item, 'itemfeedback').map((one) => [one.attributes.ident ?? '', proseIn(one, picture)] as const),
  );
}
