/** Nicknames: what may stand on the wall. */
import { describe, expect, it } from 'vitest';
import { friendlyName, readNickname } from './nickname.ts';

describe('a nickname', () => {
  it.each(['Ada', 'Jean-Luc', "O'Neill", 'Çağla', '小明', 'Mia 7', 'J. R.'])('may be %s', (name) => {
    expect(readNickname(`  ${name} `)).toEqual({ ok: true, name });
  });

  it.each(['', 'x', 'a'.repeat(21), '<b>bold</b>', '🙂🙂'])('may not be %j', (name) => {
    expect(readNickname(name)).toMatchObject({ ok: false });
  });

  it.each(['Иван', 'Ελένη', 'नीता', 'Đặng', 'עֲלִיזָה', 'ทัศนีย์', 'Kenさん', 'Max Иван', 'Zoë\u0301'])(
    'may be %s',
    (name) => {
      expect(readNickname(name)).toEqual({ ok: true, name: name.normalize('NFKC') });
    },
  );

  it.each([
    ['a space that has no width', 'Ma\u200bx'],
    ['an order of reading turned round', '\u202exaM'],
    ['an isolate that is never closed', 'Max\u2066'],
    ['a joiner among the marks', 'Ma\u034fx'],
    ['a filler among the letters', 'M\u3164x'],
    ['nothing but fillers', '\u115f\u115f'],
    ['a selector of variants', 'Max\ufe0f'],
    ['a Cyrillic letter among Latin ones', 'M\u0430x'],
    ['a Greek letter among Latin ones', 'M\u03bfe'],
    ['a tower of marks', `Z${'\u0335'.repeat(9)}algo`],
  ])('may not hold %s', (_, name) => {
    expect(readNickname(name)).toMatchObject({ ok: false });
  });

  it.each([
    '李',
    'Ben & Ada',
    'Ada+Ben',
    'Marcel·lí',
    'ジャン・レノ',
    'Ada 🦊',
    'Bo ❤️',
    'Mo 👩🏽‍💻',
    'Team 🇩🇪',
    'שְׁלֹמֹה',
  ])('may be %s too', (name) => {
    expect(readNickname(name)).toEqual({ ok: true, name: name.normalize('NFKC') });
  });

  it.each([
    ['x', 'nicknameLength'],
    ['a'.repeat(21), 'nicknameLength'],
    [`Ada ${'👩🏽‍💻'.repeat(12)}`, 'nicknameLength'],
    ['<b>bold</b>', 'nicknameSigns'],
    ['🙂🙂', 'nicknameSigns'],
    ['Ma\u200bx', 'nameUnseen'],
    [`Z${'\u0335'.repeat(9)}algo`, 'nameMarks'],
    ['M\u0430x', 'nameScripts'],
  ])('is told which rule %j breaks: %s', (name, refused) => {
    expect(readNickname(name)).toEqual({ ok: false, refused });
  });

  it('is always fit when it is one of the friendly ones', () => {
    for (let at = 0; at < 1; at += 0.01) expect(readNickname(friendlyName(at, 0.999 - at))).toMatchObject({ ok: true });
  });
});
