/** A question of a lesson as a text by itself: what stands in the lesson, and what its links refer to. */
import { isContainer, parseMarkdown } from './markdown.ts';

/** @returns null: there is no question of this name in it */
export function cutQuestion(source: string, name: string): string | null {
  const text = source.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const { children } = parseMarkdown(text);
  const slice = ({ position }: (typeof children)[number]): string =>
    text.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
  const found = children.find((node) => isContainer(node) && node.attributes?.id === name);
  if (found === undefined) return null;
  const cut = slice(found);
  const named = children.filter(
    (node) => node.type === 'definition' && cut.includes(`[${node.label ?? node.identifier}]`),
  );
  return `${[cut, ...named.map(slice)].join('\n\n')}\n`;
}
