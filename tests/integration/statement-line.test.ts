/** A statement on a connection that is kept for it: what it answers, and what becomes of it when something fails. */
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Statement, StatementLine } from '../../db/insides/statement-line.ts';
import { makeDatabase } from '../support/database.ts';

let url: string;
let pool: pg.Pool;
let line: StatementLine;

beforeAll(async () => {
  url = await makeDatabase();
});
beforeEach(async () => {
  await pool?.end();
  pool = new pg.Pool({ connectionString: url, max: 3 });
  pool.on('error', () => undefined);
  line = new StatementLine(pool);
});
afterAll(() => pool.end());

const say: Statement = { name: 'say', text: 'select $1::text, null, length($1::text)', value: 'α ≤ β\n"quoted"' };
const wait = (seconds: number): Statement => ({
  name: 'wait',
  text: 'select pg_sleep($1::float8)',
  value: `${seconds}`,
});
const whole = (value: string): Statement => ({ name: 'whole', text: 'select $1::int + 1', value });
const whoAmI: Statement = { name: 'who', text: 'select pg_backend_pid() where $1 = $1', value: '' };

async function backend(): Promise<string> {
  const [row] = await line.run(whoAmI);
  return row?.[0] ?? '';
}

describe('a statement on a line', () => {
  it('gives rows as PostgreSQL writes them', async () => {
    expect(await line.run(say)).toEqual([['α ≤ β\n"quoted"', null, '14']]);
  });

  it('takes a value of any length, and none', async () => {
    const long = 'ü'.repeat(300_000);
    expect(await line.run({ ...say, value: long })).toEqual([[long, null, '300000']]);
    expect(await line.run({ ...say, value: '' })).toEqual([['', null, '0']]);
  });

  it('gives all rows, or none', async () => {
    const rows = (value: string): Statement => ({ name: 'rows', text: 'select generate_series(1, $1::int)', value });
    expect(await line.run(rows('3'))).toEqual([['1'], ['2'], ['3']]);
    expect(await line.run(rows('0'))).toEqual([]);
  });

  it('is prepared once, on one connection', async () => {
    const first = await backend();
    for (let time = 0; time < 5; time++) await line.run(say);
    const count = 'select count(*) from pg_prepared_statements where name = $1';
    expect(await line.run({ name: 'count', text: count, value: 'say' })).toEqual([['1']]);
    expect(await backend()).toBe(first);
    expect(pool.totalCount).toBe(1);
  });

  it('is answered as itself when several begin at the same time', async () => {
    const values = ['1', '2', '3', '4'];
    expect(await Promise.all(values.map((value) => line.run(whole(value))))).toEqual([
      [['2']],
      [['3']],
      [['4']],
      [['5']],
    ]);
    expect(pool.totalCount - pool.idleCount).toBe(1);
  });

  it('fails alone: what is refused leaves the connection to the next', async () => {
    const first = await backend();
    await expect(line.run(whole('no number'))).rejects.toMatchObject({ code: '22P02' });
    await expect(line.run({ name: 'wrong', text: 'select of $1 from', value: '' })).rejects.toMatchObject({
      code: '42601',
    });
    const mixed = await Promise.allSettled([line.run(whole('1')), line.run(whole('x')), line.run(whole('3'))]);
    expect(mixed.map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await backend()).toBe(first);
  });

  it.each(['while it runs', 'while it waits for the next'])('goes on when its connection is lost %s', async (when) => {
    const lost = await backend();
    const running = when === 'while it runs' ? line.run(wait(30)) : undefined;
    const failed = running && expect(running).rejects.toThrow();
    await pool.query('select pg_terminate_backend($1)', [lost]);
    await failed;
    // that it is gone is heard a moment later where nothing ran on it
    await expect.poll(() => backend().catch(() => lost)).not.toBe(lost);
  });

  it('gives its connection back once nothing more comes', async () => {
    await line.run(say);
    expect(pool.idleCount).toBe(0);
    await expect.poll(() => pool.idleCount).toBe(1);
    expect(await line.run(whole('1'))).toEqual([['2']]);
  });
});
