/**
 * `open`: a question without a key. With a list it is a poll; else one writes, or gives words for a cloud.
 *
 *     - [ ] Gradients
 *     - [ ] Matrices
 *
 * `form=several`: several options may be picked; `form=cloud`: up to three words or short phrases; `form=text` is usual
 * where there is no list.
 */
import { toString as plainText } from 'mdast-util-to-string';
import { formAttribute } from '../../lesson/attributes.ts';
import { isEmptyBox } from '../../lesson/directive.ts';
import { spotOf } from '../../lesson/problems.ts';
import type { KindReader } from '../reader.ts';

const LETTERS = 'ABCDEF';
/** What has no sense where nothing is measured. */
const MEASURES = ['attempts', 'attempt-cost', 'hint-cost', 'solution-after'];

export const openReader: KindReader<'open'> = {
  attributes: ['form'],
  fences: [],
  seconds: 60,
  read({ directive, problems, renderer }, fields, key) {
    const spot = spotOf(directive.options ?? directive.node);
    const written = formAttribute(directive, problems) ?? (directive.options === null ? 'text' : 'poll');
    const form = written === 'several' ? 'poll' : written;
    const items = directive.options?.children ?? [];
    if (form !== 'poll' && directive.options !== null) problems.add(spot, 'open.noList', { form });
    if (form === 'poll' && (items.length < 2 || items.length > LETTERS.length))
      problems.add(spot, 'choice.options', { found: items.length, most: LETTERS.length });
    for (const name of MEASURES)
      if (directive.attributes[name] !== undefined) problems.add(spotOf(directive.node), 'open.measured', { name });
    const options = items.slice(0, LETTERS.length).map((item, index) => {
      if (item.checked === true) problems.add(spotOf(item), 'open.right');
      if (isEmptyBox(item) || plainText({ type: 'root', children: item.children }).trim() === '')
        problems.add(spotOf(item), 'choice.empty');
      return { letter: LETTERS[index] ?? '', html: renderer.inlineBlocks(item.children) };
    });
    const free = { attempts: null, solutionAfter: null };
    return { kind: 'open', ...fields, ...free, points: 0, form, options, multiple: written === 'several', key };
  },
};
