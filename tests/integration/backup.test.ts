/** A classroom is saved into a file while it is used, and restored from it: whole, or not at all. */
import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { restoreBackup } from '../../db/backup/read.ts';
import { writeBackup } from '../../db/backup/write.ts';
import { ROOT } from '../../launch/state-folder.ts';
import { makeDatabase } from '../support/database.ts';
import { lateTags } from '../support/late-tags.ts';
import { newStateFolder } from '../support/launcher.ts';

const FILLED = path.join(ROOT, 'tests/fixtures/databases/57e7824.nabla');
let folder: string;

beforeAll(() => {
  folder = newStateFolder('backup');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function save(url: string, secret: string | null = null): Promise<string> {
  const file = path.join(folder, `${crypto.randomUUID()}.nabla`);
  await writeBackup(url, createWriteStream(file), secret);
  return file;
}
/** All that is in a file but when it was made, in an order of its own: rows have none. */
const contentOf = (file: string): string =>
  gunzipSync(readFileSync(file))
    .toString('utf8')
    .replace(/"madeAt":"[^"]+"/, '')
    .split('\n')
    .toSorted()
    .join('\n');
async function count(url: string, table: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(`select to_regclass('${table}') is null as missing`);
    if (rows[0].missing) return 0;
    return Number((await client.query(`select count(*) from ${table}`)).rows[0].count);
  } finally {
    await client.end();
  }
}

/** A picture of 2 MB, with every sign that could end a line or a row. */
async function storeBytes(url: string): Promise<Buffer> {
  const bytes = Buffer.alloc(2 * 1024 * 1024, Buffer.from('\n\\.\n\0\r\t\\N\xff', 'latin1'));
  await asked(url, 'insert into pictures (hash, width, height, size, bytes) values ($1, 1, 1, $2, $3)', [
    Buffer.from([1]),
    bytes.length,
    bytes,
  ]);
  return bytes;
}
const bytesIn = async (url: string): Promise<Buffer[]> =>
  (await asked<{ bytes: Buffer }>(url, 'select bytes from pictures')).map(({ bytes }) => bytes);

async function asked<R extends pg.QueryResultRow>(url: string, text: string, values: unknown[] = []): Promise<R[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<R>(text, values)).rows;
  } finally {
    await client.end();
  }
}

