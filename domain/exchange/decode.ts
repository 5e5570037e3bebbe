/** Bytes of a text as text: strict UTF-8, else UTF-16 by its mark, else what was chosen or Windows-1252, which is then said. */
import iconv from 'iconv-lite';
import { ENCODINGS, type Encoding, GUESSED } from './encodings.ts';
import { FileRefused, type Remark, remark } from './remark.ts';

export interface Decoded {
  text: string;
  /** it really is UTF-8, whatever it says of itself */
  isUtf8: boolean;
  remarks: readonly Remark[];
}

interface Said {
  /** what an XML file says of itself; UTF-8 goes before it, since files lie */
  declared?: string | undefined;
  /** what somebody says who has looked at it; it counts where the file is not UTF-8 */
  chosen?: Encoding | undefined;
}

export function decodeText(bytes: Uint8Array, { declared, chosen }: Said = {}): Decoded {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    const text = strict(bytes, first === 0xff ? 'utf-16le' : 'utf-16be');
    if (text === null) throw new FileRefused('file.encoding');
    return { text: clean(text), isUtf8: false, remarks: [] };
  }
  const utf8 = strict(bytes, 'utf-8');
  if (utf8 !== null) {
    if (utf8.includes('\0')) throw new FileRefused('file.unknown');
    return { text: clean(utf8), isUtf8: true, remarks: [] };
  }
  // what is no text at all has signs that no keyboard makes
  if (bytes.includes(0)) throw new FileRefused('file.unknown');
  if (chosen === undefined && declared !== undefined && iconv.encodingExists(declared)) {
    // of the two that are declared for it, ISO-8859-1 has no signs where Windows-1252 has quotes and €
    const named = isLatin(declared) ? USUAL : declared;
    if (!/^(?:utf-?8|us-ascii)$/i.test(declared))
      return { text: clean(iconv.decode(bytes, named)), isUtf8: false, remarks: [] };
  }
  const encoding = chosen ?? USUAL;
  const text = clean(iconv.decode(bytes, encoding));
  const samples = samplesOf(text).join(', ');
  return { text, isUtf8: false, remarks: [remark(GUESSED, { encoding, samples })] };
}

const [USUAL] = ENCODINGS;
const isLatin = (name: string): boolean => /^(?:iso-?8859-?1|latin-?1|windows-?1252)$/i.test(name);

function strict(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

const clean = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');

/** Words in which a wrong guess would be seen. */
function samplesOf(text: string): string[] {
  return [...new Set(text.slice(0, 50_000).match(/[\p{L}\p{N}]{0,30}[^\p{ASCII}\s][\p{L}\p{N}]{0,30}/gu) ?? [])].slice(
    0,
    3,
  );
}
