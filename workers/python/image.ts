/**
 * The image of a Python interpreter on disk: what set-up makes once, and every sandbox process reads when it starts.
 *
 * Glossary
 * - snapshot: the interpreter's memory after `import numpy`.
 * - side module: an extension of NumPy written in C, compiled to WebAssembly of its own.
 * - replay: where the side modules lay when the snapshot was taken; they must lie there again.
 * - files: NumPy's Python files, which live outside the snapshot.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

export const replay = z.object({
  sides: z.array(
    z.object({
      path: z.string(),
      name: z.string(),
      memoryBase: z.number(),
      tableLength: z.number(),
      freeTable: z.array(z.number()),
      handles: z.array(z.number()),
    }),
  ),
  heapBytes: z.number(),
  tableLength: z.number(),
  freeTable: z.array(z.number()),
});
export type Replay = z.infer<typeof replay>;

const manifest = z.object({
  /** hash of all that went in */
  key: z.string(),
  numpy: z.string().nullable(),
  replay,
  /** of Pyodide's main module, those that anybody asks for */
  exports: z.array(z.string()),
  /** pages that linking writes and that the snapshot holds nothing in: start and length in the memory, in turn */
  cleared: z.array(z.number()),
  /** [name, start, length] of each file in files.bin, as JSON */
  index: z.string(),
});

export interface Image {
  key: string;
  /** NumPy's version; null: an interpreter without NumPy */
  numpy: string | null;
  replay: Replay;
  exports: string[];
  cleared: number[];
  snapshot: Uint8Array<ArrayBuffer>;
  files: { index: string; bytes: Uint8Array<ArrayBuffer> };
  sides: Map<string, Uint8Array<ArrayBuffer>>;
}

/** Writes an image; its list comes last, so that one that is not whole is none. */
export function writeImage(folder: string, image: Image): void {
  mkdirSync(path.join(folder, 'sides'), { recursive: true });
  writeFileSync(path.join(folder, 'snapshot.bin'), image.snapshot);
  writeFileSync(path.join(folder, 'files.bin'), image.files.bytes);
  for (const [name, bytes] of image.sides) writeFileSync(path.join(folder, 'sides', name), bytes);
  const { key, numpy, replay: places, exports, cleared } = image;
  writeFileSync(
    path.join(folder, 'image.json'),
    JSON.stringify({ key, numpy, replay: places, exports, cleared, index: image.files.index }),
  );
}

/** Reads an image; throws where it is not whole. */
export function readImage(folder: string): Image {
  const { index, ...rest } = manifest.parse(JSON.parse(readFileSync(path.join(folder, 'image.json'), 'utf8')));
  const sides = readdirSync(path.join(folder, 'sides')).map((name) => [name, read(folder, 'sides', name)] as const);
  return {
    ...rest,
    snapshot: read(folder, 'snapshot.bin'),
    files: { index, bytes: read(folder, 'files.bin') },
    sides: new Map(sides),
  };
}

/** NumPy's version in an image. */
export function imageNumpy(folder: string): string | null {
  return manifest.parse(JSON.parse(readFileSync(path.join(folder, 'image.json'), 'utf8'))).numpy;
}

export function hasImage(folder: string): boolean {
  return existsSync(path.join(folder, 'image.json'));
}

/** A copy with a buffer of its own: small files come from Node's shared pool. */
function read(...parts: string[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(path.join(...parts)));
}
