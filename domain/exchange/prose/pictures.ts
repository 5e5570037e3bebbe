/** A picture in a text: its bytes where the file has them, else its name stands in its place. */
import { writtenPicture } from '../../pictures/address.ts';
import { LONGEST_ALT } from '../../pictures/limits.ts';
import { type PictureType, sniff } from '../../pictures/sniff.ts';
import type { Prose } from '../foreign.ts';
import { MOST } from '../limits.ts';
import { brief, type Remark, remark } from '../remark.ts';
import { oneLine } from '../signs.ts';
import type { Notes } from './notes.ts';

/** The bytes of base64; null: they are none. */
export function fromBase64(text: string): Uint8Array | null {
  const packed = text.replace(/\s+/g, '');
  if (packed === '' || packed.length % 4 === 1 || /[^A-Za-z0-9+/=]/.test(packed)) return null;
  try {
    return Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0));
  } catch {
    // no base64: told where the picture stands
    return null;
  }
}

/** One that was cut off has no end. */
function isWhole(bytes: Uint8Array, sort: PictureType): boolean {
  const end = bytes.subarray(-64);
  if (sort === 'png') return String.fromCharCode(...end).includes('IEND');
  if (sort === 'gif') return end.includes(0x3b);
  return sort !== 'jpeg' || end.some((byte, index) => byte === 0xff && end[index + 1] === 0xd9);
}

/** What stands in the place of a picture: itself, or words about one that cannot be had. */
export type Placed = { url: string; alt: string } | { words: string };

/** Addresses of ours are drawn when a picture is stored; until then it is known by its place in the question. */
const MISSING_ID = '00000000-0000-4000-8000-';
export const heldPicture = (place: number): string => `${MISSING_ID}${String(place).padStart(12, '0')}`;

/** Looks a picture up, and notes it. */
export function pictureIn(address: string, alt: string, { picture }: Prose, notes: Notes): Placed {
  const isData = /^data:/i.test(address);
  const name = isData ? 'picture' : nameOf(address);
  const said = oneLine(alt);
  const bytes = bytesOf(address, isData, picture, notes, name);
  if (bytes === null) {
    if (notes.pictures.every((one) => one.name !== name || one.bytes !== null))
      notes.pictures.push({ id: null, name, alt: said, bytes });
    return { words: said === '' || said === name ? name : `${said} (${name})` };
  }
  // what it shows is read aloud; many files say nothing of it
  if (said === '') notes.add('picture.noWords', { name });
  const found = notes.pictures.find((one) => one.bytes !== null && isSame(one.bytes, bytes));
  const id = found?.id ?? heldPicture(notes.pictures.length + 1);
  if (found === undefined) notes.pictures.push({ id, name, alt: said, bytes });
  return { url: writtenPicture(id), alt: brief(said === '' ? name : said, LONGEST_ALT) };
}

const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one === other || (one.length === other.length && one.every((byte, at) => byte === other[at]));

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
  if (bytes === null) {
    notes.add(isData ? 'picture.broken' : 'picture.missing', { name });
    return null;
  }
  const wrong = readable(bytes, name);
  if (wrong !== null) notes.add(wrong.code, wrong.params);
  return wrong === null ? bytes : null;
}

/** Why a file cannot be shown as a picture; null: nothing that can be seen before it is read. */
export function readable(bytes: Uint8Array, name: string): Remark | null {
  if (bytes.length > MOST.picture) return remark('picture.large', { name });
  const sort = sniff(bytes);
  if (sort === null) return remark('picture.unknown', { name });
  if (sort === 'heic') return remark('picture.heic', { name });
  return isWhole(bytes, sort) ? null : remark('picture.broken', { name });
}

function nameOf(address: string): string {
  const last = address.split(/[?#]/)[0]?.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last) || 'picture';
  } catch {
    return last;
  }
}
