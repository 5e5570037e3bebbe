/** Texts by the names of their parts or gaps. */

type Texts = Readonly<Record<string, string>>;

export const anyFilled = (texts: Texts): boolean => Object.values(texts).some((text) => text.trim() !== '');

/** One a line, with its name. */
export const namedTexts = (texts: Texts): string =>
  Object.entries(texts)
    .map(([name, text]) => `${name} = ${text}`)
    .join('\n');
