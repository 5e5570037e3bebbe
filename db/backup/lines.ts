/** Lines of a stream of bytes, without their ends. Only a line feed ends one: text may hold every other sign. */
import type { Readable } from 'node:stream';

const LINE_FEED = 10;

export async function* linesOf(stream: Readable): AsyncGenerator<Buffer, void, void> {
  let kept: Buffer[] = [];
  for await (const part of stream as AsyncIterable<Buffer>) {
    let from = 0;
    for (let to = part.indexOf(LINE_FEED, from); to >= 0; to = part.indexOf(LINE_FEED, from)) {
      kept.push(part.subarray(from, to));
      yield kept.length === 1 ? (kept[0] ?? part) : Buffer.concat(kept);
      kept = [];
      from = to + 1;
    }
    if (from < part.length) kept.push(part.subarray(from));
  }
  if (kept.length > 0) yield Buffer.concat(kept);
}
