/** In which scripts a word is written: letters of some look like those of others. */

/** Scripts whose letters look alike. */
const ALIKE = ['Latin', 'Cyrillic', 'Greek', 'Armenian', 'Cherokee', 'Coptic', 'Lisu'].map(
  (script) => new RegExp(`\\p{Script=${script}}`, 'u'),
);
/** Scripts that one language writes together, each with Latin letters beside them: "highly restrictive" in UTS 39. */
const TOGETHER = [
  /^[\p{Script_Extensions=Latin}\p{Script_Extensions=Han}\p{Script_Extensions=Hiragana}\p{Script_Extensions=Katakana}]*$/u,
  /^[\p{Script_Extensions=Latin}\p{Script_Extensions=Han}\p{Script_Extensions=Hangul}]*$/u,
  /^[\p{Script_Extensions=Latin}\p{Script_Extensions=Han}\p{Script_Extensions=Bopomofo}]*$/u,
];
/** What belongs to no script of its own. */
const SHARED = /[\p{Script=Common}\p{Script=Inherited}]/gu;
/** Scripts by which names are written, the frequent ones first: the others are asked in turn. */
const SCRIPTS = (
  'Latin Cyrillic Greek Arabic Hebrew Devanagari Bengali Thai Georgian Armenian Ethiopic Tamil Telugu Kannada Malayalam ' +
  'Gujarati Gurmukhi Oriya Sinhala Khmer Lao Myanmar Tibetan Mongolian Syriac Thaana Nko Cherokee Tifinagh ' +
  'Canadian_Aboriginal Adlam Vai Yi Balinese Javanese Sundanese Ol_Chiki Coptic Hangul Han Hiragana Katakana Bopomofo'
)
  .split(' ')
  .map((script) => new RegExp(`^\\p{Script_Extensions=${script}}*$`, 'u'));

/** Whether a word is put together from scripts whose letters look alike, as no language does. */
export function mixesLookAlikes(name: string): boolean {
  return name.split(/[^\p{L}\p{M}]+/u).some((word) => ALIKE.filter((script) => script.test(word)).length > 1);
}

/** Whether all of a name is of one script, or of those that Japanese, Korean or Chinese write together; its digits too. */
export function isOfOneScript(name: string): boolean {
  const letters = name.replace(SHARED, '');
  // each script has its digits in a row of ten that begins at 0 or 6
  const rows = new Set([...name.matchAll(/\p{Nd}/gu)].map(([digit]) => (digit.codePointAt(0) ?? 0) >> 4));
  return rows.size <= 1 && [...SCRIPTS, ...TOGETHER].some((script) => script.test(letters));
}
