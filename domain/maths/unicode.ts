/** The signs people type and paste (², ½, ·, −, √, full width, subscripts) written in plain ones. */
import { greekName } from './greek.ts';
import { type Located, LocatedWriter, placeOf } from './located.ts';
import { Memo } from './memo.ts';

const superscripts = new Map(
  Object.entries({
    '⁰': '0',
    '¹': '1',
    '²': '2',
    '³': '3',
    '⁴': '4',
    '⁵': '5',
    '⁶': '6',
    '⁷': '7',
    '⁸': '8',
    '⁹': '9',
    '⁺': '+',
    '⁻': '-',
    '⁽': '(',
    '⁾': ')',
    ⁿ: 'n',
    ᵃ: 'a',
    ᵇ: 'b',
    ᶜ: 'c',
    ᵈ: 'd',
    ᵉ: 'e',
    ᵏ: 'k',
    ᵐ: 'm',
    ᵖ: 'p',
    ᵗ: 't',
    ᵘ: 'u',
    ᵛ: 'v',
    ʷ: 'w',
    ˣ: 'x',
    ʸ: 'y',
    ᶻ: 'z',
    ᐟ: '/',
  }),
);

const subscripts = new Map(
  Object.entries({
    '₀': '0',
    '₁': '1',
    '₂': '2',
    '₃': '3',
    '₄': '4',
    '₅': '5',
    '₆': '6',
    '₇': '7',
    '₈': '8',
    '₉': '9',
    ₙ: 'n',
    ᵢ: 'i',
    ⱼ: 'j',
    ₖ: 'k',
    ₓ: 'x',
    ₐ: 'a',
    ₑ: 'e',
    ₘ: 'm',
    ₚ: 'p',
    ₜ: 't',
  }),
);

const plain = new Map(
  Object.entries({
    '·': '*',
    '×': '*',
    '⋅': '*',
    '∙': '*',
    '•': '*',
    '∗': '*',
    '✕': '*',
    '⨯': '*',
    '・': '*',
    '⁢': '*',
    '÷': '/',
    '∕': '/',
    '⁄': '/',
    '−': '-',
    '–': '-',
    '—': '-',
    '‐': '-',
    '‑': '-',
    '‒': '-',
    '﹣': '-',
    '➖': '-',
    '⁃': '-',
    '➕': '+',
    '➗': '/',
    '✖': '*',
    '’': "'",
    '´': "'",
    '′': "'",
    '‘': "'",
    '″': "''",
    '∣': '|',
    '│': '|',
    ǀ: '|',
    '‖': '||',
    '，': ',',
    '、': ',',
    '٫': '.',
    '。': '.',
    '；': ';',
    '⟮': '(',
    '⟯': ')',
    '❨': '(',
    '❩': ')',
    ⅇ: 'e',
    ℯ: 'e',
    𝑒: 'e',
    ℇ: 'e',
    ˆ: '^',
    '˄': '^',
    '＾': '^',
    '∧': '^',
    '↑': '^',
    '≔': '=',
    '∛': '\uE002',
    '√': '\uE003',
    '∜': '\uE004',
  }),
);

/** Zero-width marks, soft hyphens, variation selectors, direction marks, invisible operators. */
const vanishing = new Set([
  0x200b, 0x200c, 0x200d, 0x2060, 0x2061, 0xfeff, 0xad, 0xfe0e, 0xfe0f, 0x200e, 0x200f, 0x2062, 0x2064,
]);

const folded = new Memo<string>(2_000);

/** A character of the mathematical alphabets (𝑥, 𝐱) or of full width (ｘ, ＋) as the plain one. */
function fold(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if ((code >= 0xff01 && code <= 0xff5e) || (code >= 0x1d400 && code <= 0x1d7ff))
    return folded.get(character, () => character.normalize('NFKC'));
  // the signs of ohm, kelvin and ångström are the letters that they look like
  if (code === 0x2126 || code === 0x212a || code === 0x212b) return character.normalize('NFC');
  return code > 0x65f && /\p{Nd}/u.test(character) ? digitOf(code) : character;
}

/** A digit of any script, as 0 to 9: Unicode keeps the ten of a script together, in order. */
function digitOf(code: number): string {
  let first = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return String((code - first) % 10);
}

