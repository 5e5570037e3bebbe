import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readPicture } from './read-picture.ts';
import { LIMITS } from './words.ts';

const jpeg = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#f00' } })
    .jpeg()
    .toBuffer();

describe('reading a picture in a process of its own', () => {
  it('gives what is stored of one that is as large as it may be, and refuses a larger one', async () => {
    const read = await readPicture(await jpeg(8_000, 5_000));
    expect(read).toMatchObject({ ok: true, width: 2_000, height: 1_250, stilled: false });
    if (read.ok) expect((await sharp(read.bytes).metadata()).format).toBe('webp');
    expect(await readPicture(await jpeg(8_001, 5_000))).toEqual({
      ok: false,
      refused: 'pictureRefused',
      field: 'megapixels',
    });
  });

  it.each([
    ['time', { computeMs: 1 }],
    ['memory', { residentMb: 1 }],
    ['patience', { clockMs: 1 }],
  ])('ends where it takes more %s than it may', async (_, less) => {
    const file = await jpeg(3_000, 1_500);
    expect(await readPicture(file, { ...LIMITS, ...less })).toEqual({
      ok: false,
      refused: 'pictureRefused',
      field: 'heavy',
    });
  });

  it('tells what comes while many wait to come again, and goes on with the others', async () => {
    const file = Buffer.from('no picture');
    const all = await Promise.all(Array.from({ length: 8 }, () => readPicture(file)));
    const told = all.map((one) => (one.ok ? 'ok' : one.field));
    expect(told.filter((one) => one === 'busy')).toHaveLength(2);
    expect(told.filter((one) => one === 'unknown')).toHaveLength(6);
    expect(await readPicture(file)).toEqual({ ok: false, refused: 'pictureRefused', field: 'unknown' });
  });
});
