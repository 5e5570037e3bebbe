/** Ids that lead nowhere, as somebody may have left them by hand before there were foreign keys: the rows stay, and are held from then on. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate, migrationNames } from '../../db/migrate.ts';
import { makeDatabase } from '../support/database.ts';

let client: pg.Client;

/** Somebody and something that are not there any more. */
const GONE = '00000000-0000-4000-8000-000000000000';
const ROWS = `
with u as (insert into users (name, login, role) values ('Ada', 'ada', 'student') returning id),
  c as (insert into courses (slug, title) values ('c', 'C') returning id),
  class as (insert into classes (name, course_id) select 'Class', id from c returning id),
  level as (insert into levels (course_id, number, slug, title) select id, 1, 'l', 'L' from c returning id),
  lesson as (insert into lessons (level_id, place, slug, title) select id, 1, 'a', 'A' from level returning id),
  version as (insert into lesson_versions (lesson_id, number, source, source_hash, content, keys, created_by_id)
    select id, 1, '', '', '{}', '{}', '${GONE}' from lesson returning id, lesson_id),
  reset as (insert into password_resets (token_hash, user_id, created_by_id, expires_at) select 'hash', id, '${GONE}', now() from u),
  given as (insert into assignments (class_id, lesson_id, created_by_id) select class.id, lesson.id, '${GONE}' from class, lesson),
  regrade as (insert into regrades (lesson_id, lesson_version_id, question_ids, created_by_id, applied_by_id, applied_at)
    select lesson_id, id, '{}', '${GONE}', '${GONE}', now() from version),
  event as (insert into audit_events (actor_id, action, subject) values ('${GONE}', 'live.open', 'x')),
  submission as (insert into submissions (user_id, lesson_id, lesson_version_id, question_id, purpose, client_id, answer, seed)
    select u.id, version.lesson_id, version.id, 'q', 'submit', 'client', '{}', 's' from u, version returning id, lesson_version_id)
insert into verdicts (submission_id, lesson_version_id, grader, outcome, result, points, max_points, signature, detail, decided_by_id)
  select s.id, v.version, v.grader, 'graded', 'pass', v.points, 3, 's', '{}', v.decided from submission s, lateral (values
    (s.lesson_version_id, 'maths', 1, null::uuid),
    ('${GONE}'::uuid, 'maths', 2, null),
    ('${GONE}'::uuid, 'teacher', 3, '${GONE}'::uuid)) v(version, grader, points, decided)`;

beforeAll(async () => {
  const url = await makeDatabase('empty');
  await migrate(
    url,
    migrationNames().findIndex((name) => name.endsWith('_foreign_keys_and_indexes')),
  );
  client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(ROWS);
  await migrate(url);
});
afterAll(() => client.end());

describe('rows that named somebody or something that is gone', () => {
  it('are all there, and name nobody', async () => {
    for (const [table, columns] of Object.entries({
      lesson_versions: ['created_by_id'],
      password_resets: ['created_by_id'],
      activities: ['created_by_id'],
      regrades: ['created_by_id', 'applied_by_id'],
      audit_events: ['actor_id'],
    })) {
      const { rows } = await client.query(`select ${columns.join(', ')} from ${table}`);
      expect(rows, table).toEqual([Object.fromEntries(columns.map((column) => [column, null]))]);
    }
  });

  it('are verdicts of the version that was answered, none lost and none in the way of another', async () => {
    const { rows } = await client.query(
      `select v.points, v.lesson_version_id = s.lesson_version_id as held, v.decided_by_id, split_part(v.grader, ' ', 1) as grader
       from verdicts v join submissions s on s.id = v.submission_id order by v.points`,
    );
    expect(rows).toEqual([
      { points: 1, held: true, decided_by_id: null, grader: 'maths' },
      { points: 2, held: true, decided_by_id: null, grader: 'maths' },
      { points: 3, held: true, decided_by_id: null, grader: 'teacher' },
    ]);
  });
});

describe('an account that is deleted by hand', () => {
  it('leaves what it has made and applied', async () => {
    const { rows } = await client.query(`
      with u as (insert into users (name, login, role) values ('Ben', 'ben', 'teacher') returning id)
      update regrades set applied_by_id = u.id, created_by_id = u.id from u returning regrades.id`);
    await client.query("delete from users where login = 'ben'");
    expect((await client.query('select id, applied_by_id, applied_at is null as open from regrades')).rows).toEqual([
      { id: rows[0]?.id, applied_by_id: null, open: false },
    ]);
  });
});

describe('the keys of the database', () => {
  it('are checked, each of them, and none leads nowhere', async () => {
    const { rows: keys } = await client.query<{ name: string; checked: boolean; orphans: string }>(`
      select c.conname as name, c.convalidated as checked,
        format('select count(*)::int as count from %s t where t.%I is not null and not exists (select 1 from %s o where o.%I = t.%I)',
          c.conrelid::regclass, f.attname, c.confrelid::regclass, o.attname, f.attname) as orphans
      from pg_constraint c
        join pg_attribute f on f.attrelid = c.conrelid and f.attnum = c.conkey[1]
        join pg_attribute o on o.attrelid = c.confrelid and o.attnum = c.confkey[1]
      where c.contype = 'f' and c.connamespace = 'public'::regnamespace`);
    expect(keys.length).toBeGreaterThan(30);
    for (const { name, checked, orphans } of keys) {
      expect(checked, name).toBe(true);
      expect((await client.query(orphans)).rows, name).toEqual([{ count: 0 }]);
    }
  });

  it('hold every column that names a row of another table', async () => {
    // by name: a subject of an audit event may be anything, and what a client chose (the name of a new question's draft) is no row.
    // A change of the board is noted also while what it names is being deleted, and is itself deleted after a while.
    const { rows } = await client.query<{ column: string }>(`
      select a.attrelid::regclass || '.' || a.attname as column from pg_attribute a
        join pg_class t on t.oid = a.attrelid and t.relkind = 'r' and t.relnamespace = 'public'::regnamespace
      where a.attname like '%\\_id' and a.atttypid = 'uuid'::regtype and not a.attisdropped
        and a.attrelid <> 'board_changes'::regclass
        and (a.attrelid, a.attname) <> ('author_drafts'::regclass, 'new_id'::name)
        and not exists (select 1 from pg_constraint c where c.contype = 'f' and c.conrelid = a.attrelid and a.attnum = any(c.conkey))`);
    expect(rows).toEqual([]);
  });
});
