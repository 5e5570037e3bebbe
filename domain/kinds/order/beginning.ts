/** What a form begins with: three items. */
import type { WrittenBeginning } from '../../lesson/written/written.ts';

export const orderBeginning: WrittenBeginning = {
  // as students see them: not in their right order
  items: [
    { box: '2', text: '', notes: [] },
    { box: '1', text: '', notes: [] },
    { box: '3', text: '', notes: [] },
  ],
  fences: {},
  attributes: {},
  points: true,
};
