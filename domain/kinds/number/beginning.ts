/** What a form begins with: a value that is still to be written. */
import type { WrittenBeginning } from '../../lesson/written/written.ts';

export const numberBeginning: WrittenBeginning = {
  items: null,
  fences: { answer: { language: 'yaml', text: 'value:' } },
  attributes: {},
  points: true,
};
