/** A line of a match as the two sides of its arrow, and back; arrows in maths and code are theirs. Pure. */

/** What stands on both sides; null: the line has no arrow. */
export function halvesOf(text: string): { left: string; right: string } | null {
  const masked = text.replaceAll(/(`+)[^`][\s\S]*?\1(?!`)|\$\$?[^$]*\$\$?/g, (held) => '.'.repeat(held.length));
  const found = /(?:^|\s)(?:->|→)(?=\s|$)/.exec(masked);
  if (found === null) return null;
  return { left: text.slice(0, found.index).trim(), right: text.slice(found.index + found[0].length).trim() };
}

export function pairText(left: string, right: string): string {
  return `${left} -> ${right}`.trim();
}

/** Why one makes a wrong pair: with one answer, or with any. */
export interface PairNote {
  answer: string;
  words: string;
}

/** @param note a quotation: where it begins with `-> answer` on a line of its own, it is for that one */
export function noteOf(note: string): PairNote {
  const [first = '', ...more] = note.split('\n');
  const halves = halvesOf(first);
  if (halves === null || halves.left !== '') return { answer: '', words: note };
  return { answer: halves.right, words: more.join('\n') };
}

export function noteText({ answer, words }: PairNote): string {
  return answer === '' ? words : `-> ${answer}\n${words}`;
}
