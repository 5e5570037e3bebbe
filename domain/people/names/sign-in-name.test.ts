/** Sign-in names that are suggested fit what a sign-in name may be. */
import { describe, expect, it } from 'vitest';
import { readSignInName, suggestLogin } from './sign-in-name.ts';

describe('a suggested sign-in name', () => {
  it.each([
    ['Ada Lovelace', 'ada.lovelace'],
    ['  Deniz   Yılmaz ', 'deniz.yilmaz'],
    ["Siobhán O'Neill-Weiß", 'siobhan.o.neill.weiss'],
    ['李 小龍', '李.小龍'],
    ['नीता शर्मा', 'नीता.शर्मा'],
    ['Max Иван', 'max'],
  ])('of %s is one that can be signed in with', (name, login) => {
    expect(suggestLogin(name)).toBe(login);
    expect(readSignInName(login)).toEqual({ ok: true, name: login });
  });

  it('is empty while there is no name', () => {
    expect(suggestLogin(' . ')).toBe('');
  });
});
