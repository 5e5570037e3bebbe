/** What a form begins with: three pairs. */
import type { WrittenBeginning } from '../../lesson/written/written.ts';

export const matchBeginning: WrittenBeginning = {
  items: [
    { box: null, text: '->', notes: [] },
    { box: null, text: '->', notes: [] },
    { box: null, text: '->', notes: [] },
  ],
  fences: {},
  attributes: {},
  points: true,
};
