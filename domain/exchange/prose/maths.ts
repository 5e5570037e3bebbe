/** Where maths stands in a text of another program: `\(…\)`, `\[…\]`, `$$…$$` and the brackets of older ones. */

export type Piece = { is: 'text'; text: string } | { is: 'maths'; tex: string };

/** No formula is longer; what is never closed is looked for no further. */
const PAIRS = [
  String.raw`\\\((?<a>[\s\S]{1,2000}?)\\\)`,
  String.raw`\\\[(?<b>[\s\S]{1,2000}?)\\\]`,
  String.raw`\$\$(?<c>[^$]{1,2000}?)\$\$`,
  String.raw`\[(?:tex|latex)\](?<d>[\s\S]{1,2000}?)\[/(?:tex|latex)\]`,
  String.raw`\[\$\](?<e>[\s\S]{1,2000}?)\[/\$\]`,
  String.raw`\[mathjax(?:inline)?\](?<f>[\s\S]{1,2000}?)\[/mathjax(?:inline)?\]`,
];
/** One dollar on each side, close to what it encloses: `$5 and $6` is money. */
const DOLLARS = String.raw`(?<![\\$])\$(?<g>(?![\s$])(?:\\.|[^$\\]){0,2000}?)(?<!\s)\$(?!\d)`;

/** @param dollars a single dollar begins maths */
export function piecesOf(text: string, dollars = false): Piece[] {
  const marks = new RegExp(dollars ? [...PAIRS, DOLLARS].join('|') : PAIRS.join('|'), 'g');
  const pieces: Piece[] = [];
  let at = 0;
  for (const found of text.matchAll(marks)) {
    const tex = Object.values(found.groups ?? {}).find((one) => one !== undefined) ?? '';
    if (tex.trim() === '') continue;
    if (found.index > at) pieces.push({ is: 'text', text: text.slice(at, found.index) });
    pieces.push({ is: 'maths', tex: tex.replace(/\s+/g, ' ').trim() });
    at = found.index + found[0].length;
  }
  if (at < text.length) pieces.push({ is: 'text', text: text.slice(at) });
  return pieces;
}
