/** Lists of people as they come: pasted, exported by programs of schools, typed by hand. */
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readRoster } from './read.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const people = async (text: string | Uint8Array) => {
  const { lines } = await readRoster(typeof text === 'string' ? bytes(text) : text);
  return lines.map(({ name, sortName, login }) => [name, sortName, login]);
};

describe('pasted lines', () => {
  it('are a name each: as spoken, or the family name first, with numbers and bullets before them', async () => {
    expect(await people('1. Ada Lovelace\n2) Müller, Jürgen\n\n• Zoë de la Cruz\n- Plato\nde Vries\n')).toEqual([
      ['Ada Lovelace', 'Lovelace, Ada', null],
      ['Jürgen Müller', 'Müller, Jürgen', null],
      ['Zoë de la Cruz', 'de la Cruz, Zoë', null],
      ['Plato', 'Plato', null],
      ['de Vries', 'de Vries', null],
    ]);
  });
  it('leave out what stands above them and is nobody', async () => {
    const [muller, ng] = [
      ['Jürgen Müller', 'Müller, Jürgen', null],
      ['Jo Ng', 'Ng, Jo', null],
    ];
    expect(await people('Class 10b\nMüller, Jürgen\nNg, Jo')).toEqual([muller, ng]);
    expect(await people('Klasse 10b, Mathematik\nName;First name\nMüller;Jürgen\nNg;Jo')).toEqual([muller, ng]);
    expect(await people('Name;First name\nMüller;Jürgen\nNg;Jo')).toEqual([muller, ng]);
    expect(await people('Class 10b\n\nName, First name\nMüller, Jürgen\nNg, Jo')).toEqual([muller, ng]);
    expect(await people('10b\nStudents:\nJürgen Müller\nJo Ng\nKurs 2\nPlato')).toEqual([
      ...[muller, ng],
      ['Plato', 'Plato', null],
    ]);
    // these are people
    const names = ['Form Ng', 'Grade Lindqvist', 'Kurs, Anna', 'Student, Amy', 'Jahr Peter', 'Ada 2'];
    expect(await people(names.join('\n'))).toHaveLength(names.length);
  });
  it('keep an address in angle brackets to sign in with', async () => {
    expect(await people('Ada Lovelace <ada@school.example>')).toEqual([
      ['Ada Lovelace', 'Lovelace, Ada', 'ada@school.example'],
    ]);
  });
  it('are a name each also where every one of them has a comma', async () => {
    expect(await people('Müller, Jürgen\nÖztürk, Zeynep\nO’Neill, Shaquille')).toEqual([
      ['Jürgen Müller', 'Müller, Jürgen', null],
      ['Zeynep Öztürk', 'Öztürk, Zeynep', null],
      ['Shaquille O’Neill', 'O’Neill, Shaquille', null],
    ]);
  });
});

describe('tables', () => {
  it.each([
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
  ])('with a %s between columns are read by their headings, in any order', async (_name, sign) => {
    const rows = [
      ['Klasse', 'Vorname', 'Name', 'Geburtsdatum', 'Sign-in name'],
      ['8a', 'Jörg', 'Müller', '01.02.2012', 'jmueller'],
    ];
    expect(await people(rows.map((row) => row.join(sign)).join('\r\n'))).toEqual([
      ['Jörg Müller', 'Müller, Jörg', 'jmueller'],
    ]);
  });
  it('of Windows-1252 and UTF-16 are told apart, and a guess is said', async () => {
    const text = 'nom;prenom\nLEFÈVRE;Zoé\nD’ALMEIDA;François\nŒUVRARD;Maïté\n';
    const french = [
      ['Zoé Lefèvre', 'Lefèvre, Zoé', null],
      ['François D’Almeida', 'D’Almeida, François', null],
      ['Maïté Œuvrard', 'Œuvrard, Maïté', null],
    ];
    const guessed = await readRoster(iconv.encode(text, 'win1252'));
    expect(guessed.remarks.map(({ code }) => code)).toEqual(['file.guessedEncoding']);
    expect(await people(iconv.encode(text, 'win1252'))).toEqual(french);
    expect(await people(iconv.encode(text, 'utf-16le', { addBOM: true }))).toEqual(french);
  });
  it('without headings are two columns of names: the family name first, unless the other is in capitals', async () => {
    expect(await people('Müller\tJörg\nSüß\tDagmar')).toEqual([
      ['Jörg Müller', 'Müller, Jörg', null],
      ['Dagmar Süß', 'Süß, Dagmar', null],
    ]);
    expect(await people('Zoé;LEFÈVRE\nMaïté;ŒUVRARD')).toEqual([
      ['Zoé Lefèvre', 'Lefèvre, Zoé', null],
      ['Maïté Œuvrard', 'Œuvrard, Maïté', null],
    ]);
  });
  it('of a grade book hold rows that are nobody', async () => {
    const book = [
      'Student,ID,SIS Login ID,Section,Lab 01 (150834)',
      ',,,,Manual Posting',
      '    Points Possible,,,,10.00',
      '"Öztürk, Zeynep",10001,zoeztuerk,A01,10.00',
      '"Student, Test",7,,A01,',
    ];
    expect(await people(book.join('\n'))).toEqual([['Zeynep Öztürk', 'Öztürk, Zeynep', 'zoeztuerk']]);
  });
  it('with a preferred name show that one, and keep the other for lists', async () => {
    const { lines } = await readRoster(bytes('First name,Last name,Preferred name\nWilliam,Ng,Bill\nAnna,Ruiz,\n'));
    expect(lines).toMatchObject([
      { name: 'Bill Ng', fullName: 'William Ng', sortName: 'Ng, William' },
      { name: 'Anna Ruiz', fullName: null, sortName: 'Ruiz, Anna' },
    ]);
  });
  it('are read as somebody says where the guess was wrong', async () => {
    const { lines, columns } = await readRoster(bytes('Jörg\tMüller\nDagmar\tSüß'), ['given', 'family']);
    expect(columns.map(({ samples }) => samples)).toEqual([
      ['Jörg', 'Dagmar'],
      ['Müller', 'Süß'],
    ]);
    expect(lines.map(({ sortName }) => sortName)).toEqual(['Müller, Jörg', 'Süß, Dagmar']);
  });
});

describe('what cannot be taken', () => {
  it('is said at its line, and the others are not lost', async () => {
    const { lines } = await readRoster(bytes('name,login\nAda,ada\nBen,not a name to sign in with\n\u202eEve,eve\n'));
    expect(lines.map(({ at, problem }) => [at, problem])).toEqual([
      [2, null],
      [3, 'loginSigns'],
      [4, 'nameUnseen'],
    ]);
  });
  it.each([
    ['an empty file', '', 'file.empty'],
    ['a picture', '\u0000\u0001PNG', 'roster.unknown'],
    ['a page', '<!doctype html><table><tr><td>Ada</td></tr></table>', 'roster.page'],
    ['a list of nobody', 'name,login\n,\n', 'roster.nobody'],
    [
      'more people than a school has in a class',
      Array.from({ length: 501 }, (_, n) => `Person ${n}`).join('\n'),
      'roster.many',
    ],
  ])('is %s, in words', async (_name, text, code) => {
    await expect(readRoster(bytes(text))).rejects.toMatchObject({ remark: { code } });
  });
});
