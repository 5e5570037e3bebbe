import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { LARGEST_STORED } from '../../domain/pictures/limits.ts';
import { encode } from './encode.ts';

const RED = { r: 255, g: 0, b: 0 };
const plain = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: RED } });
const svg = (inside: string, size = 'width="400" height="200"') =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${size}>${inside}</svg>`);

async function made(file: Uint8Array) {
  const read = await encode(file);
  if ('refused' in read) throw new Error(read.refused);
  const { data, info } = await sharp(read.bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => [...data.subarray(4 * (y * info.width + x), 4 * (y * info.width + x) + 4)];
  return { ...read, at, meta: await sharp(read.bytes).metadata() };
}

/** A PNG that says of itself what it likes. */
function png(width: number, height: number): Buffer {
  const chunk = (name: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(1_000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}

describe('what is stored of a picture', () => {
  it.each(['jpeg', 'png', 'webp', 'avif', 'gif'] as const)('is WebP of the same size: %s', async (format) => {
    const read = await made(await plain(30, 20).toFormat(format).toBuffer());
    expect([read.width, read.height, read.meta.format, read.stilled]).toEqual([30, 20, 'webp', false]);
    expect(read.at(5, 5)[0]).toBeGreaterThan(240);
  });

  it('is the same to the letter where it is as we store it already, and nothing is in it but what is seen', async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
    const photo = sharp({ create: { width: 60, height: 40, channels: 3, background: RED, noise } });
    const stored = await photo.webp({ quality: 70 }).toBuffer();
    expect((await made(stored)).bytes.equals(stored)).toBe(true);
    const told = await sharp(stored)
      .withExif({ IFD0: { Copyright: 'Somebody' } })
      .webp({ quality: 70 })
      .toBuffer();
    expect([told.includes('Somebody'), (await made(told)).bytes.includes('Somebody')]).toEqual([true, false]);
    const behind = Buffer.concat([stored, Buffer.from('and more')]);
    expect((await made(behind)).bytes.includes('and more')).toBe(false);
    const large = await sharp({ create: { width: 2_100, height: 20, channels: 3, background: RED } })
      .webp()
      .toBuffer();
    expect((await made(large)).width).toBe(2_000);
  });

  it('stands upright, and says nothing of where and by whom it was taken', async () => {
    const file = await plain(40, 20)
      .composite([{ input: { create: { width: 20, height: 20, channels: 3, background: '#00f' } }, left: 0, top: 0 }])
      .withExif({ IFD0: { Copyright: 'Somebody' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect(file.includes('Somebody')).toBe(true);
    const read = await made(file);
    expect([read.width, read.height]).toEqual([20, 40]);
    // what was at the left is at the top
    expect(read.at(10, 5)[2]).toBeGreaterThan(200);
    expect(read.at(10, 35)[0]).toBeGreaterThan(200);
    expect(read.meta.exif).toBeUndefined();
    expect(read.meta.orientation).toBeUndefined();
    expect(read.bytes.includes('Somebody')).toBe(false);
  });

  it('is at most as large as a page shows, whatever comes in', async () => {
    const noise = await sharp(randomBytes(3 * 2_600 * 1_900), { raw: { width: 2_600, height: 1_900, channels: 3 } })
      .png({ compressionLevel: 1 })
      .toBuffer();
    const read = await made(noise);
    expect([read.width, read.height]).toEqual([2_000, 1_462]);
    expect(read.bytes.length).toBeLessThanOrEqual(LARGEST_STORED);
  });

  it('is the same for the same picture', async () => {
    const file = await plain(30, 20).png().toBuffer();
    expect((await made(file)).bytes.equals((await made(file)).bytes)).toBe(true);
  });

  it('keeps lines exactly, and what can be seen through', async () => {
    const file = await sharp(svg('<rect x="10" y="10" width="30" height="30" fill="#123456"/>')).png().toBuffer();
    const read = await made(file);
    expect(read.at(20, 20)).toEqual([0x12, 0x34, 0x56, 255]);
    expect(read.at(100, 100)[3]).toBe(0);
  });

  it('is the first of pictures that move', async () => {
    const frames = Buffer.concat([Buffer.alloc(300, 10), Buffer.alloc(300, 200)]);
    const file = await sharp(frames, { raw: { width: 10, height: 20, channels: 3, pageHeight: 10 } })
      .gif({ delay: [100, 100] })
      .toBuffer();
    const read = await made(file);
    expect([read.width, read.height, read.stilled]).toEqual([10, 10, true]);
    expect(read.at(5, 5)[0]).toBeLessThan(50);
  });
});

describe('a drawing', () => {
  it('is made sharp', async () => {
    const read = await made(svg('<rect width="400" height="200" fill="red"/>'));
    expect([read.width, read.height]).toEqual([1_200, 600]);
    expect(read.at(600, 300)).toEqual([255, 0, 0, 255]);
  });

  it('opens nothing outside of itself', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'nabla-drawing-'));
    try {
      const file = path.join(folder, 'red.png');
      writeFileSync(file, await plain(10, 10).png().toBuffer());
      const image = (href: string) => `<image href="${href}" xlink:href="${href}" width="400" height="200"/>`;
      const both = `xmlns:xlink="http://www.w3.org/1999/xlink" width="400" height="200"`;
      const seen = async (href: string) => (await made(svg(image(href), both))).at(600, 300)[3];
      const inside = `data:image/png;base64,${(await plain(10, 10).png().toBuffer()).toString('base64')}`;
      // what stands in it is drawn: the others are not left out for another reason
      expect(await seen(inside)).toBe(255);
      expect(await seen(`file://${file}`)).toBe(0);
      expect(await seen(file)).toBe(0);
      expect(await seen(path.basename(file))).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('runs nothing', async () => {
    const read = await made(svg('<script>throw 1</script><rect width="400" height="200" fill="red" onload="x()"/>'));
    expect(read.at(600, 300)).toEqual([255, 0, 0, 255]);
  });
});

describe('a file that is refused', () => {
  it.each([
    ['unknown', 'a page', Buffer.from('<!doctype html><p>Hi')],
    ['unknown', 'nothing', Buffer.alloc(0)],
    ['heic', 'a phone’s own format', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic')],
    ['megapixels', 'one that says that it is very large', png(100_000, 100_000)],
    ['megapixels', 'a drawing as large as a town', svg('', 'width="90000" height="90000"')],
    ['broken', 'one that ends too early', png(100, 100)],
    ['broken', 'one that only begins like one', Buffer.from('\xff\xd8\xff and then words', 'latin1')],
    ['broken', 'a drawing that is no XML', svg('<rect')],
  ] as const)('%s: %s', async (refused, _, file) => expect(await encode(file)).toEqual({ refused }));

  it('is one that was cut off', async () => {
    const whole = await plain(400, 400).jpeg().toBuffer();
    expect(await encode(whole.subarray(0, whole.length / 2))).toEqual({ refused: 'broken' });
  });
});
