/** What a backslash says in GIFT. Signs are split at first, and only then taken for what they mean. */

const MATHS = /\\{1,2}\([\s\S]{0,2000}?\\{1,2}\)|\\{1,2}\[[\s\S]{0,2000}?\\{1,2}\]|\$\$[\s\S]{0,2000}?\$\$/g;
/** A line that the author broke; a line end of the file is a blank. */
const BREAK = '\u2028';

/** Before anything but its own signs a backslash is itself: LaTeX is written with them. */
export function unescaped(text: string): string {
  let made = '';
  let at = 0;
  for (const found of text.matchAll(MATHS)) {
    made += plainly(text.slice(at, found.index)) + inMaths(found[0]);
    at = found.index + found[0].length;
  }
  return made + plainly(text.slice(at));
}

const plainly = (text: string): string =>
  text.replace(/\\([~=#{}:\\n])/g, (_whole, sign: string) => (sign === 'n' ? BREAK : sign));

/** `\nu` is a letter. */
const inMaths = (text: string): string =>
  text.replace(/\\(?:([~=#{}:\\])|n(?![a-zA-Z]))/g, (_whole, sign: string | undefined) => sign ?? ' ');
