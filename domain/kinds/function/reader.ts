/** `function`: write a whole function; a ```python starter is what students begin with, a ```python solution the reference. */
import { languageOf, requiredFence, sourceOf } from '../../lesson/fences.ts';
import { spotOf } from '../../lesson/problems.ts';
import { checkDefines, keyWithCode, readCodeParts } from '../code/reader.ts';
import type { KindReader } from '../reader.ts';

export const functionReader: KindReader<'function'> = {
  attributes: ['entry'],
  fences: ['starter', 'solution', 'tests'],
  seconds: 180,
  read(shop, fields, key) {
    const { directive, problems } = shop;
    const starter = requiredFence(directive, 'starter', problems);
    const solution = requiredFence(directive, 'solution', problems);
    const language = starter && languageOf(starter, problems);
    const solved = solution && languageOf(solution, problems);
    if (language && solved && language !== solved) problems.add(spotOf(solution), 'fence.twoLanguages');
    const parts = readCodeParts(shop, language ?? 'python');
    if (!starter || !solution || !language || !parts) return null;
    checkDefines(starter, parts.view.entry, language, problems);
    checkDefines(solution, parts.view.entry, language, problems);
    return {
      kind: 'function',
      ...fields,
      ...parts.view,
      starter: sourceOf(starter),
      key: { ...keyWithCode(key, sourceOf(solution), language), tests: parts.tests },
    };
  },
};
