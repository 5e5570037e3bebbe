/** What a form begins with: four options, the first of them right. */
import type { WrittenBeginning } from '../../lesson/written/written.ts';

export const choiceBeginning: WrittenBeginning = {
  items: [
    { box: 'x', text: '', notes: [] },
    { box: ' ', text: '', notes: [] },
    { box: ' ', text: '', notes: [] },
    { box: ' ', text: '', notes: [] },
  ],
  fences: {},
  attributes: {},
  points: true,
};
