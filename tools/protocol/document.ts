/** The part of docs/protocol.md that is made from the schemas. */
const BEGIN = '<!-- made by npm run protocol: begin -->';
const END = '<!-- made by npm run protocol: end -->';

/** The tables as the document has them. @throws Error where its marks are missing */
export function tablesOf(document: string): string {
  const [from, to] = [document.indexOf(BEGIN), document.indexOf(END)];
  if (from < 0 || to < from) throw new Error('docs/protocol.md has lost the marks of its tables');
  return document.slice(from + BEGIN.length, to).trim();
}

/** The document with other tables. */
export function withTables(document: string, tables: string): string {
  return document.replace(tablesOf(document), () => tables);
}
