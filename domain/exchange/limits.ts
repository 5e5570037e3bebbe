/** How much a file may hold; what holds more is refused in words, before or while it is read. */
export const MOST = {
  /** of what is uploaded */
  bytes: 20 * 1024 * 1024,
  entries: 2_000,
  /** of an archive, as they really come out of it: the sizes that it tells may lie */
  unpacked: 100 * 1024 * 1024,
  entry: 20 * 1024 * 1024,
  /** how much larger than it came */
  ratio: 200,
  picture: 5 * 1024 * 1024,
  /** that are stored at once: each is read in a process of its own */
  pictures: 200,
  items: 2_000,
  rows: 100_000,
  /** of a sheet, empty ones between them too */
  cells: 1_000_000,
  depth: 100,
  /** of an XML file */
  elements: 250_000,
  /** signs of one text */
  text: 200_000,
} as const;
