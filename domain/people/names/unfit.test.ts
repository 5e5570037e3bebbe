/** Which words are unfit for the wall: whole ones, disguised ones; and never a name or a word for its letters. */
import { describe, expect, it } from 'vitest';
import { PEOPLE } from './people-of-the-world.ts';
import { isUnfit } from './unfit.ts';

describe('a text for the wall', () => {
  it.each([
    'fuck',
    'F_U_C_K',
    'f u c k',
    'sh1t',
    'fuuuck',
    'FVCK U',
    'N4zi',
    'Arschloch',
    'Hurensohn',
    'Wichser',
    'puta',
    'Putain',
    'merde',
    'connard',
    'cabrón',
    'mierda',
    'хуй',
    'блядь',
    '씨발',
    'fotze',
    'Nutte',
    'stronzo',
    'vaffanculo',
    'kurwa',
    'pizda',
    'b1tch',
    'you bitch',
    'Hitler',
    'son of a bitch',
    '操你妈了',
  ])('may not be %s', (text) => {
    expect(isUnfit(text)).toBe(true);
  });

  it.each([
    'trapezoid',
    'trapezium',
    'Nigeria',
    'benign',
    'push it',
    'English item',
    'Night Owl',
    'Dark Knight',
    'Anna Zimmer',
    'Josh Ito',
    'classic',
    'assess',
    'Scunthorpe',
    'analysis',
    'cumulative',
    'title',
    'Essex',
    'therapist',
    'peacock',
    'x + y',
    '3 a 4',
    'a b c d',
    'i = 5',
  ])('may be %s', (text) => {
    expect(isUnfit(text)).toBe(false);
  });

  it('may be the name of anybody: first names and surnames from more than twenty countries', () => {
    const names = Object.values(PEOPLE).flatMap((all) => all.split(' '));
    expect(Object.keys(PEOPLE).length).toBeGreaterThanOrEqual(20);
    expect(names.length).toBeGreaterThanOrEqual(300);
    expect(names.filter((name) => isUnfit(name))).toEqual([]);
  });
});
