/** Pairs by their names, `1C`: the number of a prompt and the letter of an answer. Light: pages carry it. */

export const MOST_PROMPTS = 8;
export const MOST_ANSWERS = 10;

type Pairs = Readonly<Record<string, string>>;

/** The pairs of an answer, or of a key, by their names: by number, whatever was paired first. */
export const pairNames = (pairs: Pairs): string[] =>
  Object.entries(pairs)
    .map(([number, letter]) => `${number}${letter}`)
    .toSorted();

/** What a name stands for. */
export const pairOf = (name: string): { prompt: string; letter: string } => ({
  prompt: name.slice(0, 1),
  letter: name.slice(1),
});
