/**
 * `text`: a word or a few, compared by what they say.
 *
 *     ```yaml answer
 *     accept: [gradient, the gradient]
 *     capitals: true      # optional: they count
 *     typos: 1            # optional: so many slips of the pen are forgiven
 *     wrong:
 *       - { text: derivative, words: That is for one variable. }
 *     ```
 */
import { z } from 'zod';
import { pointsAttribute } from '../../lesson/attributes.ts';
import { requiredFence } from '../../lesson/fences.ts';
import { parseMarkdown } from '../../lesson/markdown.ts';
import { contentSpot, readMap, readYaml } from '../../lesson/yaml-block.ts';
import { LONGEST_TEXT } from '../../longest-text.ts';
import type { KindReader } from '../reader.ts';
import { canBeMisspelt, foldText, LETTERS_PER_TYPO } from './grade.ts';

const words = z.string().min(1).max(LONGEST_TEXT);
const written = z.strictObject({
  accept: z.array(words).min(1).max(20),
  capitals: z.boolean().default(false),
  typos: z.number().int().min(0).max(3).default(0),
  wrong: z
    .array(z.strictObject({ text: words, words: z.string().min(1).max(500) }))
    .max(10)
    .default([]),
});

export const textReader: KindReader<'text'> = {
  attributes: ['points'],
  fences: ['answer'],
  seconds: 40,
  read({ directive, problems, renderer }, fields, key) {
    const points = pointsAttribute(directive, problems);
    const fence = requiredFence(directive, 'answer', problems);
    const yaml = fence && readYaml(fence.value, contentSpot(fence), problems);
    const answer = yaml && readMap(written, yaml, [], problems);
    if (!yaml || !answer) return null;
    const { accept, capitals, typos, wrong } = answer;
    const right = new Set<string>();
    accept.forEach((one, index) => {
      const folded = foldText(one, capitals);
      const spot = yaml.spot(['accept', index]);
      if (folded === '') problems.add(spot, 'text.empty', { text: one });
      else if (right.has(folded)) problems.add(spot, 'text.twice', { text: one });
      right.add(folded);
    });
    const misspelt = [...right].some((folded) => canBeMisspelt(folded, typos));
    if (typos > 0 && !misspelt)
      problems.add(yaml.spot(['typos']), 'text.typos', { typos, letters: LETTERS_PER_TYPO * typos });
    wrong.forEach((one, index) => {
      if (right.has(foldText(one.text, capitals)))
        problems.add(yaml.spot(['wrong', index]), 'text.wrongIsRight', { text: one.text });
    });
    const notes = wrong.map((one) => ({ ...one, html: renderer.inlineBlocks(parseMarkdown(one.words).children) }));
    return { kind: 'text', ...fields, points, key: { ...key, accept, capitals, typos, notes } };
  },
};
