/** Where a lesson goes on. */
import { expect, it } from 'vitest';
import { nextUntouched } from './untouched.ts';

it('goes on after the newest question that was begun, and with what was left before it once there is nothing after', () => {
  const asked = ['a', 'b', 'c', 'd'];
  expect(nextUntouched(asked, ['b'])).toBe('c');
  expect(nextUntouched(asked, ['b', 'c'])).toBe('d');
  expect(nextUntouched(asked, ['d', 'b'])).toBe('a');
  expect(nextUntouched(asked, ['gone'])).toBe('a');
  expect(nextUntouched(asked, ['d', 'c', 'b', 'a'])).toBeUndefined();
  expect(nextUntouched([], ['a'])).toBeUndefined();
});
