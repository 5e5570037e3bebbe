/** Sign-in names that are suggested fit what a sign-in name may be. */
import { describe, expect, it } from 'vitest';
import { loginName } from '../../../server/commands/classes.ts';
import { suggestLogin } from './suggest-login.ts';

describe('a suggested sign-in name', () => {
  it.each([
    ['Ada Lovelace', 'ada.lovelace'],
    ['  Deniz   Yılmaz ', 'deniz.yilmaz'],
    ["Siobhán O'Neill-Weiß", 'siobhan.o.neill.weiss'],
    ['李 小龍', '李.小龍'],
  ])('of %s is one that can be signed in with', (name, login) => {
    expect(suggestLogin(name)).toBe(login);
    expect(loginName.safeParse(login).success).toBe(true);
  });

  it('is empty while there is no name', () => {
    expect(suggestLogin(' . ')).toBe('');
  });
});
