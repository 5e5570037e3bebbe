/** Sources of lessons that are renamed or copied: their front matter, and their links to lessons that are copied with them. Pure. */
import { slugOfFile } from '../lesson/links.ts';
import { withYaml } from '../lesson/written/yaml-edit.ts';

const FRONT = /^(\uFEFF?---\r?\n)([\s\S]*?)(\r?\n---\r?(?:\n|$))/;
/** To another lesson, by its file: `[…](05-gradients-in-code.md#steps)`. */
const LINK = /(\]\(\s*<?)((?:\.{1,2}\/)*(?:[\w-]+\/)*[\w-]+\.md)(?=[#)>\s])/g;

/** The same text under another title; comments and all else stay. One without front matter stays as it is. */
export function withTitle(source: string, title: string): string {
  return withFront(source, (front) => withYaml(front, ['title'], title));
}

/**
 * What a copy of a lesson says. Its id is no longer that of the file which the first one comes from.
 * @param slugs of the lessons that are copied together: links to one of them lead to its copy
 */
export function copyOf(
  source: string,
  { title, slugs = new Map() }: { title?: string; slugs?: ReadonlyMap<string, string> },
): string {
  const own = withFront(source, (front) => withYaml(front, ['id'], undefined));
  const linked = withLinks(own, slugs);
  return title === undefined ? linked : withTitle(linked, title);
}

/** The same text with its links to these lessons leading to where they are now. */
export function withLinks(source: string, slugs: ReadonlyMap<string, string>): string {
  return source.replaceAll(LINK, (whole, before: string, file: string) => {
    const slug = slugs.get(slugOfFile(file));
    return slug === undefined ? whole : `${before}${slug}.md`;
  });
}

function withFront(source: string, change: (front: string) => string): string {
  return source.replace(FRONT, (_, before: string, front: string, after: string) => {
    const eol = after.startsWith('\r') ? '\r\n' : '\n';
    const changed = change(front.replaceAll('\r\n', '\n'));
    return `${before}${changed.replaceAll('\n', eol)}${after}`;
  });
}
