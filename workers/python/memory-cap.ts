/** Lowers the most memory that a WebAssembly module may grow to: an isolate's own limit does not bound it. */
import { readNumber, withSection, writeNumber } from './wasm-sections.ts';

const MEMORY_SECTION = 5;
const PAGES_PER_MB = 16;

/** The module with a memory of at most `megabytes`; throws where it has no memory of its own, or needs more to begin with. */
export function capMemory(bytes: Uint8Array, megabytes: number): Uint8Array {
  return withSection(bytes, MEMORY_SECTION, 'memory', (content) => {
    const [, flagsAt] = readNumber(content, 0);
    const [least] = readNumber(content, flagsAt + 1);
    const most = megabytes * PAGES_PER_MB;
    if (least > most) throw new Error(`the module needs ${least} pages, more than ${most}`);
    return Uint8Array.from([1, 1, ...writeNumber(least), ...writeNumber(most)]);
  });
}
