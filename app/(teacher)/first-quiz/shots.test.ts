import { readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { COLOURS, SHOT_SIZE, SHOTS, shotPath } from './shots.ts';

const PUBLIC = path.resolve(import.meta.dirname, '../../../public');

it.each(SHOTS.flatMap((shot) => COLOURS.map((colours) => shotPath(shot, colours))))(
  '%s is there, as large as the page says, and light enough for a phone',
  async (name) => {
    const file = readFileSync(path.join(PUBLIC, name));
    expect(await sharp(file).metadata()).toMatchObject({ format: 'webp', ...SHOT_SIZE });
    expect(file.length).toBeLessThan(60_000);
  },
);
