/** What a form begins with: a function of one argument. */
import type { WrittenBeginning } from '../../lesson/written/written.ts';

export const functionBeginning: WrittenBeginning = {
  items: null,
  fences: {
    starter: { language: 'python', text: 'def f(x):\n    ...' },
    solution: { language: 'python', text: 'def f(x):\n    return x' },
    tests: { language: 'yaml', text: '- name: An example\n  call: [2]\n  expect: 2' },
  },
  attributes: { entry: 'f' },
  points: false,
};
