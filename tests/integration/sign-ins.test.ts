/** Sign-ins: which end when, and that who may no longer hears no more. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { database, pool } from '../../db/client.ts';
import { deleteExpiredSignIns, insertSignIn, selectOptionalSignedIn } from '../../db/sign-ins.ts';
import { changePassword, listSignIns, signOut } from '../../server/commands/account.ts';
import { handOver } from '../../server/commands/live-desk.ts';
import { openSession } from '../../server/commands/live-session.ts';
import { changePerson } from '../../server/commands/people.ts';
import { signIn } from '../../server/commands/sign-in.ts';
import { knownDevice, withAccount } from '../../server/known-device.ts';
import { hashPassword } from '../../server/passwords.ts';
import { type Cast, dismissCast, makeCast } from '../support/cast.ts';
import { freePort } from '../support/free-port.ts';
import { cookieOf, LiveClient } from '../support/live-client.ts';
import { type RunningProcess, startServer } from '../support/processes.ts';

let cast: Cast;
let server: RunningProcess;
let address: string;
const clients: LiveClient[] = [];

beforeAll(async () => {
  cast = await makeCast();
  const port = await freePort();
  address = `http://127.0.0.1:${port}`;
  server = await startServer(cast.url, port);
});
afterAll(async () => {
  for (const client of clients) client.close();
  await server?.kill('SIGTERM');
  await dismissCast();
});

const isGood = async (signIn: string): Promise<boolean> => (await selectOptionalSignedIn(pool(), signIn)) !== undefined;
const PASSWORD = 'a good password';

describe('a sign-in', () => {
  it('ends alone where it is signed out, and with all others where that is asked', async () => {
    const [phone, school, home] = await Promise.all(
      ['phone', 'school', 'home'].map((device) => insertSignIn(database(), cast.student.id, device)),
    );
    const foreign = await insertSignIn(database(), cast.stranger.id, 'phone');
    expect(await signOut(cast.student, { signIn: foreign })).toEqual({ ok: true, ended: 0 });
    expect(await signOut(cast.student, { signIn: school ?? '' })).toEqual({ ok: true, ended: 1 });
    const listed = await listSignIns(cast.student, home ?? '');
    expect(listed.map((one) => [one.device, one.here]).toSorted()).toEqual([
      ['home', true],
      ['phone', false],
    ]);
    expect(await signOut(cast.student, { signIn: null })).toEqual({ ok: true, ended: 2 });
    expect(await Promise.all([phone, school, home, foreign].map((one) => isGood(one ?? '')))).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });

  it('lasts thirty days by the database\u2019s clock, whatever is done in them', async () => {
    const one = await insertSignIn(database(), cast.student.id, 'phone');
    await database()
      .$executeRaw`update sign_ins set created_at = now() - interval '31 days', expires_at = now() - interval '1 day'
      where id = ${one}::uuid`;
    expect(await isGood(one)).toBe(false);
    expect(await database().$transaction(deleteExpiredSignIns)).toBe(1);
  });

  it('is the only one that stays when its owner takes a new password, and the old one must be known', async () => {
    await database().user.update({
      where: { id: cast.student.id },
      data: { passwordHash: await hashPassword(PASSWORD) },
    });
    const [here, elsewhere] = await Promise.all(
      ['here', 'elsewhere'].map((device) => insertSignIn(database(), cast.student.id, device)),
    );
    const wrong = await changePassword(cast.student, { current: 'not this', password: 'another password' }, here);
    expect(wrong).toEqual({ ok: false, refused: 'notYourPassword', field: 'current' });
    const right = await changePassword(cast.student, { current: PASSWORD, password: 'another password' }, here);
    expect(right).toEqual({ ok: true });
    expect([await isGood(here ?? ''), await isGood(elsewhere ?? '')]).toEqual([true, false]);
  });
});

describe('the owner of an account', () => {
  it('comes in where they have signed in before, whoever guesses behind the same address, and is slowed only by own tries', async () => {
    const { id, login } = cast.stranger;
    await database().user.update({ where: { id }, data: { passwordHash: await hashPassword(PASSWORD) } });
    const address = '192.0.2.77';
    const secret = 'a secret of the test, long enough';
    const device = withAccount(undefined, id, secret);
    const attempt = async (password: string, cookie?: string) => {
      const known = (account: string): string | undefined => knownDevice(cookie, account, secret);
      const result = await signIn({ login, password, address, known });
      return result.ok ? 'in' : result.refused;
    };
    const guesses = [];
    for (let guess = 0; guess < 12; guess++) guesses.push(await attempt(`guess ${guess}`));
    expect(guesses.at(-1)).toBe('tooMany');
    expect(await attempt(PASSWORD)).toBe('tooMany');
    expect(await attempt(PASSWORD, withAccount(undefined, cast.student.id, secret))).toBe('tooMany');
    expect(await attempt(PASSWORD, device)).toBe('in');
    const slips = [];
    for (let slip = 0; slip < 12; slip++) slips.push(await attempt(`slip ${slip}`, device));
    expect(slips.at(-1)).toBe('tooMany');
    expect(await attempt(PASSWORD, device)).toBe('tooMany');
  });
});

describe('who may no longer', () => {
  const room = async () => {
    const opened = await openSession(cast.colleague, { lessonId: cast.lessonId, classId: null });
    if (!opened.ok) throw new Error(opened.refused);
    const host = new LiveClient(address, { cookie: await cookieOf(cast.colleague.id) });
    clients.push(host);
    expect(await host.ask('host', { session: opened.session })).toMatchObject({ ok: true });
    let gone = 0;
    host.socket.on('disconnect', () => (gone += 1));
    return { session: opened.session, host, gone: () => gone };
  };

  it('host a room hears no more of it once it is handed over', async () => {
    const { session, host, gone } = await room();
    expect(await handOver(session, cast.admin.login)).toEqual({ ok: true });
    await host.until(() => gone() > 0 && host.socket.connected, 'the connection came back');
    expect(await host.ask('host', { session })).toMatchObject({ ok: false, refused: 'notAllowed' });
  });

  it.each(['disabled', 'role'] as const)('be who they were (%s) hears no more', async (what) => {
    const { session, host, gone } = await room();
    const change = what === 'disabled' ? { disabled: true } : { role: 'student' as const };
    expect(await changePerson(cast.admin, { userId: cast.colleague.id, ...change })).toEqual({ ok: true });
    await host.until(() => gone() > 0 && host.socket.connected, 'the connection came back');
    expect(await host.ask('host', { session })).toMatchObject({ ok: false, refused: 'notAllowed' });
    await changePerson(cast.admin, { userId: cast.colleague.id, disabled: false, role: 'teacher' });
    // enabled again, the old cookie is as void as before
    expect(await host.ask('host', { session })).toMatchObject({ ok: false, refused: 'notAllowed' });
  });
});
