/** What a form begins with: a line with a gap. */
import type { WrittenBeginning } from '../../lesson/written/written.ts';

export const blanksBeginning: WrittenBeginning = {
  items: null,
  fences: {
    template: { language: 'python', text: 'def f(x):\n    return {{result: x}}' },
    tests: { language: 'yaml', text: '- name: An example\n  call: [2]\n  expect: 2' },
  },
  attributes: { entry: 'f' },
  points: false,
};
