/** What a form begins with: a place in a plane that is still to be put. */
import type { WrittenBeginning } from '../../lesson/written/written.ts';

export const pointBeginning: WrittenBeginning = {
  items: null,
  fences: { answer: { language: 'yaml', text: 'point:' } },
  attributes: {},
  points: true,
};
