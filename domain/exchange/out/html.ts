/** Markdown of ours as HTML that other programs show: no classes, no scripts, maths as LaTeX between `\(` and `\)`. */
import { toHtml } from 'hast-util-to-html';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { Prose } from '../foreign.ts';
import type { Notes } from '../prose/notes.ts';
import { type Places, treeFor } from './tree.ts';

const toElements = unified().use(remarkRehype);
/** XML knows neither the names of HTML's signs nor elements without an end. */
const AS_XML = {
  closeSelfClosing: true,
  characterReferences: { omitOptionalSemicolons: false, useNamedReferences: false },
};

/** @param places what stands for a picture */
export function htmlOf(prose: Prose, places: Places, notes: Notes): string {
  const root = treeFor(prose, places, notes);
  return toHtml(toElements.runSync(root), AS_XML)
    .trim()
    .replaceAll(/>\n+</g, '><')
    .replaceAll(']]>', ']]&gt;')
    .replaceAll(/[^\t\n\P{Cc}]/gu, '')
    .toWellFormed();
}

/** Of a single paragraph only what is in it. */
export function lineOfHtml(prose: Prose, places: Places, notes: Notes): string {
  const html = htmlOf(prose, places, notes);
  return /^<p>((?:(?!<p>).)*)<\/p>$/s.exec(html)?.[1] ?? html;
}
