/** The list of the course that comes with Nabla, as text that a test changes: a place of it may have a file by now, or none yet. */

/** The lines of a place. */
export function placeIn(yaml: string, title: string): string {
  const places = yaml.match(/^ {6}- .*\n(?: {8}.*\n)*/gm) ?? [];
  const found = places.find((lines) => /^ {6}- (?:title: )?["']?(.*?)["']?\n/.exec(lines)?.[1] === title);
  if (found === undefined) throw new Error(`no place is called ${title}`);
  return found;
}

/** How many places have a file. */
export function writtenIn(yaml: string): number {
  return yaml.match(/^ {8}file: /gm)?.length ?? 0;
}
