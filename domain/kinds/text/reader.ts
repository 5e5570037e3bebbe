/**
 * `text`: a word or a few, compared by what they say.
 *
 *     ```yaml answer
 *     accept:
 *       - gradient
 *       - the gradient
 *       - { text: derivative, percent: 50, words: Of several variables it has a name of its own. }
 *     capitals: true      # optional: they count
 *     typos: 1            # optional: so many slips of the pen are forgiven
 *     wrong:
 *       - { text: Hessian, words: That is for the second derivatives. }
 *     ```
 */
import { z } from 'zod';
import { pointsAttribute } from '../../lesson/attributes.ts';
import { requiredFence } from '../../lesson/fences.ts';
import { parseMarkdown } from '../../lesson/markdown.ts';
import { contentSpot, readMap, readYaml } from '../../lesson/yaml-block.ts';
import { LONGEST_TEXT } from '../../longest-text.ts';
import type { KindReader } from '../reader.ts';
import { MOST_ACCEPTED, MOST_WRONG } from './document.ts';
import { canBeMisspelt, foldText, LETTERS_PER_TYPO } from './grade.ts';

const words = z.string().min(1).max(LONGEST_TEXT);
const said = z.string().min(1).max(500);
/** By itself it earns all points and nothing is said of it. */
const accepted = z.preprocess(
  (one, context) => {
    if (typeof one === 'object') return one;
    if (typeof one !== 'string') context.addIssue({ code: 'invalid_type', expected: 'string', input: one });
    return { text: String(one) };
  },
  z.strictObject({ text: words, percent: z.number().gt(0).max(100).default(100), words: said.optional() }),
);
const written = z.strictObject({
  accept: z.array(accepted).min(1).max(MOST_ACCEPTED),
  capitals: z.boolean().default(false),
  typos: z.number().int().min(0).max(3).default(0),
  wrong: z
    .array(z.strictObject({ text: words, words: said }))
    .max(MOST_WRONG)
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
    accept.forEach(({ text }, index) => {
      const folded = foldText(text, capitals);
      const spot = yaml.spot(['accept', index]);
      if (folded === '') problems.add(spot, 'text.empty', { text });
      else if (right.has(folded)) problems.add(spot, 'text.twice', { text });
      right.add(folded);
    });
    const full = accept.filter(({ percent }) => percent === 100).map(({ text }) => text);
    if (full.length === 0) problems.add(yaml.spot(['accept']), 'text.noneRight');
    const misspelt = [...right].some((folded) => canBeMisspelt(folded, typos));
    if (typos > 0 && !misspelt)
      problems.add(yaml.spot(['typos']), 'text.typos', { typos, letters: LETTERS_PER_TYPO * typos });
    wrong.forEach((one, index) => {
      if (right.has(foldText(one.text, capitals)))
        problems.add(yaml.spot(['wrong', index]), 'text.wrongIsRight', { text: one.text });
    });
    const partly = accept.flatMap(({ text, percent }) => (percent < 100 ? [{ text, share: percent / 100 }] : []));
    const notes = [...accept, ...wrong].flatMap(({ text, words: told }) =>
      told === undefined ? [] : [{ text, words: told, html: renderer.inlineBlocks(parseMarkdown(told).children) }],
    );
    return {
      kind: 'text',
      ...fields,
      points,
      key: { ...key, accept: full, ...(partly.length === 0 ? {} : { partly }), capitals, typos, notes },
    };
  },
};
