/** Lists of words by language, kept by volunteers (LDNOOBW, CC BY 4.0); the package has no types of its own. */
declare module 'naughty-words' {
  const lists: Readonly<Record<string, readonly string[]>>;
  export default lists;
}
