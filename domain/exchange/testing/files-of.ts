/** The bytes of an export, as somebody would have them: for tests. */
import { strToU8, zipSync } from 'fflate';
import type { Part } from '../out/file.ts';
import type { Export } from '../out/write.ts';

export const PICTURE = '0b51a3c4-1111-4222-8333-444455556666';
/** As much of a picture as is looked at before it is read. */
export const PICTURE_BYTES = strToU8('RIFF\x04\x00\x00\x00WEBP', true);

export function filesOf({ files, zipped }: Pick<Export, 'files' | 'zipped'>): Uint8Array {
  if (zipped) return zipSync(Object.fromEntries(files.map(({ path, parts }) => [path, bytesOf(parts)])));
  return bytesOf(files[0]?.parts ?? []);
}

function bytesOf(parts: readonly Part[]): Uint8Array {
  return Buffer.concat(
    parts.map((part) => {
      if (typeof part === 'string') return Buffer.from(part);
      return part.as === 'bytes'
        ? Buffer.from(PICTURE_BYTES)
        : Buffer.from(Buffer.from(PICTURE_BYTES).toString('base64'));
    }),
  );
}