describe('a backup', () => {
  it('holds everything: what is restored from it gives the same backup again, with its waiting jobs', async () => {
    const url = await makeDatabase('empty');
    const restored = await restoreBackup(url, createReadStream(FILLED));
    expect(restored.tables.submissions).toBeGreaterThan(200);
    expect(restored.jobs).toBeGreaterThan(10);
    const bytes = await storeBytes(url);
    const first = await save(url);
    const again = await makeDatabase('empty');
    expect((await restoreBackup(again, createReadStream(first))).jobs).toBe(restored.jobs);
    expect(contentOf(await save(again))).toBe(contentOf(first));
    expect(await bytesIn(again)).toEqual([bytes]);
  });

  it('counts its rows itself: the word that a table is complete may come after its last row', async () => {
    const url = await makeDatabase('empty');
    await restoreBackup(url, createReadStream(FILLED));
    const line = await lateTags(url);
    const file = await save(line.url);
    line.close();
    const again = await makeDatabase('empty');
    expect((await restoreBackup(again, createReadStream(file))).tables.drafts).toBe(await count(url, 'drafts'));
  });

  it('is of one moment, however much is written meanwhile', async () => {
    const url = await makeDatabase('empty');
    await restoreBackup(url, createReadStream(FILLED));
    const writer = new pg.Client({ connectionString: url });
    await writer.connect();
    let writing = true;
    const writes = (async () => {
      // a person and their audit event, always together
      for (let made = 0; writing; made++)
        await writer.query(`with u as (insert into users (name, login, role) values ('x', 'extra-${made}', 'student') returning id)
          insert into audit_events (action, subject) select 'extra', id::text from u`);
    })();
    const files = [await save(url), await save(url), await save(url)];
    writing = false;
    await writes;
    await writer.end();
    for (const file of files) {
      const text = contentOf(file);
      expect(text.match(/\textra-\d+\t/g)?.length ?? 0).toBe(text.match(/\textra\t/g)?.length ?? 0);
    }
    expect(contentOf(files[2] ?? '')).toMatch(/\textra-\d+\t/);
  });

  it('is nothing that strangers of the machine can read, and never written over another', () => {
    const state = path.join(folder, 'first');
    const tool = (name: string, args: string[], stateFolder: string) =>
      spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', `tools/${name}.ts`, ...args], {
        cwd: ROOT,
        encoding: 'utf8',
        env: { ...process.env, NABLA_STATE: stateFolder, DATABASE_URL: '', NABLA_SECRET: '' },
      });
    expect(tool('restore', [FILLED], state)).toMatchObject({ status: 0 });
    const secret = readFileSync(path.join(state, 'secret'), 'utf8');
    const file = path.join(folder, 'saved.nabla');
    const saved = tool('backup', [file], state);
    expect(saved.stderr).toMatch(/15 people, 2 classes/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(existsSync(`${file}.part`)).toBe(false);
    const twice = tool('backup', [file], state);
    expect(twice.status).toBe(1);
    expect(twice.stderr).toMatch(/is there already: name a new file/);
    // into a new folder: with the secret, so that sign-ins stay valid
    const other = path.join(folder, 'second');
    expect(tool('restore', [file], other)).toMatchObject({ status: 0 });
    expect(readFileSync(path.join(other, 'secret'), 'utf8')).toBe(secret);
    const copy = path.join(folder, 'copy.nabla');
    expect(tool('backup', [copy], other).status).toBe(0);
    expect(contentOf(copy)).toBe(contentOf(file));
    // and never over people
    const over = tool('restore', [file], other);
    expect(over.status).toBe(1);
    expect(over.stderr).toMatch(/never overwrites them: restore into an empty one/);
    expect(tool('backup', [path.join(folder, 'none.nabla')], path.join(folder, 'nobody')).stderr).toMatch(
      /There is no classroom in/,
    );
    expect(tool('restore', ['--secret', file], other).stdout.trim()).toBe(secret);
  });
});

describe('a file that cannot be restored', () => {
  const filled = (): string => gunzipSync(readFileSync(FILLED)).toString('utf8');
  let url: string;
  beforeAll(async () => {
    url = await makeDatabase('empty');
  });

  it.each([
    ['no gzip', () => Buffer.from('hello'), /no backup of Nabla, or it is damaged/],
    ['another gzip', () => gzipSync('hello\n'), /no backup of Nabla/],
    ['an empty one', () => Buffer.alloc(0), /cut off/],
    ['one of a newer version', () => gzipSync(filled().replace('_initial"', '_initially"')), /newer version/],
    ['one that was cut off', () => readFileSync(FILLED).subarray(0, 90_000), /cut off/],
    ['one with a row taken out', () => gzipSync(without(filled(), 'drafts')), /rows are missing/],
    ['one whose rows refer to nobody', () => gzipSync(without(filled(), 'users', '\tada\t', 15)), /foreign key/],
  ])('%s is refused, and nobody is in the database afterwards', async (_, bytes, sentence) => {
    await expect(restoreBackup(url, Readable.from([bytes()]))).rejects.toThrow(sentence);
    expect(await count(url, 'public.users')).toBe(0);
  });

  it('does not keep the right one from being restored afterwards, and never touches people', async () => {
    expect((await restoreBackup(url, createReadStream(FILLED))).tables.users).toBe(15);
    await expect(restoreBackup(url, createReadStream(FILLED))).rejects.toThrow(/never overwrites/);
    expect(await count(url, 'public.users')).toBe(15);
  });
});

/** The same without one row of a table; with `rows`, the end counts one less too. */
function without(text: string, table: string, mark = '', rows?: number): string {
  const lines = text.split('\n');
  const from = lines.findIndex((line) => line.startsWith(`{"table":"${table}"`));
  const at = lines.findIndex((line, index) => index > from && line.includes(mark));
  const cut = lines.toSpliced(at, 1).join('\n');
  return rows === undefined ? cut : cut.replace(`"${table}":${rows}`, `"${table}":${rows - 1}`);
}
