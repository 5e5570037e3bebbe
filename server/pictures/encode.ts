/**
 * Makes of a file what is stored of it: upright, without what a camera wrote into it, no larger than a page can show, WebP. Runs in a
 * process of its own (`child.ts`): what is read here was made by strangers.
 */
import sharp, { type Metadata, type OutputInfo, type Sharp } from 'sharp';
import { LARGEST_STORED, LONGEST_SIDE, MOST_MEGAPIXELS, type PictureRefusal } from '../../domain/pictures/limits.ts';
import { type PictureType, sniff } from '../../domain/pictures/sniff.ts';

export interface Encoded {
  width: number;
  height: number;
  /** WebP */
  bytes: Buffer;
  /** it moved: only its first picture is shown */
  stilled: boolean;
}

const MOST_PIXELS = MOST_MEGAPIXELS * 1_000_000;
/** Drawings are made sharp: no smaller than this at their longer side. */
const DRAWN_SIDE = 1_200;
const DRAWN_DENSITY = 72;
/** A drawing, or a screenshot, is kept exactly unless that makes it heavier than this. */
const LIGHT = 300_000;
/** Parts of a WebP file that are its picture. */
const SEEN = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH']);
const QUALITIES = [84, 72, 60, 45, 30];

// nothing of a picture is met again, and one at a time is enough
sharp.cache(false);
sharp.concurrency(1);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    ...['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp', 'VipsForeignLoadNsgif'],
    ...['VipsForeignLoadHeif', 'VipsForeignLoadSvg'],
  ],
});

/** Of a file: its pixels, upright and no larger than they are stored. */
export interface Decoded {
  type: PictureType;
  known: Metadata;
  data: Buffer;
  info: OutputInfo;
}

/** Reads a file as a picture, and makes nothing of it. */
export async function decode(file: Uint8Array): Promise<Decoded | { refused: PictureRefusal }> {
  const type = sniff(file);
  if (type === null) return { refused: 'unknown' };
  if (type === 'heic') return { refused: 'heic' };
  const read = { limitInputPixels: MOST_PIXELS, sequentialRead: true, failOn: 'error' as const };
  try {
    const known = await sharp(file, { ...read, limitInputPixels: false }).metadata();
    if (known.width * known.height > MOST_PIXELS) return { refused: 'megapixels' };
    const shown = type === 'svg' ? { ...read, density: densityOf(known) } : read;
    const upright = sharp(file, shown)
      .autoOrient()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb');
    return { type, known, ...(await upright.raw().toBuffer({ resolveWithObject: true })) };
  } catch {
    // whatever its decoder says of it, its sender is told that it cannot be read
    return { refused: 'broken' };
  }
}

/** What is stored of a file; `refused`: it cannot be shown as a picture, and why. */
export async function encode(file: Uint8Array): Promise<Encoded | { refused: PictureRefusal }> {
  const decoded = await decode(file);
  if ('refused' in decoded) return decoded;
  const { type, known, data, info } = decoded;
  const { width, height, channels } = info;
  // what was stored before, here or elsewhere, comes back to the letter
  if (type === 'webp' && isAsStored(file, known)) return { width, height, bytes: Buffer.from(file), stilled: false };
  const pixels = (): Sharp => sharp(data, { raw: { width, height, channels } });
  try {
    return { width, height, bytes: await packed(pixels, type), stilled: (known.pages ?? 1) > 1 };
  } catch {
    // as with its decoder
    return { refused: 'broken' };
  }
}

/** WebP of the size that we store, with nothing in it but what is seen: no notes of a camera, no second picture, nothing behind it. */
function isAsStored(file: Uint8Array, { width, height, pages = 1 }: Metadata): boolean {
  if (pages > 1 || Math.max(width, height) > LONGEST_SIDE || file.length > LARGEST_STORED) return false;
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (view.getUint32(4, true) + 8 !== file.length) return false;
  let at = 12;
  while (at + 8 <= file.length) {
    if (!SEEN.has(String.fromCharCode(...file.subarray(at, at + 4)))) return false;
    const size = view.getUint32(at + 4, true);
    at += 8 + size + (size % 2);
  }
  return at === file.length;
}

function densityOf({ width, height }: Metadata): number {
  const longer = Math.max(1, width, height);
  const wanted = Math.min(LONGEST_SIDE, Math.max(DRAWN_SIDE, longer));
  return Math.min(10_000, Math.max(1, (DRAWN_DENSITY * wanted) / longer));
}

async function packed(pixels: () => Sharp, type: PictureType): Promise<Buffer> {
  const isPhoto = type === 'jpeg' || type === 'avif';
  const exact = isPhoto ? undefined : await pixels().webp({ lossless: true, effort: 4 }).toBuffer();
  if (exact !== undefined && exact.length <= LIGHT) return exact;
  for (const quality of QUALITIES) {
    const made = await pixels().webp({ quality, effort: 4, smartSubsample: true }).toBuffer();
    // what is lines and letters may be lighter exactly than nearly
    if (exact !== undefined && exact.length <= LARGEST_STORED && exact.length <= 2 * made.length) return exact;
    if (made.length <= LARGEST_STORED) return made;
  }
  throw new Error('a picture of this size is never as heavy as that');
}
