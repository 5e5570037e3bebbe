/**
 * `choice`: a list with boxes; `[x]` marks what is right, a quotation inside an option says why one picks it wrongly.
 *
 *     - [x] The direction of steepest ascent
 *     - [ ] The origin
 *       > The gradient is a direction at this point …
 */
import type { ListItem, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { creditAttribute, pointsAttribute } from '../attributes.ts';
import { spotOf } from '../problems.ts';
import type { KindReader } from './reader.ts';

const LETTERS = 'ABCDEF';

export const choice: KindReader<'choice'> = {
  attributes: ['points', 'credit'],
  fences: [],
  seconds: 20,
  read({ draft, problems, renderer }, fields, key) {
    const items = draft.options?.children ?? [];
    const spot = spotOf(draft.options ?? draft.node);
    if (items.length < 2 || items.length > LETTERS.length) {
      problems.add(spot, 'choice.options', { found: items.length, most: LETTERS.length });
      return null;
    }
    const options: { letter: string; html: string }[] = [];
    const correct: string[] = [];
    const notes: Record<string, string> = {};
    items.forEach((item, index) => {
      const letter = LETTERS[index] ?? '';
      const { text, note } = splitNote(item);
      if (typeof item.checked !== 'boolean') problems.add(spotOf(item), 'choice.box');
      if (item.checked) correct.push(letter);
      if (
        text
          .map((block) => plainText(block))
          .join('')
          .trim() === ''
      )
        problems.add(spotOf(item), 'choice.empty');
      options.push({ letter, html: renderer.inlineBlocks(text) });
      if (note.length === 0) return;
      if (item.checked) problems.add(spotOf(note[0]), 'choice.noteOnRight');
      else notes[letter] = renderer.blocks(note);
    });
    if (correct.length === 0) problems.add(spot, 'choice.noKey');
    const points = pointsAttribute(draft, problems);
    const credit = creditAttribute(draft, problems);
    const multiple = correct.length > 1;
    if (!multiple && draft.attributes.credit !== undefined) problems.add(spot, 'choice.creditOfOne');
    return {
      kind: 'choice',
      ...fields,
      points,
      options,
      multiple,
      ...(multiple ? { credit } : {}),
      key: { ...key, correct, notes },
    };
  },
};

function splitNote(item: ListItem): { text: RootContent[]; note: RootContent[] } {
  const text: RootContent[] = [];
  const note: RootContent[] = [];
  for (const child of item.children) {
    if (child.type === 'blockquote') note.push(...child.children);
    else text.push(child);
  }
  return { text, note };
}
