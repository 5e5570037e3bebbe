/** What a teacher opens in a spreadsheet must not run what a student wrote. */
import { describe, expect, it } from 'vitest';
import { attachment, csvOf } from './csv.ts';

describe('an exported file', () => {
  it.each(['=1+1', '+49', '-1', '@sum', '\t=1', '=HYPERLINK("http://x","y")'])(
    'does not let %j be a formula',
    (name) => {
      const [, line = ''] = csvOf([['Name'], [name]]).split('\r\n');
      expect(line.replace(/^"/, '').startsWith("'")).toBe(true);
    },
  );

  it('leaves numbers as they are, empty cells empty, and quotes what needs it', () => {
    expect(csvOf([['Ada, "the first"', 2.5, null, 0]])).toBe('\uFEFF"Ada, ""the first""",2.5,,0\r\n');
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
