/** Names of people and sign-in names: real ones stay as they are; what is unseen, piled up or disguised is refused. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNickname } from '../../live/nickname.ts';
import type { Outcome } from '../../refusal.ts';
import { readPersonName, readTitle } from './person-name.ts';
import { foldCase, readSignInName, signInForms, suggestLogin } from './sign-in-name.ts';

/** Names as people bear them, by country; each also as a nickname, where it is short enough. */
const REAL = {
  Germany: ['Jürgen Groß', 'Anna-Lena von Weizsäcker', 'Dr. Max Müller'],
  Turkey: ['Deniz Yılmaz', 'Çağla Şahin', 'İbrahim Öztürk'],
  France: ['Zoë d’Aubigné', "Maëlys L'Hôte", 'Œuvrard'],
  Catalonia: ['Marcel·lí', 'Núria Puig'],
  Ireland: ["Siobhán O'Neill", 'Caoimhe Ní Bhriain'],
  Poland: ['Łukasz Wiśniewski', 'Żaneta Świątek'],
  Vietnam: ['Đặng Thị Hồng', 'Nguyễn Văn Ất'],
  Iceland: ['Þórdís Jónsdóttir', 'Æsa'],
  Nigeria: ['Ọlásùnkànmí', 'Chị́nụ́à'],
  Hawaii: ['Kaʻiulani', 'Liliʻuokalani'],
  Russia: ['Иван Щербаков', 'Алёна'],
  Ukraine: ['Ґалаґан Їжакевич', 'Мар’яна'],
  Greece: ['Ελένη Παπαδοπούλου', 'Άγγελος'],
  Armenia: ['Արամ Խաչատրյան'],
  Georgia: ['ნინო ბერიძე'],
  Israel: ['עֲלִיזָה', 'ג׳ורג׳ כהן'],
  Iran: ['علی\u200cرضا', 'مه\u200cناز حسینی'],
  Egypt: ['مُحَمَّد عبد الله', 'فاطمة'],
  India: ['नीता शर्मा', 'शर्\u200dमा', 'শ্রাবণী', 'தமிழ்செல்வி', 'ಲಕ್ಷ್ಮೀ', 'അമ്മു'],
  'Sri Lanka': ['ශ්\u200dරී', 'ප්\u200dරසන්න'],
  Thailand: ['ทัศนีย์', 'ณัฐวุฒิ'],
  Myanmar: ['အောင်ဆန်း', 'ကျော်စွာ'],
  Cambodia: ['សុខា', 'ស្រីមុំ'],
  Tibet: ['བསྟན་འཛིན'],
  Ethiopia: ['አበበ ቢቂላ'],
  Mongolia: ['ᠮᠣᠩᠭᠣᠯ', 'Бат-Эрдэнэ'],
  China: ['李', '王', '小明', '欧阳娜娜'],
  Japan: ['高橋健', '葛\u{e0100}城', 'さくら', 'ジャン・レノ'],
  Korea: ['김민준', '남궁 민'],
} as const;
const real = Object.entries(REAL).flatMap(([country, names]) => names.map((name) => [country, name] as const));

/** What stands between letters and is not seen, or turns the line round. */
const UNSEEN = [
  '\u0000',
  '\u0007',
  '\u00ad',
  '\u034f',
  '\u061c',
  '\u115f',
  '\u17b4',
  '\u180e',
  '\u200b',
  '\u200c',
  '\u200d',
  '\u200e',
  '\u200f',
  '\u202a',
  '\u202e',
  '\u2060',
  '\u2066',
  '\u2069',
  '\u2800',
  '\u3164',
  '\ufe0f',
  '\ufeff',
  '\uffa0',
  '\ue000',
  '\ud800',
  '\u{e0001}',
  '\u{e0061}',
  '\u{e0100}',
  '\u{1d159}',
];
const hex = (text: string): string => [...text].map((sign) => sign.codePointAt(0)?.toString(16)).join(' ');

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({
    unit: fc.constantFrom(...real.flatMap(([, name]) => [...name]), ...UNSEEN, ' ', '.', '🦊'),
    maxLength: 30,
  }),
  fc.constantFrom(...real.map(([, name]) => name)),
);
const RULES: Record<string, (typed: string) => Outcome<{ name: string }>> = {
  readPersonName,
  readNickname,
  readSignInName,
  readTitle,
};

