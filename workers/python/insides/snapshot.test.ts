/** A snapshot as a module: what it lays out is what was packed. */
import { expect, test } from 'vitest';
import { packSnapshot } from './snapshot.ts';

const PAGE = 4096;

/** A snapshot with a head of 16 bytes, and a memory of so many pages of WebAssembly that holds these bytes. */
function snapshotOf(pages: number, held: Record<number, number>): Uint8Array<ArrayBuffer> {
  const snapshot = new Uint8Array(16 + pages * 65_536);
  new DataView(snapshot.buffer).setUint32(4, 16, true);
  for (const [at, byte] of Object.entries(held)) snapshot[16 + Number(at)] = byte;
  return snapshot;
}

test('a packed snapshot lays every byte where it was, and leaves out the pages that are zero', async () => {
  // first and last byte, both sides of a page's end, and addresses whose signed form needs a byte more
  const held = { 0: 1, [PAGE - 1]: 2, [2 * PAGE]: 3, 131071: 4, 131072: 5, [60 * PAGE + 7]: 6, [4 * 65_536 - 1]: 7 };
  const snapshot = snapshotOf(4, held);
  const packed = packSnapshot(snapshot);
  expect(packed.head).toEqual(snapshot.slice(0, 16));
  expect(packed.module.length).toBeLessThan(7 * PAGE);

  const memory = new WebAssembly.Memory({ initial: 4 });
  const bytes = new Uint8Array(memory.buffer);
  await WebAssembly.instantiate(await WebAssembly.compile(packed.module), { env: { memory } });
  expect(Buffer.compare(bytes, snapshot.subarray(16))).toBe(0);
});

test('pages beside each other that hold something are one run', () => {
  const one = packSnapshot(snapshotOf(1, { [PAGE]: 1 })).module.length;
  const beside = packSnapshot(snapshotOf(1, { [PAGE]: 1, [2 * PAGE]: 1 })).module.length;
  // the page itself, and a longer way to write how long the run is at most
  expect(beside - one).toBeGreaterThanOrEqual(PAGE);
  expect(beside - one).toBeLessThanOrEqual(PAGE + 2);
});

test('a snapshot that lies inside a larger buffer is packed the same', () => {
  const snapshot = snapshotOf(1, { 5: 1 });
  const larger = new Uint8Array(snapshot.length + 32);
  larger.set(snapshot, 32);
  expect(packSnapshot(larger.subarray(32))).toEqual(packSnapshot(snapshot));
});
