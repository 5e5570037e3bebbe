/**
 * A snapshot as a WebAssembly module that does nothing but lay the snapshot's bytes into a memory. The module is compiled once in a
 * process and shared by its isolates, which cannot change it: so the bytes are copied once for each interpreter, where a buffer
 * would be copied into the isolate first, and what is zero is not copied at all.
 */
import { writeNumber } from '../wasm-sections.ts';

/** Of the operating system's memory: only whole ones are left out. */
const PAGE = 4096;
const [IMPORT_SECTION, DATA_SECTION, CODE_NUMBER, CODE_END] = [2, 11, 0x41, 0x0b];
const HEADER = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];

/** From `start` to before `end`. */
type Run = readonly [start: number, end: number];

export interface PackedSnapshot {
  /** what Pyodide writes before the memory: its version and its table of objects */
  head: Uint8Array<ArrayBuffer>;
  /** imports `env.memory`, and fills it as soon as there is an instance */
  module: Uint8Array<ArrayBuffer>;
}

/** The memory in a snapshot as Pyodide makes it: without what stands before it. */
export function memoryOf<B extends ArrayBufferLike>(snapshot: Uint8Array<B>): Uint8Array<B> {
  return snapshot.subarray(new DataView(snapshot.buffer, snapshot.byteOffset).getUint32(4, true));
}

/** Packs a snapshot as Pyodide makes it. */
export function packSnapshot(snapshot: Uint8Array): PackedSnapshot {
  const memory = memoryOf(snapshot);
  const head = new Uint8Array(snapshot.subarray(0, snapshot.length - memory.length));
  return { head, module: moduleOf(memory, runsOf(memory)) };
}

/** Runs of pages that hold something. */
function runsOf(memory: Uint8Array): Run[] {
  const nothing = Buffer.alloc(PAGE);
  const runs: [number, number][] = [];
  for (let at = 0; at < memory.length; at += PAGE) {
    const page = memory.subarray(at, at + PAGE);
    if (nothing.subarray(0, page.length).equals(page)) continue;
    const last = runs.at(-1);
    if (last !== undefined && last[1] === at) last[1] = at + page.length;
    else runs.push([at, at + page.length]);
  }
  return runs;
}

function moduleOf(memory: Uint8Array, runs: readonly Run[]): Uint8Array<ArrayBuffer> {
  const name = (text: string): number[] => [text.length, ...Buffer.from(text)];
  // one import, a memory of any size
  const imported = Uint8Array.from([1, ...name('env'), ...name('memory'), 2, 0, 0]);
  const segments = runs.flatMap(([start, end]) => [
    Uint8Array.from([0, CODE_NUMBER, ...writeSigned(start), CODE_END, ...writeNumber(end - start)]),
    memory.subarray(start, end),
  ]);
  const data = Buffer.concat([Uint8Array.from(writeNumber(runs.length)), ...segments]);
  const section = (id: number, content: Uint8Array): Uint8Array[] => [
    Uint8Array.from([id, ...writeNumber(content.length)]),
    content,
  ];
  return new Uint8Array(
    Buffer.concat([Uint8Array.from(HEADER), ...section(IMPORT_SECTION, imported), ...section(DATA_SECTION, data)]),
  );
}

/** A number that is not negative as signed LEB128, as constants are written: the last byte's 64 is the sign. */
function writeSigned(value: number): number[] {
  const bytes = writeNumber(value);
  const last = bytes.at(-1) ?? 0;
  return last < 64 ? bytes : [...bytes.slice(0, -1), last | 128, 0];
}