describe('names of people', () => {
  it.each(real)('of %s are as they are: %s', (_, name) => {
    const stored = { ok: true, name: name.normalize('NFKC') };
    expect(readPersonName(`  ${name} `)).toEqual(stored);
    expect(readNickname([...name].slice(0, 20).join('') === name ? name : (name.split(' ')[0] ?? ''))).toMatchObject({
      ok: true,
    });
    expect(suggestLogin(name).length).toBeGreaterThan(name.length === 1 ? -1 : 1);
  });

  it.each(UNSEEN.map((sign) => [hex(sign), sign]))('hold no U+%s', (_, sign) => {
    for (const name of [`A${sign}da`, `Ada${sign}`, `${sign}Ada`]) {
      const read = readPersonName(name);
      expect(read, hex(name)).toEqual({ ok: false, refused: 'nameUnseen' });
      expect(readNickname(name), hex(name)).toMatchObject({ ok: false });
    }
  });

  it.each([
    ['a joiner at the end', 'علی\u200c'],
    ['two joiners', 'علی\u200c\u200cرضا'],
    ['a joiner between scripts', 'علی\u200cAda'],
    ['a joiner in a script that has none', 'Ada\u200dBo'],
    ['a selector on a letter', 'Ada\ufe0f Bo'],
    ['a picture joined to a letter', '🦊\u200dAda'],
  ])('hold no %s', (_, name) => {
    expect(readPersonName(name)).toEqual({ ok: false, refused: 'nameUnseen' });
    expect(readNickname(name)).toEqual({ ok: false, refused: 'nameUnseen' });
  });

  it('are towers of marks, marks on nothing, nothing at all, or endless in no case', () => {
    expect(readPersonName(`Z${'\u0335'.repeat(9)}algo`)).toEqual({ ok: false, refused: 'nameMarks' });
    expect(readPersonName('Ada \u0301')).toEqual({ ok: false, refused: 'nameMarks' });
    for (const name of ['', ' \n ', '…', '🦊']) expect(readPersonName(name)).toMatchObject({ refused: 'nameEmpty' });
    expect(readPersonName('a'.repeat(101))).toEqual({ ok: false, refused: 'nameLong' });
  });

  it('are in one spelling, with single spaces', () => {
    expect(readPersonName(' Ａｄａ\n\t Lovelace\u2028')).toEqual({ ok: true, name: 'Ada Lovelace' });
    expect(readPersonName('Zoe\u0308')).toEqual({ ok: true, name: 'Zoë' });
  });
});

describe('a title', () => {
  it('keeps formulas and marks of direction, and turns no line round', () => {
    for (const name of ['ML-05 · Tuesday group', 'x² and ∇f', 'שלום \u200fAda'])
      expect(readTitle(` ${name} `)).toEqual({ ok: true, name });
    for (const sign of ['\u0000', '\u202e', '\u2066', '\u2028', '\u200b', '\u{e0061}'])
      expect(readTitle(`A${sign}B`)).toEqual({ ok: false, refused: 'nameUnseen' });
  });
});

describe('a sign-in name', () => {
  it.each([
    ['  Ada.Lovelace ', 'ada.lovelace'],
    ['ＡＤＡ', 'ada'],
    ['ﬁx', 'fix'],
    ['Groß', 'gross'],
    ['ada@school.example', 'ada@school.example'],
    ['иван7', 'иван7'],
    ['ken.山田さん', 'ken.山田さん'],
    ['김민준', '김민준'],
    ['नीता', 'नीता'],
    ['علی\u200cرضا', 'علی\u200cرضا'],
  ])('%j is stored as %j', (typed, name) => {
    expect(readSignInName(typed)).toEqual({ ok: true, name });
  });

  it.each([
    ['аdmin', 'loginScripts'], // a Cyrillic а
    ['admіn', 'loginScripts'],
    ['αdmin', 'loginScripts'],
    ['иван.ivan', 'loginScripts'],
    ['ada1٢', 'loginScripts'],
    ['ad\u202emin', 'nameUnseen'],
    ['ad\nmin', 'nameUnseen'],
    ['ad\u200bmin', 'nameUnseen'],
    ['a', 'loginSigns'],
    ['.ada', 'loginSigns'],
    ['ada lovelace', 'loginSigns'],
    ['a'.repeat(81), 'loginSigns'],
  ])('%j is refused: %s', (typed, refused) => {
    expect(readSignInName(typed)).toEqual({ ok: false, refused });
  });

  it('is looked for as it was typed first, then in its one spelling', () => {
    expect(signInForms(' Ada ')).toEqual(['ada']);
    expect(signInForms('ﬁx')).toEqual(['ﬁx', 'fix']);
    expect(signInForms('Groß')).toEqual(['groß', 'gross']);
  });
});

describe('any text', () => {
  it.each(Object.keys(RULES))('that %s takes is taken the same way again', (rule) => {
    fc.assert(
      fc.property(text, (typed) => {
        const read = RULES[rule]?.(typed);
        if (read?.ok === true) expect(RULES[rule]?.(read.name), hex(typed)).toEqual(read);
      }),
      { numRuns: 2_000 },
    );
  });

  it('has one spelling in which case, width and composition make no difference', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const folded = foldCase(typed);
        expect(foldCase(folded), hex(typed)).toBe(folded);
        expect(foldCase(typed.normalize('NFD')), hex(typed)).toBe(folded);
      }),
      { numRuns: 2_000 },
    );
  });

  it('suggests a sign-in name that may be one, or none', () => {
    fc.assert(
      fc.property(text, (name) => {
        const login = suggestLogin(name);
        expect(login === '' || readSignInName(login).ok, hex(name)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
