/** As much of a title as a list of drafts shows. */
const LONGEST = 80;

/**
 * By what somebody knows a question that they have begun: its title, else the first words that they wrote. It may be half written,
 * so nothing of it is read as Markdown.
 * @returns null: there are no words yet
 */
export function draftTitle(source: string): string | null {
  const label = /^[ \t]*:{3,}[a-z]+\[((?:\\.|[^\]\\\n])*)\]/m.exec(source)?.[1]?.replace(/\\(?=\W)/g, '');
  const lines = source.split('\n').map((line) => line.trim());
  const words = lines.find((line) => !/^(:{3,}|`{3,}|---)/.test(line) && /[\p{L}\p{N}]{2}/u.test(line));
  const title = (label?.trim() || words?.replace(/^(([#>*-]+|\d+\.|\[.\])\s+)+/, '')) ?? '';
  if (title === '') return null;
  return title.length > LONGEST ? `${title.slice(0, LONGEST).replace(/\s+\S*$/, '')} …` : title;
}
