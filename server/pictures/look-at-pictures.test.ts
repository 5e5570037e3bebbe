import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { LOOKING, lookAtPictures } from './look-at-pictures.ts';

const png = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#f00' } })
    .png()
    .toBuffer();

describe('looking at the pictures of a file', () => {
  it('says of each whether it can be read, also of those after one that cannot', async () => {
    const whole = await png(40, 30);
    // its end is there, and what is between is not
    const cut = Buffer.concat([whole.subarray(0, 50), whole.subarray(-12)]);
    const large = await png(8_001, 5_000);
    expect(await lookAtPictures([whole, cut, Buffer.from('no picture'), large, whole])).toEqual([
      null,
      'broken',
      'unknown',
      'megapixels',
      null,
    ]);
    expect(await lookAtPictures([])).toEqual([]);
  });

  it('leaves what takes too much to who stores it, and looks at the others', async () => {
    const [small, large] = [await png(40, 30), await png(6_000, 6_000)];
    const patient = { ...LOOKING, clockMs: 60_000 };
    expect(await lookAtPictures([small, large, small], { ...patient, residentMb: 110 })).toEqual([
      null,
      'unseen',
      null,
    ]);
    expect(await lookAtPictures([small, small], { ...LOOKING, clockMs: 1 })).toEqual(['unseen', 'unseen']);
  });
});
