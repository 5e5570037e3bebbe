/** Words of a cloud: how many, how long, and which are the same. Light: pages carry it. */

export const LONGEST_OPEN = 500;
export const LONGEST_WORD = 30;
export const MOST_WORDS = 3;

/** Equal for words that are the same but for case, blanks, and signs of the same meaning (NFKC); what nobody sees does not count. */
export const sameWord = (word: string): string =>
  word
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toUpperCase()
    .toLowerCase()
    .normalize('NFC');

/** Whether there is a sign that one can see. */
export const isSaid = (text: string): boolean => sameWord(text) !== '';

/** Those of them that say something, each once. */
export function saidWords(words: readonly string[]): string[] {
  const byForm = new Map(words.map((word) => [sameWord(word), word.trim().replace(/\s+/gu, ' ')]));
  byForm.delete('');
  return [...byForm.values()];
}
