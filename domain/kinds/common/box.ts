/** The box before an item of a list, with what an author writes in it beside `x` and a blank: `[2]`, `[50%]`. */
import type { ListItem, PhrasingContent, RootContent } from 'mdast';

/**
 * Parts the box from what stands after it.
 * @param box matches at the beginning; its first group is what stands in it
 * @returns `inside` null: there is none
 */
export function takeBox(item: ListItem, box: RegExp): { inside: string | null; text: RootContent[] } {
  const [first, ...rest] = item.children;
  const [start, ...more] = first?.type === 'paragraph' ? first.children : [];
  const found = start?.type === 'text' ? box.exec(start.value) : null;
  if (first?.type !== 'paragraph' || start?.type !== 'text' || found === null)
    return { inside: null, text: item.children };
  const value = start.value.slice(found[0].length);
  const words: PhrasingContent[] = value === '' ? more : [{ ...start, value }, ...more];
  return { inside: found[1] ?? '', text: [{ ...first, children: words }, ...rest] };
}
