/** Which words are unfit for the wall: whole ones, disguised ones; and never a name or a word for its letters. */
import { describe, expect, it } from 'vitest';
import { MORE_PEOPLE, PEOPLE } from './people-of-the-world.ts';
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
    'fuckk',
    'fuuck',
    '5h1t',
    '$hit',
    'fück',
    'shit!',
    'l’enculé',
    'fick dich',
    'tits',
    'T1ts',
    'b00bs',
    'nice tits',
    'son-of-a-bitch',
    'オマンコ',
    'puuuta',
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
    // of a lesson
    'Runge-Kutta',
    'Fick’s law',
    "Fick's second law",
    'Tits building',
    'the Tits group',
    'Bruhat–Tits buildings',
    'Jacques Tits',
    'Clifford Cocks',
    'Coons patch',
    'Cox',
    'Dick',
    'Wang tiles',
    'cumulant',
    'cum laude',
    'sextic',
    'titration',
    'tit for tat',
    'gerbe',
    '3p',
    '2 pis',
    'Pitt',
    // a number is no disguise
    '7175',
    'x = 7175',
    'n!',
    'rapping',
    'drool',
    // not the word of another language
    'das ist nicht wahr',
    'bite',
    'burro',
    'какая разница',
    'cul-de-sac',
    // a word inside one, where no spaces are
    '二重スリット',
    'フックの法則',
    'セカント',
    'カントール',
    'ระยะห่าง',
    'สัดส่วน',
    'Jan de Cock',
  ])('may be %s', (text) => {
    expect(isUnfit(text)).toBe(false);
  });

  it('may be the name of anybody: first names and surnames from more than twenty countries', () => {
    const names = Object.values(PEOPLE).flatMap((all) => all.split(' '));
    expect(Object.keys(PEOPLE).length).toBeGreaterThanOrEqual(20);
    expect(names.length).toBeGreaterThanOrEqual(300);
    expect(names.filter((name) => isUnfit(name))).toEqual([]);
  });

  it('may be a name that hits the lists, or all but hits them', () => {
    const names = Object.values(MORE_PEOPLE).flatMap((all) => all.split(' '));
    expect(names.length).toBeGreaterThanOrEqual(250);
    expect(names.filter((name) => isUnfit(name))).toEqual([]);
    // with a first name, and as one half of a double name
    expect(names.filter((name) => isUnfit(`Ada ${name}`) || isUnfit(`Ada-${name}`))).toEqual([]);
  });
});
