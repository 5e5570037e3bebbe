/** The name of a course, level or lesson in an address: small letters and digits of the Latin script, made of a title. Pure, and light: pages carry it. */
/** So long that an address still fits on a sheet of paper. */
export const LONGEST_SLUG = 80;

/** Begins with a letter: a number in front of a file's name says its place (domain/lesson/links.ts). */
export const SLUG = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** Written with two letters, where a mark that is taken away would leave another word. */
const TWO_LETTERS: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  å: 'a',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  ŋ: 'ng',
};
const GREEK = 'α:a β:b γ:g δ:d ε:e ζ:z η:i θ:th ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s ς:s τ:t υ:y φ:f χ:ch ψ:ps ω:o';
const CYRILLIC =
  'а:a б:b в:v г:g ґ:g д:d ђ:dj е:e є:ye ж:zh з:z и:i і:i ј:j к:k л:l љ:lj м:m н:n њ:nj о:o п:p р:r с:s т:t ћ:c у:u ф:f х:kh ц:ts ч:ch џ:dz ш:sh щ:shch ъ: ы:y ь: э:e ю:yu я:ya';
const LATIN_OF: ReadonlyMap<string, string> = new Map([
  ...Object.entries(TWO_LETTERS),
  ...[GREEK, CYRILLIC].flatMap((script) =>
    script.split(' ').map((pair): [string, string] => {
      const [letter = '', written = ''] = pair.split(':');
      return [letter, written];
    }),
  ),
]);

/** Words in Latin letters with dashes between; of scripts that are not told here nothing is left. */
export function latin(text: string): string {
  return [...text.normalize('NFC').toLowerCase()]
    .map((sign) => LATIN_OF.get(sign) ?? withoutMarks(sign))
    .join('')
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
}

/** A letter under its marks, in whichever script it is: `é` is `e`, `ό` is `o`. */
function withoutMarks(sign: string): string {
  return [...sign.normalize('NFKD').replaceAll(/\p{M}/gu, '')].map((one) => LATIN_OF.get(one) ?? one).join('');
}

/** What something is, where its title says nothing in Latin letters. */
export type Sort = 'course' | 'level' | 'lesson';

/** A slug for a title. @param sort what it is called where its title says nothing in Latin letters */
export function slugOf(title: string, sort: Sort | 'question'): string {
  const made = latin(title).slice(0, LONGEST_SLUG).replace(/-+$/, '');
  if (SLUG.test(made)) return made;
  return made === '' ? sort : `${sort}-${made}`.slice(0, LONGEST_SLUG).replace(/-+$/, '');
}

/** The slug itself, else the first of its numbered brothers that nobody has. */
export function freeSlug(slug: string, isTaken: (slug: string) => boolean): string {
  let tried = slug;
  for (let number = 2; isTaken(tried); number++) {
    const end = `-${number}`;
    tried = slug.slice(0, LONGEST_SLUG - end.length).replace(/-+$/, '') + end;
  }
  return tried;
}
