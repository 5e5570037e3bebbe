/** Signs that come along when texts are pasted, and that nobody can see. */

/** The blank that does not break is a blank; soft hyphens, marks of width 0 and separators of lines are not there. */
export function withoutUnseen(text: string): string {
  return text
    .replace(/[\u00A0\u202F]/g, ' ')
    .replace(/[\u00AD\u200B\u2060\uFEFF]/g, '')
    .replace(/[\u2028\u2029]/g, '\n')
    .replace(/[\p{Cc}]/gu, (sign) => (sign === '\n' || sign === '\t' ? sign : ''))
    .toWellFormed();
}

/** One line without blanks around it. */
export const oneLine = (text: string): string => withoutUnseen(text).replace(/\s+/g, ' ').trim();
