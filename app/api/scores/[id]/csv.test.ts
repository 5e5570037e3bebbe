/** What a teacher opens in a spreadsheet must not run what a student wrote. */
import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../../domain/exchange/sheets/csv.ts';
import { attachment } from './attachment.ts';

describe('an exported file', () => {
  const formulas = [
    '=1+1',
    '+49',
    '-1',
    '@sum',
    '\t=1',
    '\r=1',
    ' \u00a0=1',
    '\u202e=1',
    '＝1',
    '=HYPERLINK("http://x","y")',
  ];
  it.each(formulas)('does not let %j be a formula', (name) => {
    const [, line = ''] = csvOf([['Name'], [name]]).split('\r\n');
    expect(line.startsWith(`"'`)).toBe(true);
  });

  it.each(['Eve;=1+1', 'Eve\t=1+1', 'Eve\n=1+1', 'Eve\r=1+1', 'Eve\u2028=1+1', 'Eve\u0085=1+1', 'Eve","=1+1'])(
    'keeps %j in one cell of one row, whatever a spreadsheet separates by',
    (name) => {
      const file = csvOf([['Name'], [name]]);
      expect(file.split(/[\r\n\u2028\u0085]+/).filter((line) => line !== '')).toHaveLength(2);
      const cell = file.split('\r\n')[1] ?? '';
      expect(cell).toMatch(/^"(?:[^"\t]|"")*"$/);
    },
  );

  it('leaves numbers as they are, also below zero, empty cells empty, and puts quotes around every one', () => {
    expect(csvOf([['Ada, "the first"', 2.5, null, 0, -1]])).toBe('\uFEFF"Ada, ""the first""","2.5","","0","-1"\r\n');
  });

  it('has the separator and the decimal sign that are asked for, and a minus that stays one', () => {
    const form = { separator: ';', decimal: ',' } as const;
    expect(csvOf([['Ada; "1,5"', -2.5, '-2.5']], form)).toBe('\uFEFF"Ada; ""1,5""";"-2,5";"\'-2.5"\r\n');
  });

  it('begins with the mark of UTF-8, so that names keep their letters', () => {
    expect(csvOf([['Yılmaz']]).charCodeAt(0)).toBe(0xfeff);
  });

  it('has a name that no class can break out of', () => {
    const header = attachment('ML-05 · "Dienstag"\r\n/ü.csv');
    expect(header).toBe(
      `attachment; filename="ML-05  Dienstagu.csv"; filename*=UTF-8''ML-05%20%C2%B7%20-Dienstag-%0D%0A-%C3%BC.csv`,
    );
  });
});
