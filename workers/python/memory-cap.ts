/**
 * Lowers the most memory that a WebAssembly module may grow to, in its memory section (WebAssembly core specification 2.0,
 * 5.5.8): an isolate's own limit does not bound it.
 */

const MEMORY_SECTION = 5;
const PAGES_PER_MB = 16;

/** Reads an unsigned LEB128 number; gives it and the position after it. */
function readNumber(bytes: Uint8Array, position: number): [value: number, next: number] {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[position++] ?? 0;
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return [value, position];
  }
}

function writeNumber(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest % 128) | 128);
  }
}

/** The module with a memory of at most `megabytes`; throws where it has no memory of its own, or needs more to begin with. */
export function capMemory(bytes: Uint8Array, megabytes: number): Uint8Array {
  for (let start = 8; start < bytes.length; ) {
    const [length, body] = readNumber(bytes, start + 1);
    if (bytes[start] === MEMORY_SECTION) {
      const [, flagsAt] = readNumber(bytes, body);
      const [least] = readNumber(bytes, flagsAt + 1);
      const most = megabytes * PAGES_PER_MB;
      if (least > most) throw new Error(`the module needs ${least} pages, more than ${most}`);
      const memory = [1, 1, ...writeNumber(least), ...writeNumber(most)];
      const section = [MEMORY_SECTION, ...writeNumber(memory.length), ...memory];
      return Buffer.concat([bytes.subarray(0, start), Uint8Array.from(section), bytes.subarray(body + length)]);
    }
    start = body + length;
  }
  throw new Error('the module has no memory section');
}
