/** A server whose clock is ten minutes off: what is stored and compared is the database's time all the same; and names stand by letters. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { database, pool } from '../../db/client.ts';
import { insertVerdict } from '../../db/submissions.ts';
import { insertUser } from '../../db/users.ts';
import { decide } from '../../server/features/board/commands.ts';
import { changePerson, findReset, makeResetLink, useReset } from '../../server/features/people/commands.ts';
import { saveDraft, submit } from '../../server/features/practice/commands.ts';
import { applyRegrade, cancelRegrade, startRegrade } from '../../server/features/regrading/commands.ts';
import { boardOf } from '../support/board-of.ts';
import { type Cast, dismissCast, makeCast } from '../support/cast.ts';
import { UNDECIDED } from '../support/undecided.ts';

const OFF_MS = 10 * 60_000;
const QUESTION = 'manual-gradients';
let cast: Cast;
beforeAll(async () => {
  cast = await makeCast();
});
afterAll(dismissCast);

/** What a query gives, in seconds before (or after) the database's own clock. */
async function secondsAway(column: string, table: string, where: string): Promise<number> {
  const { rows } = await pool().query<{ away: number }>(
    `select extract(epoch from ${column} - clock_timestamp())::float8 as away from ${table} where ${where} order by 1 desc limit 1`,
  );
  return rows[0]?.away ?? Number.NaN;
}

describe.each([
  ['ahead', OFF_MS],
  ['behind', -OFF_MS],
])('a server whose clock is ten minutes %s', (_, off) => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + off }));
  afterEach(() => void vi.useRealTimers());

  it('gives a link its two days, and takes it', async () => {
    const made = await makeResetLink(cast.teacher, { userId: cast.student.id });
    if (!made.ok) throw new Error(made.refused);
    const token = made.link.split('/').at(-1) ?? '';
    const student = `user_id = '${cast.student.id}'`;
    expect(Math.abs((await secondsAway('expires_at', 'password_resets', student)) - 48 * 3600)).toBeLessThan(60);
    await pool().query(`update password_resets set expires_at = now() + interval '5 minutes' where ${student}`);
    expect(await findReset(token)).toMatchObject({ login: cast.student.login });
    expect(await useReset({ token, password: 'a long password' })).toMatchObject({ ok: true });
    expect(Math.abs(await secondsAway('used_at', 'password_resets', student))).toBeLessThan(60);
    const late = await makeResetLink(cast.teacher, { userId: cast.student.id });
    await pool().query(`update password_resets set expires_at = now() - interval '5 minutes' where used_at is null`);
    expect(await findReset(late.ok ? (late.link.split('/').at(-1) ?? '') : '')).toBeUndefined();
  });

  it('notes when an account was disabled, a regrade ended, a score changed and an answer was claimed to be written', async () => {
    await changePerson(cast.admin, { userId: cast.stranger.id, disabled: true });
    expect(Math.abs(await secondsAway('disabled_at', 'users', `id = '${cast.stranger.id}'`))).toBeLessThan(60);
    const work = { lessonId: cast.lessonId, questionId: QUESTION, answer: { kind: 'maths', parts: { dx: '2xy' } } };
    const sent = await submit(cast.student, { ...work, purpose: 'submit', clientId: `client-${off}` });
    if (!sent.ok) throw new Error(sent.refused);
    const stored = await database().submission.findUniqueOrThrow({ where: { id: sent.submission } });
    await insertVerdict(database(), stored, UNDECIDED, 'before');
    await decide(cast.teacher, { submission: stored.id, points: 1 });
    expect(Math.abs(await secondsAway('updated_at', 'scores', `user_id = '${cast.student.id}'`))).toBeLessThan(60);
    const scope = { lessonId: cast.lessonId, classId: cast.classId, questionIds: [] };
    for (const [end, column] of [
      [cancelRegrade, 'cancelled_at'],
      [applyRegrade, 'applied_at'],
    ] as const) {
      const started = await startRegrade(cast.teacher, scope);
      if (!started.ok) throw new Error(started.refused);
      await pool().query(`update regrade_items set error = 'questionGone' where proposed is null and error is null`);
      expect(await end(cast.teacher, { regrade: started.regrade })).toEqual({ ok: true });
      expect(Math.abs(await secondsAway(column, 'regrades', `id = '${started.regrade}'`))).toBeLessThan(60);
    }
    const { rows } = await pool().query<{ now: number }>('select extract(epoch from now())::float8 * 1000 as now');
    const claimedAt = Math.round(rows[0]?.now ?? 0) - 300_000;
    expect(await saveDraft(cast.colleague, { ...work, claimedAt })).toMatchObject({ ok: true });
    expect(
      Math.abs((await secondsAway('updated_at', 'drafts', `user_id = '${cast.colleague.id}'`)) + 300),
    ).toBeLessThan(60);
  });
});

describe('the board of a class', () => {
  it('lists its students by the letters of their names, on a database that sorts by bytes', async () => {
    const { rows } = await pool().query<{ name: string }>(
      `select name from (values ('Zhang'), ('Çelik'), ('de Vries')) n(name) order by name`,
    );
    expect(rows.map(({ name }) => name)).toEqual(['Zhang', 'de Vries', 'Çelik']);
    for (const name of ['Zhang', 'Özil', 'Çelik', 'Celik', 'de Vries']) {
      const { id } = await insertUser(database(), { name, login: `by-${name}`, role: 'student', passwordHash: null });
      await database().enrolment.create({ data: { classId: cast.otherClassId, userId: id, role: 'student' } });
    }
    const board = await boardOf(cast.colleague, { classId: cast.otherClassId, lessonId: cast.lessonId });
    expect(board.students.map(({ name }) => name)).toEqual(['Celik', 'Çelik', 'de Vries', 'Özil', 'Zhang']);
  });
});
