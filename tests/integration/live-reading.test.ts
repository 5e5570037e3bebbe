/**
 * What the statements of a live round read. A connection plans each of them once, often while the tables are new: as
 * classes play on, they must not come to read all answers and all players each time.
 */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect, database, disconnect } from '../../db/client.ts';
import { type RunStatement, runOn } from '../../db/insides/statement-line.ts';
import { type IncomingAnswer, storeAnswers } from '../../db/live-answers.ts';
import { countAnswers, haveAllAnswered, selectOptionalRoom } from '../../db/live-room.ts';
import { selectOptionalSessionNow } from '../../db/live-session.ts';
import { selectDueSessions } from '../../db/live-step.ts';
import { commandSession } from '../../server/features/live/commands.ts';
import { makeDatabase } from '../support/database.ts';
import { openDirectly } from '../support/live-direct.ts';

/** A pool of one connection: what it has planned, and what it has read, is that connection's. */
let one: pg.Pool;

beforeAll(async () => {
  const url = await makeDatabase();
  connect(url, { connections: 2 });
  one = new pg.Pool({ connectionString: url, max: 1 });
});
afterAll(async () => {
  await one.end();
  await disconnect();
});

const SEATS = 12;
const OTHERS = 3000;

/** Rows that this connection has read lately by going through a whole table, and by way of an index. */
const READ = `
select relname as table, seq_tup_read::int as whole, idx_tup_fetch::int as "byKey" from pg_stat_xact_user_tables
where relname in ('live_answers', 'players', 'live_sessions') order by relname`;

it('stays that of the answers themselves, however many others there are, also for what is refused', async () => {
  const { session, players } = await openDirectly(
    { speed: true, readSeconds: 0 },
    Array.from({ length: SEATS }, () => 1),
  );
  expect(await commandSession(session, { type: 'next' }, () => Date.now())).toMatchObject({ ok: true });
  const answers = players.map(
    ({ id: player }): IncomingAnswer => ({
      session,
      round: 0,
      player,
      client: randomUUID(),
      answer: { kind: 'choice', choices: ['A'] },
      at: Date.now() + 1000,
      work: 'none',
      provisional: false,
    }),
  );
  const connection = await one.connect();
  const run: RunStatement = (statement) => runOn(connection, statement);
  try {
    // the first five are planned one by one, the plan of the sixth is kept
    for (const answer of answers.slice(0, SEATS - 2)) await storeAnswers(run, [answer]);
    await database().$executeRaw`
      insert into players (session_id, nickname) select ${session}::uuid, 'Other ' || n from generate_series(1, ${OTHERS}::int) n`;
    await database().$executeRaw`
      insert into live_answers (session_id, round, player_id, client_id, answer, received_at)
      select session_id, 0, id, 'other-' || id, '{"choices":["B"]}', now() from players where nickname like 'Other %'`;
    await connection.query('begin');
    const repeated = answers.slice(0, 1).map((answer) => ({ ...answer, client: randomUUID() }));
    const { rows: before } = await connection.query(READ);
    const fates = await storeAnswers(run, [...answers.slice(-2), ...repeated]);
    const { rows } = await connection.query(READ);
    await connection.query('commit');
    expect(fates.map((fate) => fate.accepted)).toEqual([true, true, false]);
    expect(rows.map((row) => row.table)).toEqual(['live_answers', 'live_sessions', 'players']);
    for (const [index, { table, whole, byKey }] of rows.entries()) {
      expect(whole - before[index].whole, `${table}, read as a whole`).toBe(0);
      expect(byKey - before[index].byKey, `${table}, read by key`).toBeLessThan(30);
    }
  } finally {
    connection.release();
  }
});

/** What all connections have read so far; this one's statistics are flushed first. */
async function readSoFar(): Promise<Record<string, { whole: number; byKey: number }>> {
  await one.query('select pg_stat_force_next_flush()');
  const { rows } = await one.query(READ.replace('pg_stat_xact_user_tables', 'pg_stat_user_tables'));
  return Object.fromEntries(rows.map(({ table, ...read }) => [table, read]));
}

/** How many rows of each table were read while a statement ran, by anybody. */
async function readBy(statement: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await readSoFar();
  await statement();
  const rows = Object.entries(await readSoFar());
  return Object.fromEntries(
    rows.map(([table, { whole, byKey }]) => [
      table,
      whole + byKey - (before[table]?.whole ?? 0) - (before[table]?.byKey ?? 0),
    ]),
  );
}

it('reads a room, and who has answered in it, by its own rows, however many other rooms there are', async () => {
  const { session } = await openDirectly(
    { speed: true, readSeconds: 0 },
    Array.from({ length: SEATS }, () => 1),
  );
  const statements = {
    room: () => selectOptionalRoom(one, session, 0),
    session: () => selectOptionalSessionNow(one, session),
    allAnswered: () => haveAllAnswered(one, session, 0),
    answered: () => countAnswers(one, session, { round: 0, named: true }),
    due: () => selectDueSessions(one),
  };
  // the worst that a planner can be told after a school's first day: one room has all there is
  await database().$executeRaw`analyze players, live_answers`;
  for (let time = 0; time < 8; time++) for (const statement of Object.values(statements)) await statement();
  await database().$executeRaw`
    insert into live_sessions (code, host_id, lesson_id, lesson_version_id, state)
    select lpad(n::text, 6, '0'), host_id, lesson_id, lesson_version_id, state from live_sessions, generate_series(1, ${OTHERS}::int) n
    where id = ${session}::uuid`;
  await database().$executeRaw`
    insert into players (session_id, nickname) select id, 'Old' from live_sessions where code < '100000'`;
  await database().$executeRaw`
    insert into live_answers (session_id, round, player_id, client_id, answer, received_at)
    select session_id, 0, id, 'old-' || id, '{"choices":["B"]}', now() from players where nickname = 'Old'`;
  await database().$executeRaw`update live_sessions set ended_at = now() where code < '100000'`;
  for (const [name, statement] of Object.entries(statements)) {
    const times = [await readBy(statement), await readBy(statement), await readBy(statement)];
    // other connections tell what they have read up to ten seconds later: a statement reads as much each time
    for (const table of Object.keys(times[0] ?? {}))
      expect(Math.min(...times.map((read) => read[table] ?? 0)), `${name}: ${table}`).toBeLessThan(100);
  }
});
