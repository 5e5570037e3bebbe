/**
 * What lists order people by: the family name first. Of a name as it is spoken the last word is the family name, with the small
 * words before it ("de la Cruz", "van Dijk"); a list that says otherwise wins over this guess. A name of one word is itself, and so is
 * one that begins with a small word: that is a family name already ("de Vries", "de Vries Anna").
 */

const SMALL = [
  ...['de', 'da', 'do', 'dos', 'das', 'di', 'du', 'del', 'della', 'la', 'le', 'van', 'von', 'der', 'den', 'ten', 'ter'],
  ...['zu', 'zur', 'el', 'al', 'bin', 'ibn'],
];
const SPOKEN = new RegExp(`^(?!(?:${SMALL.join('|')})\\s)(.+?)\\s+((?:(?:${SMALL.join('|')})\\s+)*\\S+)$`, 'iu');

/** "Jürgen Müller" as "Müller, Jürgen". */
export function sortNameOf(name: string): string {
  return name.replace(SPOKEN, '$2, $1');
}

/** The name as it is spoken, of a family name and a given one; either may be empty. */
export function spokenName({ family, given }: { family: string; given: string }): string {
  return [given, family].filter((part) => part !== '').join(' ');
}

/** What a list orders by, of both parts. */
export function sortNameOfParts({ family, given }: { family: string; given: string }): string {
  return [family, given].filter((part) => part !== '').join(', ');
}
