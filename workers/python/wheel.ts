/** Reading a wheel (a zip): which of its files an interpreter needs. */
import { unzipSync } from 'fflate';
import type { Packages } from './runtime.ts';

/** What Python cannot import, or only to test NumPy itself: the rest is there, so that `from numpy import *` finds all it asks for. */
const LEFT_OUT = /(^|\/)tests?\/|\.pyi$|\.h$|\.a$|\.lib$|\/f2py\/src\/|\/include\//;

/**
 * Unpacks a wheel into one run of bytes and its side modules. For an interpreter that boots fresh the linker reads the
 * side modules' files (`withSides`); where they come from a snapshot these may be empty.
 */
export function readWheel(wheel: Uint8Array, withSides: boolean): Packages {
  const all = unzipSync(wheel, { filter: ({ name }) => !name.endsWith('/') && !LEFT_OUT.test(name) });
  const sides = new Map<string, Uint8Array<ArrayBuffer>>();
  const index: [name: string, start: number, length: number][] = [];
  const parts: Uint8Array[] = [];
  let start = 0;
  for (const [name, content] of Object.entries(all)) {
    const isSide = name.endsWith('.so');
    if (isSide) sides.set(name.split('/').pop() ?? name, new Uint8Array(content));
    const bytes = isSide && !withSides ? new Uint8Array(0) : content;
    index.push([name, start, bytes.length]);
    parts.push(bytes);
    start += bytes.length;
  }
  return { index: JSON.stringify(index), bytes: new Uint8Array(Buffer.concat(parts)), sides };
}
