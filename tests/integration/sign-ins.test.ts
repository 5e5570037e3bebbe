/** Sign-ins: which end when, and that who may no longer hears no more. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { database, pool } from '../../db/client.ts';
import { deleteExpiredSignIns, insertSignIn, selectOptionalSignedIn } from '../../db/sign-ins.ts';
import { holdPassword, selectPasswordHash, updatePassword } from '../../db/users.ts';
import type { Person } from '../../domain/people/person.ts';
import { changePassword, listSignIns, signOut } from '../../server/features/account/commands.ts';
import { signIn } from '../../server/features/account/sign-in.ts';
import { openSession } from '../../server/features/live/commands.ts';
import { handOver } from '../../server/features/live/hand-over.ts';
import { changePerson, findReset, makeResetLink, useReset } from '../../server/features/people/commands.ts';
import { knownDevice, withAccount } from '../../server/known-device.ts';
import { hashPassword } from '../../server/passwords.ts';
import { type Cast, dismissCast, makeCast } from '../support/cast.ts';
import { freePort } from '../support/free-port.ts';
import { cookieOf, LiveClient } from '../support/live-client.ts';
import { type RunningProcess, startServer } from '../support/processes.ts';
import { signInOf } from '../support/sign-in-of.ts';

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
      ['phone', 'school', 'home'].map((device) => signInOf(cast.student.id, device)),
    );
    const foreign = await signInOf(cast.stranger.id, 'phone');
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
    const one = await signInOf(cast.student.id, 'phone');
    await database()
      .$executeRaw`update sign_ins set created_at = now() - interval '31 days', expires_at = now() - interval '1 day'
      where id = ${one}::uuid`;
    expect(await isGood(one)).toBe(false);
    await database().$transaction(deleteExpiredSignIns);
    // the server may have been here before
    expect(await database().signIn.count({ where: { id: one } })).toBe(0);
  });

  it('is the only one that stays when its owner takes a new password, and the old one must be known', async () => {
    await database().user.update({
      where: { id: cast.student.id },
      data: { passwordHash: await hashPassword(PASSWORD) },
    });
    const [here, elsewhere] = await Promise.all(
      ['here', 'elsewhere'].map((device) => signInOf(cast.student.id, device)),
    );
    const wrong = await changePassword(cast.student, { current: 'not this', password: 'another password' }, here);
    expect(wrong).toEqual({ ok: false, refused: 'notYourPassword', field: 'current' });
    const right = await changePassword(cast.student, { current: PASSWORD, password: 'another password' }, here);
    expect(right).toEqual({ ok: true });
    expect([await isGood(here ?? ''), await isGood(elsewhere ?? '')]).toEqual([true, false]);
  });

  it('is not made where the password was changed, or the account disabled, while it was looked at', async () => {
    const { id } = cast.student;
    const old = await selectPasswordHash(database(), id);
    let made: Promise<string | undefined> = Promise.resolve(undefined);
    await database().$transaction(async (tx) => {
      await updatePassword(tx, id, await hashPassword('while it was looked at'));
      // it waits for this to be done, and is not among what was ended
      made = insertSignIn(database(), id, old, 'a phone');
      await new Promise((resolve) => setTimeout(resolve, 200));
    });
    expect(await made).toBeUndefined();
    const now = await selectPasswordHash(database(), id);
    await database().user.update({ where: { id }, data: { disabledAt: new Date() } });
    expect(await insertSignIn(database(), id, now, 'a phone')).toBeUndefined();
    await database().user.update({ where: { id }, data: { disabledAt: null } });
    expect(await insertSignIn(database(), id, now, 'a phone')).toBeDefined();
  });

  it('sets no password any more once it has ended, or another password was set meanwhile', async () => {
    const { id } = cast.student;
    const old = await selectPasswordHash(database(), id);
    const signIn = await signInOf(id, 'a phone');
    const holds = (hash: string | null): Promise<boolean> =>
      database().$transaction((tx) => holdPassword(tx, id, hash, signIn));
    expect(await holds(old)).toBe(true);
    await updatePassword(database(), id, await hashPassword(PASSWORD), signIn);
    expect(await holds(old)).toBe(false);
    const now = await selectPasswordHash(database(), id);
    expect(await holds(now)).toBe(true);
    await signOut(cast.student, { signIn });
    expect(await holds(now)).toBe(false);
  });
});

async function linkFor(maker: Person, userId: string): Promise<string> {
  const made = await makeResetLink(maker, { userId });
  if (!made.ok) throw new Error(made.refused);
  return made.link.replace('/reset/', '');
}

describe('a link for a new password', () => {
  const opens = async (token: string): Promise<boolean> => (await findReset(token)) !== undefined;

  it('is void once its account has taken a new password, or another role, or was disabled', async () => {
    const { id } = cast.student;
    await database().user.update({ where: { id }, data: { passwordHash: await hashPassword(PASSWORD) } });
    const first = await linkFor(cast.teacher, id);
    expect(await opens(first)).toBe(true);
    const signIn = await signInOf(id, 'a phone');
    expect(await changePassword(cast.student, { current: PASSWORD, password: 'a newer one' }, signIn)).toEqual({
      ok: true,
    });
    expect(await opens(first)).toBe(false);
    const second = await linkFor(cast.teacher, id);
    const own = await linkFor(cast.admin, id);
    await changePerson(cast.admin, { userId: id, role: 'teacher' });
    // what an admin gave is for the account as an admin makes it
    expect([await opens(second), await opens(own)]).toEqual([false, true]);
    await changePerson(cast.admin, { userId: id, role: 'student', disabled: true });
    await changePerson(cast.admin, { userId: id, disabled: false });
    expect(await opens(own)).toBe(false);
  });

  it('is void once whoever made it may not make it any more', async () => {
    const { id } = cast.student;
    const link = await linkFor(cast.teacher, id);
    await changePerson(cast.admin, { userId: cast.teacher.id, disabled: true });
    expect(await opens(link)).toBe(false);
    expect(await useReset({ token: link, password: 'of a stranger' })).toMatchObject({ ok: false });
    await changePerson(cast.admin, { userId: cast.teacher.id, disabled: false });
    expect(await opens(link)).toBe(false);
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
    for (let guess = 0; guess < 110; guess++)
      await signIn({ login, password: 'wrong', address: `198.51.100.${guess}` });
    expect(await attempt(PASSWORD, device)).toBe('in');
    // nor do they keep an owner who is in from a new password
    expect(
      await changePassword(
        cast.stranger,
        { current: PASSWORD, password: `${PASSWORD} still` },
        await signInOf(id, 'x'),
      ),
    ).toEqual({
      ok: true,
    });
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
    return { session: opened.session, code: opened.code, host, gone: () => gone };
  };

  it('host a room hears no more of it once it is handed over', async () => {
    const { session, host, gone } = await room();
    expect(await handOver(session, cast.admin.login)).toEqual({ ok: true });
    await host.until(() => gone() > 0 && host.socket.connected, 'the connection came back');
    expect(await host.ask('host', { session })).toMatchObject({ ok: false, refused: 'notAllowed' });
  });

  it('sit in a room loses the seat with the sign-in that took it, and a guest keeps theirs', async () => {
    const { session, code } = await room();
    const [signedIn, guest] = [
      new LiveClient(address, { cookie: await cookieOf(cast.student.id) }),
      new LiveClient(address),
    ];
    clients.push(signedIn, guest);
    const tokens: string[] = [];
    for (const [index, client] of [signedIn, guest].entries()) {
      const seat = await client.ask('join', { code, nickname: `Who ${index}` });
      if (!seat.ok) throw new Error(seat.refused);
      tokens.push(seat.token);
    }
    expect(await signOut(cast.student, { signIn: null })).toMatchObject({ ok: true });
    // from wherever it is shown, by whoever has it
    const elsewhere = new LiveClient(address);
    clients.push(elsewhere);
    const [taken = '', own = ''] = tokens;
    expect(await elsewhere.ask('play', { token: taken })).toEqual({ ok: false, refused: 'notSignedIn' });
    const answer = {
      token: taken,
      round: 0,
      clientId: 'after-it-ended',
      answer: { kind: 'choice' as const, choices: ['A'] },
    };
    expect(await elsewhere.ask('answer', answer)).toEqual({ ok: false, refused: 'notSignedIn' });
    expect(await elsewhere.ask('play', { token: own })).toMatchObject({ ok: true, session });
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

  /** Each ends the sign-ins of whoever hosts, but for one where they do it themselves. */
  const ENDS: Record<string, (person: Person, here: string) => Promise<object>> = {
    'signed out there': (person) => signOut(person, { signIn: null }),
    'took a new password elsewhere': (person, here) =>
      changePassword(person, { current: PASSWORD, password: 'a newer password' }, here),
    'was given a link and used it': async (person) =>
      useReset({ token: await linkFor(cast.admin, person.id), password: 'a newer password' }),
  };
  it.each(Object.entries(ENDS))('be signed in (%s) hears no more at once', async (_, end) => {
    const { id } = cast.colleague;
    await database().user.update({ where: { id }, data: { passwordHash: await hashPassword(PASSWORD) } });
    const { session, host, gone } = await room();
    const here = await signInOf(id, 'here');
    expect(await end(cast.colleague, here)).toMatchObject({ ok: true });
    await host.until(() => gone() > 0 && host.socket.connected, 'the connection came back');
    expect(await host.ask('host', { session })).toMatchObject({ ok: false, refused: 'notAllowed' });
  });
});
