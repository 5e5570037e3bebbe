/** Builds: made once however many want them, and not forgotten while somebody serves them. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { makeOnce } from './build-folders.ts';

const parent = mkdtempSync(path.join(os.tmpdir(), 'nabla-builds-'));
afterEach(() => {
  for (const name of readdirSync(parent)) rmSync(path.join(parent, name), { recursive: true, force: true });
});

const maker = (folder: string, made: string[]) => async () => {
  mkdirSync(folder);
  await new Promise((resolve) => setTimeout(resolve, 30));
  made.push(folder);
};

it('a build is made once although several want it at the same time', async () => {
  const folder = path.join(parent, 'one');
  const made: string[] = [];
  await Promise.all([1, 2, 3].map(() => makeOnce(folder, maker(folder, made))));
  expect(made).toEqual([folder]);
});

it('a build whose maker was killed is made anew', async () => {
  const folder = path.join(parent, 'two');
  mkdirSync(folder);
  writeFileSync(`${folder}.lock`, '999999999');
  const made: string[] = [];
  await makeOnce(folder, maker(folder, made));
  expect(made).toEqual([folder]);
});

it('a build that failed leaves no lock behind', async () => {
  const folder = path.join(parent, 'three');
  await expect(makeOnce(folder, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(existsSync(`${folder}.lock`)).toBe(false);
});

it('old builds are forgotten, except those that are being served', async () => {
  for (const name of ['served', 'old-1', 'old-2', 'old-3', 'new']) {
    const folder = path.join(parent, name);
    await makeOnce(folder, maker(folder, []));
    // as if the process that made it had ended long ago
    if (name !== 'served') rmSync(path.join(folder, `.used-by-${process.pid}`));
  }
  const last = path.join(parent, 'last');
  await makeOnce(last, maker(last, []));
  const left = readdirSync(parent);
  expect(left).toContain('served');
  expect(left).toContain('last');
  expect(left.length).toBeLessThan(6);
});
