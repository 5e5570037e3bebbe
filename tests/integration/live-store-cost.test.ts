/**
 * What storing an answer reads. A connection plans the statement once, often while the tables are new: as a class plays
 * on, it must not come to read all answers and all players for each of them.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect, database, disconnect, pool } from '../../db/client.ts';
import { type IncomingAnswer, storeAnswers } from '../../db/live-answers.ts';
import { commandSession } from '../../server/commands/live-session.ts';
import { makeDatabase } from '../support/database.ts';
import { openDirectly } from '../support/live-direct.ts';

beforeAll(async () => {
  connect(await makeDatabase(), { connections: 2 });
});
afterAll(disconnect);

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
      answer: { choices: ['A'] },
      at: Date.now() + 1000,
      work: 'none',
      provisional: false,
    }),
  );
  const connection = await pool().connect();
  try {
    // the first five are planned one by one, the plan of the sixth is kept
    for (const answer of answers.slice(0, SEATS - 2)) await storeAnswers(connection, [answer]);
    await database().$executeRaw`
      insert into players (session_id, nickname) select ${session}::uuid, 'Other ' || n from generate_series(1, ${OTHERS}::int) n`;
    await database().$executeRaw`
      insert into live_answers (session_id, round, player_id, client_id, answer, received_at)
      select session_id, 0, id, 'other-' || id, '{"choices":["B"]}', now() from players where nickname like 'Other %'`;
    await connection.query('begin');
    const repeated = answers.slice(0, 1).map((answer) => ({ ...answer, client: randomUUID() }));
    const { rows: before } = await connection.query(READ);
    const fates = await storeAnswers(connection, [...answers.slice(-2), ...repeated]);
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
