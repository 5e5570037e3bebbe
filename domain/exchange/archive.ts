/** A zip as names and bytes. Nothing of it is written anywhere; its sizes are counted as they come, whatever it says of them. */
import { Unzip, UnzipInflate } from 'fflate';
import { MOST } from './limits.ts';
import { FileRefused, type Remark } from './remark.ts';

/** By its path, with `/` and without the folder that a teacher zipped around it. */
export type Archive = ReadonlyMap<string, Uint8Array>;

/** So little at a time that what comes out of it is bounded: a thousand times as much at most. */
const STEP = 4 * 1024;
/** An archive of a few lines may well become much larger. */
const SMALL = 64 * 1024;
/** What lies at the top of a package. */
const MANIFESTS = ['imsmanifest.xml', 'nabla.json', 'course.yaml'];
/** Made by systems, read by nobody. */
const NOISE = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i;

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5) && (bytes[3] === 4 || bytes[3] === 6);

export function readArchive(bytes: Uint8Array): Archive {
  const entries = new Map<string, Uint8Array>();
  let count = 0;
  let unpacked = 0;
  let refusal: FileRefused | null = null;
  // the library takes what is thrown in its callbacks for a fault of the data
  const refuse = (code: string, params: Remark['params']): never => {
    refusal ??= new FileRefused(code, params);
    throw refusal;
  };
  const unzip = new Unzip((file) => {
    const name = nameOf(file.name);
    count += 1;
    if (count > MOST.entries) refuse('zip.entries', { most: MOST.entries });
    const parts: Uint8Array[] = [];
    let size = 0;
    file.ondata = (error, part, isLast) => {
      if (error !== null) refuse('zip.broken', {});
      size += part.length;
      unpacked += part.length;
      if (size > MOST.entry) refuse('zip.entry', { name, most: MOST.entry / 2 ** 20 });
      if (unpacked > MOST.unpacked) refuse('zip.size', { most: MOST.unpacked / 2 ** 20 });
      if (unpacked > MOST.ratio * Math.max(bytes.length, SMALL)) refuse('zip.ratio', { most: MOST.ratio });
      if (isRead(name)) parts.push(part);
      if (isLast && isNamed(name)) entries.set(name, joined(parts));
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += STEP)
      unzip.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
  } catch (error) {
    if (refusal !== null) throw refusal;
    throw error instanceof FileRefused ? error : new FileRefused('zip.broken');
  }
  if (count === 0) throw new FileRefused('zip.broken');
  for (const [name, entry] of entries)
    if (isZip(entry) && !/\.xlsx$/i.test(name)) throw new FileRefused('zip.inZip', { name });
  return withoutFolder(entries);
}

/** A name to look up, never a place to write to. */
function nameOf(name: string): string {
  const plain = name.replaceAll('\\', '/').normalize('NFC');
  if (/^\/|^[A-Za-z]:|\0/.test(plain) || plain.split('/').includes('..'))
    throw new FileRefused('zip.path', { name: plain });
  return plain;
}

const isNamed = (name: string): boolean => !name.endsWith('/') && !NOISE.test(name);
/** What questions are made of; of the rest it is enough to know that it is there. */
const isRead = (name: string): boolean =>
  isNamed(name) && /\.(?:xml|qti|rels|json|md|yaml|csv|zip|png|jpe?g|gif|webp|avif|svg)$/i.test(name);

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Who zips the folder of a package has all of it one level down. */
function withoutFolder(entries: ReadonlyMap<string, Uint8Array>): Archive {
  const folders = new Set([...entries.keys()].map((name) => name.split('/', 1)[0] ?? ''));
  const [only] = folders;
  const isOne = folders.size === 1 && MANIFESTS.some((name) => entries.has(`${only}/${name}`));
  if (!isOne || only === undefined) return entries;
  return new Map([...entries].map(([name, bytes]) => [name.slice(only.length + 1), bytes]));
}
