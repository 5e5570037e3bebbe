/** Numbers as a language prints them. */

export type Language = 'python' | 'javascript';

/** A float: `2.0` in Python, `2` in JavaScript; at most 10 significant digits, as nobody compares more by eye. */
export function formatNumber(value: number, language: Language): string {
  if (Number.isNaN(value)) return language === 'python' ? 'nan' : 'NaN';
  if (!Number.isFinite(value)) {
    const sign = value < 0 ? '-' : '';
    return `${sign}${language === 'python' ? 'inf' : 'Infinity'}`;
  }
  const short = Number(value.toPrecision(10));
  const text = String(Object.is(short, -0) ? 0 : short);
  if (language === 'javascript') return text;
  if (/e/.test(text)) return text.replace(/e([+-])(\d)$/, 'e$10$2');
  return text.includes('.') ? text : `${text}.0`;
}
