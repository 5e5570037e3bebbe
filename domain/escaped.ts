/** Text in which a backslash before a sign says that it is that sign and no more: of gaps (domain/kinds/gaps/) and of files (domain/exchange/). */

/** Whether a sign is meant that stands there. */
type Counts = (at: number) => boolean;

/** Where a sign stands without a backslash before it; -1: nowhere. */
export function indexOfSign(text: string, sign: string, from = 0, counts: Counts = () => true): number {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text.startsWith(sign, at) && counts(at)) return at;
  }
  return -1;
}

/** The text before a sign, and what follows it; null: the sign is not there. */
export function cutAt(text: string, sign: string, counts?: Counts): [before: string, after: string | null] {
  const at = indexOfSign(text, sign, 0, counts);
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + sign.length)];
}

/** What stands between all of them. */
export function splitAt(text: string, sign: string): string[] {
  const [first, rest] = cutAt(text, sign);
  const parts = [first];
  for (let left = rest; left !== null; ) {
    const [part, after] = cutAt(left, sign);
    parts.push(part);
    left = after;
  }
  return parts;
}
