/**
 * Small files of each format (tests/fixtures/imports/), each with what comes of it beside it: every item, taken as which document or
 * refused for which reason. A folder whose name ends like an archive is one. What lies there is written by hand, and so is what is
 * expected: a change of either is read before it is kept.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { previewOf } from '../../domain/exchange/preview.ts';
import { ROOT } from '../../launch/state-folder.ts';
import { type Looked, lookedAt } from './lines.ts';

const FOLDER = path.join(ROOT, 'tests/fixtures/imports');
const ARCHIVE = /\.(?:zip|xlsx)$/;

function bytesOf(file: string): Uint8Array {
  const whole = path.join(FOLDER, file);
  if (!statSync(whole).isDirectory()) return new Uint8Array(readFileSync(whole));
  const inside = readdirSync(whole, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return zipSync(
    Object.fromEntries(
      inside.map((one) => {
        const at = path.join(one.parentPath, one.name);
        return [path.relative(whole, at).replaceAll(path.sep, '/'), new Uint8Array(readFileSync(at))];
      }),
    ),
  );
}

const expectedOf = (file: string): Looked =>
  JSON.parse(readFileSync(path.join(FOLDER, `${file}.expected.json`), 'utf8'));
const files = readdirSync(FOLDER).flatMap((format) =>
  readdirSync(path.join(FOLDER, format))
    .filter((name) => !name.endsWith('.expected.json'))
    .map((name) => `${format}/${name}`),
);

describe('what comes of a file', () => {
  it.each(files)('%s', async (file) => {
    const looked = lookedAt(await previewOf(bytesOf(file)));
    expect(looked).toEqual(expectedOf(file));
    // nothing vanishes: each is taken as something, or refused with one reason
    for (const { taken, kind, document, reason } of looked.items)
      expect([kind !== null, document !== null, taken || reason !== null]).toEqual([taken, taken, true]);
  });
  it('is written down for each format that a file can be of', () => {
    expect(new Set(files.map((file) => expectedOf(file).format)).size).toBeGreaterThanOrEqual(8);
    expect(files.some((file) => ARCHIVE.test(file))).toBe(true);
  });
});

describe('npm run questions -- import --json', () => {
  /** As somebody runs it, in a folder of their own, with a database that is not there. */
  function run(name: string, bytes: Uint8Array, ...flags: string[]) {
    const folder = mkdtempSync(path.join(tmpdir(), 'nabla-import-'));
    try {
      writeFileSync(path.join(folder, name), bytes);
      const before = statSync(path.join(folder, name));
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [path.join(ROOT, 'launch/tool.mjs'), 'questions', 'import', path.join(folder, name), ...flags],
        {
          cwd: folder,
          encoding: 'utf8',
          env: { ...process.env, DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none', TMPDIR: folder },
        },
      );
      const { size, mtimeMs } = statSync(path.join(folder, name));
      expect([readdirSync(folder), size, mtimeMs]).toEqual([[name], before.size, before.mtimeMs]);
      return { status, stdout, stderr };
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  it('says what would be taken as JSON, and writes nothing', () => {
    const { status, stdout, stderr } = run('types.gift', bytesOf('gift/types.gift'), '--json');
    expect([status, stderr]).toEqual([0, '']);
    const said = JSON.parse(stdout);
    expect(Object.keys(said)).toEqual(['format', 'title', 'notes', 'items']);
    for (const item of said.items)
      expect(Object.keys(item)).toEqual(['at', 'title', 'kind', 'taken', 'reason', 'document']);
    expect(said).toEqual(expectedOf('gift/types.gift'));
  });
  it('says why nothing is taken in the same form, and ends with 1', () => {
    const { status, stdout } = run('a.txt', new TextEncoder().encode('Only words.'), '--json');
    expect([status, JSON.parse(stdout)]).toEqual([
      1,
      { format: null, reason: expect.stringMatching(/^This is none of the files/), items: [] },
    ]);
  });
  it('reads another encoding where it is told to, and refuses one that there is not', () => {
    const bytes = Uint8Array.from([
      ...new TextEncoder().encode('Is it '),
      0xb9,
      ...new TextEncoder().encode('? {T}\n'),
    ]);
    const said = JSON.parse(run('a.gift', bytes, '--json', '--encoding', 'windows-1250').stdout);
    expect(said.items[0].title).toBe('Is it ą?');
    const wrong = run('a.gift', bytes, '--json', '--encoding', 'ebcdic');
    expect([wrong.status, wrong.stdout]).toEqual([2, '']);
    expect(wrong.stderr).toMatch(/^Usage:/);
  });
});
