/**
 * The memory of a snapshot without its empty pages: a third of it holds nothing, and what does not travel is neither copied into
 * an isolate nor from there into the interpreter's memory, which begins empty.
 */

/** As the kernel hands memory out. */
export const PAGE = 4096;
/** Of a snapshot of Pyodide: the word that says where the memory begins, after what Pyodide notes before it. */
const BEGIN_WORD = 1;

export interface Packed {
  /** what Pyodide notes, then the pages that hold something, one after the other */
  bytes: Uint8Array<ArrayBuffer>;
  /** where they belong: start and length in the memory, in bytes, in turn */
  runs: Int32Array<ArrayBuffer>;
}

/** Where the memory begins in a snapshot, in bytes. */
export function memoryStart(snapshot: Uint8Array): number {
  return new DataView(snapshot.buffer, snapshot.byteOffset).getUint32(4 * BEGIN_WORD, true);
}

export function pack(snapshot: Uint8Array): Packed {
  const start = memoryStart(snapshot);
  const memory = snapshot.subarray(start);
  const empty = Buffer.alloc(PAGE);
  const runs: number[] = [];
  for (let at = 0; at < memory.length; at += PAGE) {
    const page = memory.subarray(at, at + PAGE);
    if (empty.subarray(0, page.length).equals(page)) continue;
    if (runs.at(-2) !== undefined && (runs.at(-2) ?? 0) + (runs.at(-1) ?? 0) === at)
      runs.push((runs.pop() ?? 0) + page.length);
    else runs.push(at, page.length);
  }
  let filled = start;
  for (let index = 1; index < runs.length; index += 2) filled += runs[index] ?? 0;
  const bytes = new Uint8Array(filled);
  bytes.set(snapshot.subarray(0, start));
  let to = start;
  for (let index = 0; index < runs.length; index += 2) {
    const [from = 0, length = 0] = runs.slice(index, index + 2);
    bytes.set(memory.subarray(from, from + length), to);
    to += length;
  }
  return { bytes, runs: Int32Array.from(runs) };
}
