/** Plain text as Markdown's tree: signs are signs, lines stay lines, and what stands between `<pre>` is code. */
import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import type { Prose } from '../foreign.ts';
import { withoutUnseen } from '../signs.ts';
import { piecesOf } from './maths.ts';

const CODE = /^[ \t]*<pre>[ \t]*\n?([\s\S]*?)\n?[ \t]*<\/pre>[ \t]*$/gm;

export function treeOfPlain({ text, dollars }: Prose): Root {
  const clean = withoutUnseen(text);
  const children: RootContent[] = [];
  let at = 0;
  for (const found of clean.matchAll(CODE)) {
    children.push(...paragraphs(clean.slice(at, found.index), dollars));
    children.push({ type: 'code', value: found[1] ?? '' });
    at = found.index + found[0].length;
  }
  children.push(...paragraphs(clean.slice(at), dollars));
  return { type: 'root', children };
}

function paragraphs(text: string, dollars: boolean | undefined): Paragraph[] {
  return text
    .split(/\n[ \t]*\n/)
    .map((one) => one.replace(/^\s*\n|\s+$/g, '').trim())
    .filter((one) => one !== '')
    .map((one) => ({ type: 'paragraph', children: inline(one, dollars) }));
}

function inline(text: string, dollars: boolean | undefined): PhrasingContent[] {
  return piecesOf(text, dollars).flatMap((piece): PhrasingContent[] => {
    if (piece.is === 'maths') return [{ type: 'inlineMath', value: piece.tex }];
    return piece.text
      .split('\n')
      .flatMap((line, index): PhrasingContent[] => [
        ...(index === 0 ? [] : [{ type: 'break' as const }]),
        ...(line === '' ? [] : [{ type: 'text' as const, value: line }]),
      ]);
  });
}
