/** Recognises what a file is, by what is in it and not by its name, and reads it into the one form for all formats. */
import { looksLikeAiken, readAiken } from './aiken/read.ts';
import { type Archive, isZip, readArchive } from './archive.ts';
import { type Decoded, decodeText } from './decode.ts';
import type { Encoding } from './encodings.ts';
import type { ForeignFile, OwnFile } from './foreign.ts';
import { looksLikeGift, readGift } from './gift/read.ts';
import { isH5p, readH5p } from './h5p/read.ts';
import { MOST } from './limits.ts';
import { isMoodle, readMoodle } from './moodle/read.ts';
import { isOlx, readOlx } from './olx/read.ts';
import { isOwn, readOwn } from './own/read.ts';
import { readPackage } from './package.ts';
import { isQti1, readQti1 } from './qti1/read.ts';
import { isQti2Item, isQti2Test, readQti2 } from './qti2/read.ts';
import { isRazzia, readRazzia } from './razzia/read.ts';
import { FileRefused } from './remark.ts';
import { looksLikeRexams, readRexams } from './rexams/read.ts';
import { readSheet } from './sheets/read.ts';
import { isWorkbook, readCsv, readTables } from './sheets/table.ts';
import { looksLikeText2qti, readText2qti } from './text2qti/read.ts';
import { readXml, type XmlFile } from './xml.ts';

/** @param chosen in which encoding it is where it is not UTF-8 */
export async function readForeign(bytes: Uint8Array, chosen?: Encoding): Promise<ForeignFile | OwnFile> {
  if (bytes.length === 0) throw new FileRefused('file.empty');
  if (bytes.length > MOST.bytes) throw new FileRefused('file.large', { most: MOST.bytes / 2 ** 20 });
  const file = await recognised(bytes, chosen);
  if (file.items.length === 0) throw new FileRefused('file.noItems');
  if (file.items.length > MOST.items)
    throw new FileRefused('file.items', { found: file.items.length, most: MOST.items });
  return file;
}

/** Files of other programs that are known by their first bytes, and not read. */
const NOT_READ: readonly (readonly [code: string, first: readonly number[]])[] = [
  ['file.oldExcel', [0xd0, 0xcf, 0x11, 0xe0]],
  ['file.gzip', [0x1f, 0x8b]],
  ['file.pdf', [0x25, 0x50, 0x44, 0x46]],
];

const NOT_READ_ZIPS: readonly (readonly [code: string, name: RegExp])[] = [
  ['zip.anki', /^collection\.anki2/],
  ['zip.moodleBackup', /^moodle_backup\.xml$/],
];

async function recognised(bytes: Uint8Array, chosen: Encoding | undefined): Promise<ForeignFile | OwnFile> {
  for (const [code, first] of NOT_READ)
    if (first.every((byte, index) => bytes[index] === byte)) throw new FileRefused(code);
  if (isZip(bytes)) {
    return ofArchive(bytes, readArchive(bytes), chosen);
  }
  const decoded = decodeText(bytes, { chosen });
  const start = decoded.text.trimStart();
  if (start === '') throw new FileRefused('file.empty');
  if (/^[{[]\s*(?:["{[\]}]|$)/.test(start)) {
    const json = jsonIn(start);
    if (json !== undefined) return ofJson(json, decoded);
  }
  if (start.startsWith('<')) return ofXml(readXml(bytes, chosen));
  const table = readCsv(decoded.text);
  const sheet = table === null ? null : readSheet([table]);
  if (sheet !== null) return { ...sheet, remarks: [...decoded.remarks, ...sheet.remarks] };
  if (looksLikeRexams(decoded.text)) return readRexams(decoded);
  if (looksLikeText2qti(decoded.text)) return readText2qti(decoded);
  if (looksLikeAiken(decoded.text)) return readAiken(decoded);
  if (looksLikeGift(decoded.text)) return readGift(decoded);
  throw new FileRefused('file.unknown');
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function ofJson(value: unknown, { remarks }: Decoded): ForeignFile {
  if (isRazzia(value)) return readRazzia(value, remarks);
  throw new FileRefused('file.unknownJson');
}

function ofXml(file: XmlFile): ForeignFile {
  if (isMoodle(file.root)) return readMoodle(file);
  if (isQti1(file.root)) return readQti1(file);
  if (isQti2Item(file.root)) return readQti2(file);
  if (isOlx(file.root)) return readOlx(file);
  if (isQti2Test(file.root)) throw new FileRefused('qti.testAlone');
  throw new FileRefused('xml.unknown', { root: file.root.name });
}

async function ofArchive(
  bytes: Uint8Array,
  archive: Archive,
  chosen: Encoding | undefined,
): Promise<ForeignFile | OwnFile> {
  if (isWorkbook(archive)) {
    const sheet = readSheet(await readTables(bytes, archive));
    if (sheet === null) throw new FileRefused('sheet.noHeader');
    return sheet;
  }
  if (isOwn(archive)) return readOwn(archive);
  if (isH5p(archive)) return readH5p(archive);
  const names = [...archive.keys()];
  for (const [code, name] of NOT_READ_ZIPS) if (names.some((one) => name.test(one))) throw new FileRefused(code);
  if (archive.has('imsmanifest.xml') || names.some((name) => /\.(?:xml|qti)$/i.test(name) && !name.startsWith('xl/')))
    return readPackage(archive, chosen);
  throw new FileRefused('zip.unknown');
}
