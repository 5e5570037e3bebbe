import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { deleteLeftParts, deleteOldImages, noteUse, partPrefix } from './old-images.ts';

const HOUR = 3_600_000;
const name = (digit: string): string => digit.repeat(16);
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'nabla-images-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** An image that was last used so many hours ago. */
function image(digit: string, hours: number): void {
  const place = path.join(folder, name(digit));
  mkdirSync(path.join(place, 'sides'), { recursive: true });
  writeFileSync(path.join(place, 'snapshot.bin'), 'bytes');
  writeFileSync(path.join(place, 'image.json'), '{}');
  const time = new Date(Date.now() - hours * HOUR);
  utimesSync(path.join(place, 'image.json'), time, time);
}
const left = (): string[] => readdirSync(folder).sort();

test('the two used last stay, older ones go', async () => {
  image('a', 30);
  image('b', 10);
  image('c', 20);
  image('d', 40);
  expect((await deleteOldImages(folder)).sort()).toEqual([name('a'), name('d')]);
  expect(left()).toEqual([name('b'), name('c')]);
});

test('one that somebody has used lately stays, however many there are', async () => {
  for (const digit of ['a', 'b', 'c']) image(digit, 0);
  image('d', 2);
  expect(await deleteOldImages(folder)).toEqual([name('d')]);
  image('e', 2);
  await noteUse(path.join(folder, name('e')));
  expect(await deleteOldImages(folder)).toEqual([]);
  expect(left()).toEqual(['a', 'b', 'c', 'e'].map(name));
});

test('what is no image is left alone, what a killed process left half deleted is not', async () => {
  for (const other of ['part-x1', 'notes', name('g')]) mkdirSync(path.join(folder, other));
  mkdirSync(path.join(folder, `old-${name('a')}-99`));
  expect(await deleteOldImages(folder)).toEqual([]);
  expect(left()).toEqual([name('g'), 'notes', 'part-x1']);
});

test('several processes at once delete each image once, and none throws', async () => {
  for (const [index, digit] of [...'abcdef'].entries()) image(digit, 10 + index);
  const deleted = await Promise.all([1, 2, 3].map(() => deleteOldImages(folder)));
  expect(deleted.flat().sort()).toEqual(['c', 'd', 'e', 'f'].map(name));
  expect(left()).toEqual(['a', 'b'].map(name));
});

test('noting the use of an image that is gone is no fault', async () => {
  await noteUse(path.join(folder, 'gone'));
  expect(existsSync(path.join(folder, 'gone'))).toBe(false);
});

test('what a killed set-up left half made goes, what a living one is making stays', async () => {
  const { pid } = spawnSync(process.execPath, ['--eval', '0']);
  for (const part of [`part-${pid}-abc123`, `${partPrefix()}abc123`, `part-${process.ppid}-abc123`, 'part-fresh1'])
    mkdirSync(path.join(folder, part, 'sides'), { recursive: true });
  mkdirSync(path.join(folder, 'part-older1'));
  const time = new Date(Date.now() - HOUR);
  utimesSync(path.join(folder, 'part-older1'), time, time);
  image('a', 0);
  expect((await deleteLeftParts(folder)).sort()).toEqual([`part-${pid}-abc123`, 'part-older1']);
  expect(left()).toEqual([name('a'), `${partPrefix()}abc123`, `part-${process.ppid}-abc123`, 'part-fresh1'].sort());
});

test('where nothing was ever set up, nothing is left over', async () => {
  expect(await deleteLeftParts(path.join(folder, 'nowhere'))).toEqual([]);
});
