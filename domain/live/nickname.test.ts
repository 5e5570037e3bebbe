/** Nicknames: what may stand on the wall. */
import { describe, expect, it } from 'vitest';
import { friendlyName, readNickname } from './nickname.ts';

describe('a nickname', () => {
  it.each(['Ada', 'Jean-Luc', "O'Neill", 'Çağla', '小明', 'Mia 7', 'J. R.'])('may be %s', (name) => {
    expect(readNickname(`  ${name} `)).toBe(name);
  });

  it.each(['', 'x', 'a'.repeat(21), '<b>bold</b>', '🙂🙂', 'F_U_C_K', 'sh1t', 'fuuuck', 'N4zi'])(
    'may not be %j',
    (name) => {
      expect(readNickname(name)).toBeUndefined();
    },
  );

  it('is always fit when it is one of the friendly ones', () => {
    for (let at = 0; at < 1; at += 0.01) expect(readNickname(friendlyName(at, 0.999 - at))).toBeDefined();
  });
});
