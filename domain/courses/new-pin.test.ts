import { expect, it } from 'vitest';
import { pinsIn } from '../lesson/pin-lines.ts';
import { newPin } from './new-pin.ts';

const ONE = { ref: '0b51c9b4-8a3f-4c1e-9d53-0f6a2f1f7c11', version: 3, title: 'Which way is down?' };

it('a question is asked by a line with a name that nothing in the lesson has', () => {
  const line = newPin('', ONE);
  expect(line).toBe(`::question{#which-way-is-down ref=${ONE.ref} version=3}`);
  expect(pinsIn(line)).toEqual([{ ref: ONE.ref, version: 3 }]);
  expect(newPin(`::::check[A]{#which-way-is-down}\n`, ONE)).toContain('{#which-way-is-down-2 ');
  expect(newPin('', { ...ONE, title: '梯度' })).toContain('{#question ');
});
