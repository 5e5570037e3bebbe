/** The code of a room as people type and paste it: digits of any script, with blanks or dashes between them. */

export const CODE_LENGTH = 6;

/** The digits of a text in ASCII, as many as a code has: `459 857`, `٤٥٩٨٥٧`, `４５９８５７` are the same. */
export function codeIn(text: string): string {
  return [...text.matchAll(/\p{Nd}/gu)]
    .slice(0, CODE_LENGTH)
    .map(([digit]) => String(digitValue(digit)))
    .join('');
}

/** Unicode encodes decimal digits as runs of ten in ascending order (The Unicode Standard, section 4.6), some of which touch. */
function digitValue(digit: string): number {
  const own = digit.codePointAt(0) ?? 0;
  let first = own;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return (own - first) % 10;
}
