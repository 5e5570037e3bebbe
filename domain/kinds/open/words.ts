/** Words of a cloud: how many, how long, and which are the same. Light: pages carry it. */

export const LONGEST_OPEN = 500;
export const LONGEST_WORD = 30;
export const MOST_WORDS = 3;

/** Equal for words that are the same but for case, blanks, and signs of the same meaning (NFKC); what nobody sees does not count. */
export function sameWord(word: string): string {
  let form = word;
  // what has another case may have one more: ẞ becomes ß, and that ss
  for (let time = 0; time < 2; time++)
    form = form
      .normalize('NFKC')
      .replace(/\p{Cf}/gu, '')
      .replace(/\s+/gu, ' ')
      .trim()
      .toUpperCase()
      .toLowerCase()
      .normalize('NFC');
  return form;
}

/** Whether there is a sign that one can see. */
export const isSaid = (text: string): boolean => sameWord(text) !== '';

/** Those of them that say something, each once. */
export function saidWords(words: readonly string[]): string[] {
  const byForm = new Map(words.map((word) => [sameWord(word), word.trim().replace(/\s+/gu, ' ')]));
  byForm.delete('');
  return [...byForm.values()];
}
