/** Migrations apply to nothing, and to a database with data in it; and the database keeps its own rules. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, disconnect } from '../../db/client.ts';
import { migrate } from '../../db/migrate.ts';
import { ROOT } from '../../launch/state-folder.ts';
import { prepare } from '../../server/features/start/prepare.ts';
import { makeDatabase } from '../support/database.ts';

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const USER = `insert into users (name, login, role) values ('Ada', 'ada', 'student') returning id`;

describe('migrations', () => {
  it('apply to an empty database, and then have nothing left to do', async () => {
    const url = await makeDatabase('empty');
    const applied = await migrate(url);
    expect(applied.length).toBeGreaterThan(1);
    expect(await migrate(url)).toEqual([]);
  });

  it('apply to a database of the previous version and keep what is in it', async () => {
    const url = await makeDatabase('empty');
    const first = await migrate(url, 1);
    expect(first).toHaveLength(1);
    await withClient(url, (client) => client.query(USER));
    expect((await migrate(url)).length).toBeGreaterThan(0);
    const { rows } = await withClient(url, (client) => client.query('select login from users'));
    expect(rows).toEqual([{ login: 'ada' }]);
  });

  it('of a later version are said at the start, and this one starts all the same', async () => {
    const url = await makeDatabase();
    connect(url, { connections: 2 });
    const content = path.join(ROOT, 'content');
    expect((await prepare(url, content)).join()).not.toContain('later version');
    await withClient(url, (client) =>
      client.query(`insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
        values ('later', 'x', '20990101000000_something_new', now(), 1)`),
    );
    expect(await prepare(url, content)).toContainEqual(
      expect.stringContaining('a later version of Nabla has used this database (20990101000000_something_new)'),
    );
    await disconnect();
  });
});

describe('hints that were open before they were those of a version', () => {
  it('stay open in the version that is published', async () => {
    const url = await makeDatabase('empty');
    const before = readdirSync(path.join(ROOT, 'prisma/migrations'))
      .filter((name) => /^\d/.test(name))
      .sort();
    await migrate(
      url,
      before.findIndex((name) => name.endsWith('_hints_of_a_version')),
    );
    const published = await withClient(url, async (client) => {
      await client.query(USER);
      const { rows } = await client.query<{ id: string }>(`
        with c as (insert into courses (slug, title) values ('c', 'C') returning id),
          l as (insert into levels (course_id, number, slug, title) select id, 1, 'l', 'L' from c returning id),
          lesson as (insert into lessons (level_id, place, slug, title) select id, 1, 'a', 'A' from l returning id),
          empty as (insert into lessons (level_id, place, slug, title) select id, 2, 'b', 'B' from l returning id),
          v as (insert into lesson_versions (lesson_id, number, source, source_hash, content, keys)
            select id, n, '', n::text, '{}', '{}' from lesson, generate_series(1, 2) n returning id, lesson_id, number),
          h as (insert into hint_reveals (user_id, lesson_id, question_id, shown)
            select u.id, x.id, 'q', 2 from users u, (select id from lesson union all select id from empty) x)
        select id from v where number = 1`);
      await client.query(`update lessons set published_id = $1 where slug = 'a'`, [rows[0]?.id]);
      return rows[0]?.id;
    });
    await migrate(url);
    const { rows } = await withClient(url, (client) =>
      client.query('select lesson_version_id, shown from hint_reveals'),
    );
    expect(rows).toEqual([{ lesson_version_id: published, shown: 2 }]);
  });
});

describe('the database itself', () => {
  let client: pg.Client;
  beforeAll(async () => {
    client = new pg.Client({ connectionString: await makeDatabase() });
    await client.connect();
  });
  afterAll(() => client.end());

  const session = (code: string) =>
    client.query<{ id: string }>(
      `insert into live_sessions (code, host_id, lesson_id, lesson_version_id, state)
       select $1, u.id, l.id, l.published_id, '{}' from users u, lessons l
       where u.login = 'teacher' and l.published_id is not null limit 1 returning id`,
      [code],
    );
  const idOf = (result: pg.QueryResult<{ id: string }>): string => result.rows[0]?.id ?? '';

  it('lets a code open one room at a time, and frees it when that has ended', async () => {
    const first = idOf(await session('111222'));
    await expect(session('111222')).rejects.toThrow(/live_sessions_active_code/);
    await client.query('update live_sessions set ended_at = now() where id = $1', [first]);
    await expect(session('111222')).resolves.toBeDefined();
  });

  it('refuses a code that is not six digits', async () => {
    await expect(session('12345x')).rejects.toThrow(/live_sessions_code_digits/);
  });

  it('stores one answer per session, round and player, and one nickname per room whatever its case', async () => {
    const room = idOf(await session('333444'));
    const seat = (name: string) =>
      client.query<{ id: string }>('insert into players (session_id, nickname) values ($1, $2) returning id', [
        room,
        name,
      ]);
    const player = idOf(await seat('Otter'));
    await expect(seat('oTTer')).rejects.toThrow(/players_nickname/);
    const answer = () =>
      client.query(
        `insert into live_answers (session_id, round, player_id, client_id, answer, received_at) values ($1, 0, $2, gen_random_uuid(), '{}', now())`,
        [room, player],
      );
    await answer();
    await expect(answer()).rejects.toThrow(/live_answers_pkey/);
  });

  it('refuses an answer of a player of another room', async () => {
    const here = idOf(await session('555666'));
    const there = idOf(await session('777888'));
    const player = idOf(
      await client.query<{ id: string }>('insert into players (session_id, nickname) values ($1, $2) returning id', [
        there,
        'Heron',
      ]),
    );
    await expect(
      client.query(
        `insert into live_answers (session_id, round, player_id, client_id, answer, received_at) values ($1, 0, $2, 'x', '{}', now())`,
        [here, player],
      ),
    ).rejects.toThrow(/foreign key/);
  });

  it('refuses points below zero and above what there is', async () => {
    const verdict = (points: number) =>
      client.query(
        `with s as (insert into submissions (user_id, lesson_id, lesson_version_id, question_id, purpose, client_id, answer, seed)
           select u.id, l.id, l.published_id, a.name, 'submit', gen_random_uuid(), '{}', 's'
           from users u, lessons l join lesson_questions a on a.lesson_version_id = l.published_id
           where u.login = 'ada' limit 1 returning id, lesson_version_id)
         insert into verdicts (submission_id, lesson_version_id, grader, outcome, result, points, max_points, signature, detail)
         select id, lesson_version_id, '1', 'graded', 'pass', $1, 4, '', '{}' from s`,
        [points],
      );
    await expect(verdict(-1)).rejects.toThrow(/verdicts_points/);
    await expect(verdict(5)).rejects.toThrow(/verdicts_points/);
    await expect(verdict(4)).resolves.toBeDefined();
  });

  it('keeps the log of a session as it was written', async () => {
    const room = idOf(await session('999000'));
    await client.query(`insert into live_events (session_id, version, type, payload) values ($1, 1, 'next', '{}')`, [
      room,
    ]);
    await expect(client.query(`update live_events set type = 'skip' where session_id = $1`, [room])).rejects.toThrow(
      /append-only/,
    );
  });
});