const slashes = /^[/⁄∕]$/;

/** Digits raised at that place and no order of a root: what stands under the slash of `x¹⁄²`. */
function isRaisedBelow(characters: readonly string[], place: number): boolean {
  let end = place;
  while (/^\d$/.test(superscripts.get(characters[end] ?? '') ?? '')) end += 1;
  return end > place && characters[end] !== '√';
}

/** `³√`, with nothing before it to be raised, is a cube root; the sign for it, and how many characters follow the first. */
function rootOrder(characters: readonly string[], place: number): { sign: string; length: number } | null {
  if (/[\p{L}\p{N}_)\]}|!'′]/u.test(characters[place - 1] ?? '')) return null;
  let end = place;
  let digits = '';
  for (; end < place + 4 && digits.length === end - place; end += 1)
    digits += superscripts.get(characters[end] ?? '') ?? '';
  if (!/^(?:[2-9]|[1-9]\d{1,2})$/.test(digits)) return null;
  end = place + digits.length;
  if (characters[end] === ' ') end += 1;
  if (characters[end] !== '√') return null;
  return { sign: roots.get(digits) ?? `\uE005${digits}\uE006`, length: end - place };
}

const roots = new Map([
  ['2', '\uE003'],
  ['3', '\uE002'],
  ['4', '\uE004'],
]);

const PLAIN = /^[ -~]*$/;

/** Rewrites the signs; a run of superscripts becomes `^(…)`, of subscripts `_…`; `_{…}` loses its braces. */
export function plainSigns(source: Located): Located {
  // most of what is typed has none of them
  if (PLAIN.test(source.text) && !source.text.includes('_{')) return source;
  const writer = new LocatedWriter();
  const characters = Array.from(source.text);
  let index = 0;
  for (let i = 0; i < characters.length; i += 1) {
    const raw = characters[i] ?? '';
    const at = placeOf(source, index);
    index += raw.length;
    const next = characters[i + 1];
    // two keys on some keyboards: `x^²`
    if (raw === '^' && next !== undefined && superscripts.has(next)) continue;
    const superscript = superscripts.get(raw);
    const subscript = subscripts.get(raw);
    const order = superscript === undefined ? null : rootOrder(characters, i);
    if (order !== null) {
      writer.write(order.sign, at);
      index += order.length;
      i += order.length;
      continue;
    }
    if (superscript !== undefined || subscript !== undefined) {
      const table = superscript === undefined ? subscripts : superscripts;
      writer.write(superscript === undefined ? '_' : '^(', at);
      writer.write(superscript ?? subscript ?? '', at);
      for (let next = characters[i + 1]; next !== undefined; next = characters[i + 1]) {
        const isSlash = superscript !== undefined && slashes.test(next) && isRaisedBelow(characters, i + 2);
        if (!table.has(next) && !isSlash) break;
        writer.write(isSlash ? '/' : (table.get(next) ?? ''), placeOf(source, index));
        index += next.length;
        i += 1;
      }
      if (superscript !== undefined) writer.write(')', placeOf(source, index - 1));
      else if (/\p{Nd}/u.test(characters[i + 1] ?? '')) writer.write(' ', placeOf(source, index - 1));
      continue;
    }
    const braced = raw === '_' ? /^_\{([A-Za-z0-9]{1,20})\}/.exec(characters.slice(i, i + 24).join('')) : null;
    if (braced !== null) {
      const name = braced[1] ?? '';
      writer.write(`_${name} `, at);
      index += name.length + 2;
      i += name.length + 2;
      continue;
    }
    const degree =
      raw === '^' ? /^\^(?:°|\(\s*°\s*\)|\{\s*°\s*\})/.exec(characters.slice(i, i + 8).join(''))?.[0] : undefined;
    if (degree !== undefined) {
      writer.write('°', at);
      index += degree.length - 1;
      i += degree.length - 1;
      continue;
    }
    const folded = fold(raw);
    if (!vanishing.has(folded.codePointAt(0) ?? 0)) writer.write(plain.get(folded) ?? greekName(folded), at);
    else if (raw === '\u2062') writer.write('*', at);
  }
  return writer.finish(placeOf(source, index));
}
