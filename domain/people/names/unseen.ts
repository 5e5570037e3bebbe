/**
 * What of a text nobody can see, or what turns its line round. It makes two names of what looks like one, and lists that
 * read otherwise than they are written (Unicode Technical Reports 36 and 39).
 */

/** Controls, formats (orders of reading, tags, spaces without width), what is for nobody, and what is drawn as nothing. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800\u{1d159}\ufffc]/u;
/** What turns a line round, or is never seen: in a title, which may hold formulas and marks of direction. */
const TURNING = /[\p{Cc}\u202a-\u202e\u2066-\u2069\u2028\u2029\u200b\u2060-\u2064\ufeff\u{e0000}-\u{e007f}]/u;

/** Scripts that write with joiners: without them, these are other words. */
const JOINING = [
  'Arabic',
  'Syriac',
  'Mongolian',
  'Nko',
  'Devanagari',
  'Bengali',
  'Gurmukhi',
  'Gujarati',
  'Oriya',
  'Tamil',
  'Telugu',
  'Kannada',
  'Malayalam',
  'Sinhala',
  'Khmer',
  'Myanmar',
];
/** A joiner between two letters of one of them; the first may bear marks. */
const JOINED = new RegExp(
  JOINING.map(
    (script) => `(?<=(?=\\p{L})\\p{Script=${script}}\\p{M}*)[\\u200c\\u200d](?=(?=\\p{L})\\p{Script=${script}})`,
  ).join('|'),
  'gu',
);
/** A variant of an ideograph, as names in Japan and China have; and Mongolian ones. */
const VARIANTS = /(?<=\p{Ideographic})[\u{e0100}-\u{e01ef}]|(?<=\p{Script=Mongolian})[\u180b-\u180d\u180f]/gu;
/** One picture: alone, in a colour of skin, or several joined to one. Flags are two letters. */
const ONE = String.raw`(?:(?!\p{RI})\p{Emoji_Presentation}\ufe0f?|\p{Extended_Pictographic}\ufe0f)\p{Emoji_Modifier}?`;
const PICTURE = new RegExp(String.raw`${ONE}(?:\u200d${ONE})*|\p{RI}{2}`, 'gu');

/** Whether a name holds something unseen beside what its letters, or its pictures, are written with. */
export function holdsUnseen(name: string): boolean {
  return UNSEEN.test(name.replace(PICTURE, '').replace(JOINED, '').replace(VARIANTS, ''));
}

/** Whether a title would not be read as it is written. */
export function turnsRound(title: string): boolean {
  return TURNING.test(title);
}

/** The name with a dot in the place of each picture. */
export function withoutPictures(name: string): string {
  return name.replace(PICTURE, '.');
}

/** The name without the joiners and variants that belong to it. */
export function withoutJoiners(name: string): string {
  return name.replace(JOINED, '').replace(VARIANTS, '');
}

/** More marks in a row than any language writes: towers over the lines above. Or a mark with no letter under it. */
export function pilesMarks(name: string): boolean {
  return /\p{Mn}{4}|\p{M}{7}/u.test(name.normalize('NFD')) || /(?:^|\s)\p{M}/u.test(name);
}
