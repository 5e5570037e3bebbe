/**
 * The process in which pictures of a file are looked at, one after the other: each comes by its input after its length, and what is
 * wrong with it goes to the output as a line. Nothing is made of them.
 */
import { onItsOwn } from './alone.ts';
import { decode } from './encode.ts';
import { LENGTH_BYTES, type Seen } from './words.ts';

const nextOne = onItsOwn();

let held = Buffer.alloc(0);
for await (const part of process.stdin) {
  held = Buffer.concat([held, part as Buffer]);
  while (held.length >= LENGTH_BYTES && held.length >= LENGTH_BYTES + held.readUInt32BE(0)) {
    const end = LENGTH_BYTES + held.readUInt32BE(0);
    nextOne();
    const found = await decode(held.subarray(LENGTH_BYTES, end));
    const seen: Seen = 'refused' in found ? { refused: found.refused } : { refused: null };
    process.stdout.write(`${JSON.stringify(seen)}\n`);
    held = held.subarray(end);
  }
}
