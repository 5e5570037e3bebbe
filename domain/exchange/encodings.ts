/** In which a text may be that is not UTF-8, the usual one first; by the names that people meet. */
export const ENCODINGS = [
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'macintosh',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-kr',
] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Where the remark stands by which it is told that an encoding was guessed, and another can be chosen. */
export const GUESSED = 'file.guessedEncoding';
