/** What a form begins with: an open answer. */
import type { WrittenBeginning } from '../../lesson/written/written.ts';

export const openBeginning: WrittenBeginning = {
  items: null,
  fences: {},
  attributes: { form: 'text' },
  points: false,
};
