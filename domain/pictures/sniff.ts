/** What a file is, by its first bytes: neither its name nor what a browser says of it is asked. */

/** Those that can be read; and what phones take that only some programs can read. */
export type PictureType = 'jpeg' | 'png' | 'gif' | 'webp' | 'avif' | 'svg' | 'heic';

/** So much of a file is looked at. */
const SNIFFED = 1_024;

const HEIC = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']);
const AVIF = new Set(['avif', 'avis']);

/** @returns null: no picture that we know */
export function sniff(bytes: Uint8Array): PictureType | null {
  const starts = (at: number, ...wanted: number[]): boolean => wanted.every((one, index) => bytes[at + index] === one);
  const ascii = (from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));
  if (starts(0, 0xff, 0xd8, 0xff)) return 'jpeg';
  if (starts(0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (/^GIF8[79]a$/.test(ascii(0, 6))) return 'gif';
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return 'webp';
  if (ascii(4, 8) === 'ftyp') return ofBrands(bytes, ascii);
  return isSvg(bytes) ? 'svg' : null;
}

/** Files of this family say first what they are, then what else they can be read as. */
function ofBrands(bytes: Uint8Array, ascii: (from: number, to: number) => string): PictureType | null {
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  const end = Math.min(bytes.length, SNIFFED, ((a << 24) | (b << 16) | (c << 8) | d) >>> 0);
  const brands = [ascii(8, 12)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(ascii(at, at + 4));
  if (brands.some((brand) => AVIF.has(brand))) return 'avif';
  return brands.some((brand) => HEIC.has(brand)) ? 'heic' : null;
}

/** An element `svg`, behind nothing but what may stand before it. */
const SVG =
  /^\uFEFF?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!DOCTYPE\s+svg[^>[]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<svg[\s>]/i;

function isSvg(bytes: Uint8Array): boolean {
  return SVG.test(new TextDecoder().decode(bytes.subarray(0, SNIFFED)));
}
