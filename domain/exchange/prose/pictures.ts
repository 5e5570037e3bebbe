/** A picture in a text: its bytes where the file has them, and what stands in its place until pictures can be kept. */
import type { Prose } from '../foreign.ts';
import { MOST } from '../limits.ts';
import type { Notes } from './notes.ts';

/** The bytes of base64; null: they are none. */
export function fromBase64(text: string): Uint8Array | null {
  const packed = text.replace(/\s+/g, '');
  if (packed === '' || packed.length % 4 === 1 || /[^A-Za-z0-9+/=]/.test(packed)) return null;
  try {
    return Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0));
  } catch {
    return null;
  }
}

/** What the first bytes of each sort of picture are; a stated type is not asked. */
const SORTS: readonly (readonly [name: string, first: readonly number[], text: string])[] = [
  ['png', [0x89], 'PNG'],
  ['jpg', [0xff, 0xd8, 0xff], ''],
  ['gif', [], 'GIF8'],
  ['webp', [], 'RIFF'],
];

function sortOf(bytes: Uint8Array): string | null {
  const found = SORTS.find(([, first, text]) => {
    const said = String.fromCharCode(...bytes.subarray(first.length, first.length + text.length));
    return first.every((byte, index) => bytes[index] === byte) && said === text;
  });
  return found?.[0] ?? null;
}

/** One that was cut off has no end. */
function isWhole(bytes: Uint8Array, sort: string): boolean {
  const end = bytes.subarray(-64);
  if (sort === 'png') return String.fromCharCode(...end).includes('IEND');
  if (sort === 'gif') return end.includes(0x3b);
  return sort !== 'jpg' || end.some((byte, index) => byte === 0xff && end[index + 1] === 0xd9);
}

/** Looks a picture up, notes it, and says what stands in its place. */
export function placeholderOf(address: string, alt: string, { picture }: Prose, notes: Notes): string {
  const isData = /^data:/i.test(address);
  const name = isData ? 'picture' : nameOf(address);
  const words = alt.trim() === '' || alt.trim() === name ? name : `${alt.trim()} (${name})`;
  const bytes = bytesOf(address, isData, picture, notes, name);
  if (notes.pictures.every((one) => one.name !== name || one.bytes !== bytes))
    notes.pictures.push({ name, alt: alt.trim(), bytes });
  return words;
}

function bytesOf(
  address: string,
  isData: boolean,
  find: Prose['picture'],
  notes: Notes,
  name: string,
): Uint8Array | null {
  if (/^(?:https?:)?\/\//i.test(address)) {
    // a door into the inner network, and it would tell others who opens the quiz
    notes.add('picture.outside', { address });
    return null;
  }
  const packed = isData ? /^data:[^,]*;base64,([\s\S]*)$/i.exec(address)?.[1] : undefined;
  const bytes = isData ? (packed === undefined ? null : fromBase64(packed)) : (find?.(address) ?? null);
  const sort = bytes === null ? null : sortOf(bytes);
  if (bytes === null) notes.add(isData ? 'picture.broken' : 'picture.missing', { name });
  else if (bytes.length > MOST.picture) notes.add('picture.large', { name });
  else if (sort === null) notes.add('picture.unknown', { name });
  else if (!isWhole(bytes, sort)) notes.add('picture.broken', { name });
  else {
    notes.add('picture.later', { name });
    return bytes;
  }
  return null;
}

function nameOf(address: string): string {
  const last = address.split(/[?#]/)[0]?.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last) || 'picture';
  } catch {
    return last;
  }
}
