/** The sections of a WebAssembly module (core specification 2.0, 5.5): found, and put back changed. */

/** Reads an unsigned LEB128 number; gives it and the position after it. */
export function readNumber(bytes: Uint8Array, position: number): [value: number, next: number] {
  let value = 0;
  for (let shift = 0, at = position; ; shift += 7) {
    const byte = bytes[at++] ?? 0;
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return [value, at];
  }
}

/** Writes an unsigned LEB128 number. */
export function writeNumber(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest % 128) | 128);
  }
}

/**
 * The module with another content in one of its sections.
 * @param id which one, as the specification numbers them
 * @param change gets the content, without the section's head
 * @throws Error where the module has no such section
 */
export function withSection(
  bytes: Uint8Array,
  id: number,
  name: string,
  change: (content: Uint8Array) => Uint8Array,
): Uint8Array {
  for (let start = 8; start < bytes.length; ) {
    const [length, body] = readNumber(bytes, start + 1);
    const end = body + length;
    if (bytes[start] === id) {
      const content = change(bytes.subarray(body, end));
      const head = [id, ...writeNumber(content.length)];
      return Buffer.concat([bytes.subarray(0, start), Uint8Array.from(head), content, bytes.subarray(end)]);
    }
    start = end;
  }
  throw new Error(`the module has no ${name} section`);
}
