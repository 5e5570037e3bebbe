/** Codes in the digits that a keyboard has, and as they are copied from a message. */
import { expect, it } from 'vitest';
import { codeIn } from './room-code.ts';

it.for([
  ['459857', '459857'],
  ['459 857', '459857'],
  [' 459-857.', '459857'],
  ['٤٥٩٨٥٧', '459857'],
  ['۴۵۹۸۵۷', '459857'],
  ['４５９　８５７', '459857'],
  ['४५९८५७', '459857'],
  ['𝟺𝟻𝟿𝟾𝟻𝟽', '459857'],
  ['𝟜𝟝𝟡𝟠𝟝𝟟', '459857'],
  ['4598571', '459857'],
  ['45a', '45'],
  ['²³½', ''],
  ['', ''],
] as const)('%s is %s', ([typed, code]) => {
  expect(codeIn(typed)).toBe(code);
});

it('every decimal digit of Unicode has the value that it is encoded with', () => {
  for (let zero = 0; zero < 0x2_0000; zero++) {
    const run = Array.from({ length: 10 }, (_, index) => String.fromCodePoint(zero + index));
    const begins = /\p{Nd}/u.test(run[0] ?? '') && !(zero > 0 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1)));
    if (begins) expect([zero.toString(16), codeIn(run.slice(0, 6).join(''))]).toEqual([zero.toString(16), '012345']);
  }
});
