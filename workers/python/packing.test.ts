/** A snapshot without its empty pages comes out as it was. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { memoryStart, PAGE, pack } from './packing.ts';

const START = 64;

/** A snapshot of some pages, of which these hold something at these places. */
function snapshotOf(pages: number, filled: readonly (readonly [number, number])[], tail: number): Uint8Array {
  const snapshot = new Uint8Array(START + pages * PAGE + tail);
  new DataView(snapshot.buffer).setUint32(4, START, true);
  snapshot[START - 1] = 7;
  for (const [at, value] of filled) if (START + at < snapshot.length) snapshot[START + at] = value;
  return snapshot;
}

function unpacked({ bytes, runs }: ReturnType<typeof pack>, length: number): Uint8Array {
  const snapshot = new Uint8Array(length);
  const start = memoryStart(bytes);
  snapshot.set(bytes.subarray(0, start));
  let from = start;
  for (let index = 0; index < runs.length; index += 2) {
    const [to = 0, size = 0] = runs.slice(index, index + 2);
    snapshot.set(bytes.subarray(from, from + size), start + to);
    from += size;
  }
  expect(from).toBe(bytes.length);
  return snapshot;
}

it('what is packed unpacks to the same bytes, whichever pages hold something', () => {
  const places = fc.array(fc.tuple(fc.nat(8 * PAGE), fc.integer({ min: 1, max: 255 })), { maxLength: 12 });
  fc.assert(
    fc.property(places, fc.integer({ min: 1, max: 8 }), fc.nat(PAGE - 1), (filled, pages, tail) => {
      const snapshot = snapshotOf(pages, filled, tail);
      expect(unpacked(pack(snapshot), snapshot.length)).toEqual(snapshot);
    }),
  );
});

it('pages that hold nothing are left out, and neighbours make one run', () => {
  const snapshot = snapshotOf(
    6,
    [
      [0, 1],
      [PAGE + 5, 2],
      [4 * PAGE, 3],
    ],
    0,
  );
  const { bytes, runs } = pack(snapshot);
  expect([...runs]).toEqual([0, 2 * PAGE, 4 * PAGE, PAGE]);
  expect(bytes.length).toBe(START + 3 * PAGE);
});
