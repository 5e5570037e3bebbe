/** The bytes of an export, a piece at a time: never more of it in memory than a picture. */
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { Zip, ZipDeflate } from 'fflate';
import type { OutFile, Part } from '../../domain/exchange/out/file.ts';
import type { Export } from '../../domain/exchange/out/write.ts';

/** The bytes of a picture; undefined: it is not there any more. */
export type PictureBytes = (id: string) => Promise<Uint8Array | undefined>;

/** What stands in its place is no picture: a file that says so is better than none. */
const NONE = new Uint8Array();

/** @param at the moment that its files bear */
export function bytesOf(
  { files, zipped }: Pick<Export, 'files' | 'zipped'>,
  picture: PictureBytes,
  at: Date,
): Readable {
  return Readable.from(zipped ? zipOf(files, picture, at) : piecesOf(files[0]?.parts ?? [], picture), {
    objectMode: false,
    highWaterMark: 64 * 1024,
  });
}

async function* piecesOf(parts: readonly Part[], picture: PictureBytes): AsyncGenerator<Uint8Array> {
  for (const part of parts) {
    if (typeof part === 'string') yield Buffer.from(part);
    else {
      const bytes = (await picture(part.picture)) ?? NONE;
      yield part.as === 'bytes' ? bytes : Buffer.from(Buffer.from(bytes).toString('base64'));
    }
  }
}

/** Pictures are packed already. */
const levelOf = (file: OutFile): 0 | 6 => (file.parts.every((part) => typeof part === 'string') ? 6 : 0);

async function* zipOf(files: readonly OutFile[], picture: PictureBytes, at: Date): AsyncGenerator<Uint8Array> {
  let made: Uint8Array[] = [];
  let failed: Error | null = null;
  const zip = new Zip((error, piece) => {
    failed ??= error;
    made.push(piece);
  });
  const done = function* (): Generator<Uint8Array> {
    const now = made;
    made = [];
    if (failed !== null) throw failed;
    for (const piece of now) if (piece.length > 0) yield piece;
  };
  for (const file of files) {
    const entry = new ZipDeflate(file.path, { level: levelOf(file) });
    entry.mtime = at;
    zip.add(entry);
    for await (const piece of piecesOf(file.parts, picture)) {
      entry.push(piece, false);
      yield* done();
    }
    entry.push(NONE, true);
    yield* done();
    // a thousand texts are packed one after the other: others come in between
    await setImmediate();
  }
  zip.end();
  yield* done();
}
