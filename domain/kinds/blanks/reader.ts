/** `blanks`: code with gaps; the template holds what belongs in them, so it is the solution as well. */
import { languageOf, requiredFence } from '../../lesson/fences.ts';
import { fill, readTemplate } from '../../lesson/template.ts';
import { checkDefines, keyWithCode, readCodeParts } from '../code/reader.ts';
import type { KindReader } from '../reader.ts';

export const blanksReader: KindReader<'blanks'> = {
  attributes: ['entry'],
  fences: ['template', 'tests'],
  seconds: 90,
  read(shop, fields, key) {
    const { directive, problems } = shop;
    const fence = requiredFence(directive, 'template', problems);
    const language = fence && languageOf(fence, problems);
    const template = fence && language && readTemplate(fence, language, problems);
    const parts = readCodeParts(shop, language ?? 'python');
    if (!fence || !language || !template || !parts) return null;
    checkDefines(fence, parts.view.entry, language, problems);
    const { pieces, gaps } = template;
    return {
      kind: 'blanks',
      ...fields,
      ...parts.view,
      template: pieces,
      key: { ...keyWithCode(key, fill(pieces, gaps), language), tests: parts.tests, gaps },
    };
  },
};
