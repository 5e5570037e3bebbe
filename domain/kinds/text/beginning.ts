/** What a form begins with: nothing is accepted yet. */
import type { WrittenBeginning } from '../../lesson/written/written.ts';

export const textBeginning: WrittenBeginning = {
  items: null,
  fences: { answer: { language: 'yaml', text: 'accept: []' } },
  attributes: {},
  points: true,
};
