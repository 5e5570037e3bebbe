/** What a statement gives back is looked at before it is used: read off the sources. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ROOT } from '../launch/state-folder.ts';
import { rowsOf } from './rows.ts';

const STATEMENT = /\.\$queryRaw\b(?!')/g;
/** The second argument of `rowsOf`, behind what its rows have. */
const LOOKED_AT = /rowsOf\(\s*[^`;]*,\s*\w+$/;

/** Places of statements whose rows are taken as they come. */
function unseenIn(text: string): number[] {
  return [...text.matchAll(STATEMENT)].flatMap(({ index }) =>
    LOOKED_AT.test(text.slice(0, index)) ? [] : [text.slice(0, index).split('\n').length],
  );
}

describe('rows of statements', () => {
  it.each([
    ['const [row] = await db.$queryRaw<{ count: number }[]>`select 1`;', 1],
    ['return db.$queryRaw`select 1`;', 1],
    ['await rowsOf(row, db.$queryRaw`select 1`)', 0],
    ['rowsOf(\n    z.strictObject({ count: z.int() }),\n    tx.$queryRaw`select 1`)', 0],
    ['rowsOf(one, db.$queryRaw`select 1`); return db.$queryRaw`select 2`;', 1],
  ])('%s', (text, unseen) => expect(unseenIn(text)).toHaveLength(unseen));

  it('are looked at everywhere', () => {
    const files = globSync('{app,db,server,workers,launch,tools}/**/*.ts', { cwd: ROOT }).filter(
      (file) => !/^db\/generated\/|\.test\.ts$/.test(file),
    );
    const read = files.map((file) => ({ file, text: readFileSync(path.join(ROOT, file), 'utf8') }));
    expect(read.filter(({ text }) => text.includes('$queryRaw`')).length).toBeGreaterThan(10);
    expect(read.flatMap(({ file, text }) => unseenIn(text).map((line) => `${file}:${line}`))).toEqual([]);
  });

  it('of another form than they should have are a fault', async () => {
    const row = z.strictObject({ count: z.int() });
    expect(await rowsOf(row, Promise.resolve([{ count: 3 }]))).toEqual([{ count: 3 }]);
    await expect(rowsOf(row, Promise.resolve([{ counted: 3 }]))).rejects.toThrow(z.ZodError);
    await expect(rowsOf(row, Promise.resolve([{ count: '3' }]))).rejects.toThrow(z.ZodError);
  });
});
