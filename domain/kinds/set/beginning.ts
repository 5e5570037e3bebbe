/** What a form begins with: values for x. */
import type { WrittenBeginning } from '../../lesson/written/written.ts';

export const setBeginning: WrittenBeginning = {
  items: null,
  fences: { answer: { language: 'yaml', text: 'values:' } },
  attributes: {},
  points: true,
};
