/** The questions of a lesson as texts by themselves: what stands in the lesson, and what its links refer to. */
import { isContainer, parseMarkdown } from './markdown.ts';

/** By their names. */
export function cutQuestions(source: string): Map<string, string> {
  const text = source.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const { children } = parseMarkdown(text);
  const slice = ({ position }: (typeof children)[number]): string =>
    text.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
  const definitions = children.filter((node) => node.type === 'definition');
  return new Map(
    children.flatMap((node) => {
      const name = isContainer(node) ? node.attributes?.id : undefined;
      if (name == null) return [];
      const cut = slice(node);
      const named = definitions.filter(({ label, identifier }) => cut.includes(`[${label ?? identifier}]`));
      return [[name, `${[cut, ...named.map(slice)].join('\n\n')}\n`] as const];
    }),
  );
}
