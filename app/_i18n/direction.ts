/** Which way the lines of a language run: with its name, what `<html>` says about it. */

/** Scripts that are written from right to left (Unicode, `bidi_class=R` or `AL`), of those that are in use. */
const RIGHT_TO_LEFT: ReadonlySet<string | undefined> = new Set([
  'Adlm',
  'Arab',
  'Hebr',
  'Mand',
  'Nkoo',
  'Rohg',
  'Samr',
  'Syrc',
  'Thaa',
  'Yezi',
]);

/** By the script, which a language may have two of: Panjabi of Pakistan is written in Arabic letters, that of India is not. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(new Intl.Locale(locale).maximize().script) ? 'rtl' : 'ltr';
}
