/** What a form begins with: one formula in x. */
import type { WrittenBeginning } from '../../lesson/written/written.ts';

export const mathsBeginning: WrittenBeginning = {
  items: null,
  fences: { parts: { language: 'yaml', text: 'variables: [x]\nparts:\n  answer:\n    equals:' } },
  attributes: {},
  points: false,
};
