/** Accounts: one-time links, passwords, roles, and how often one may try to sign in. */
import { hash } from '@node-rs/argon2';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { database, pool } from '../../db/client.ts';
import { selectOptionalSignedIn } from '../../db/sign-ins.ts';
import { newPerson } from '../../domain/people/input.ts';
import { signIn } from '../../server/features/account/sign-in.ts';
import {
  addPerson,
  changePerson,
  createAdmin,
  findReset,
  listAdmins,
  makeAdminLink,
  makeResetLink,
  useReset,
} from '../../server/features/people/commands.ts';
import { type Cast, dismissCast, makeCast } from '../support/cast.ts';
import { signInOf } from '../support/sign-in-of.ts';

/** the real one, counted */
vi.mock('@node-rs/argon2', async (load) => {
  const real = await load<typeof import('@node-rs/argon2')>();
  return { ...real, hash: vi.fn(real.hash) };
});

let cast: Cast;
beforeAll(async () => {
  cast = await makeCast();
});
afterAll(dismissCast);

const PASSWORD = 'a good password';
const from = (address: string) => (login: string, password: string) => signIn({ login, password, address });

async function linkFor(userId: string): Promise<string> {
  const made = await makeResetLink(cast.admin, { userId });
  return made.ok ? tokenOf(made.link) : made.refused;
}
const tokenOf = (link: string): string => link.replace('/reset/', '');
const refused = (code: string) => ({ ok: false, refused: code });

describe('a one-time link', () => {
  it('names whose it is, sets the password once, and is void afterwards', async () => {
    const token = await linkFor(cast.student.id);
    expect(await findReset(token)).toEqual({ name: cast.student.name, login: cast.student.login });
    expect(await useReset({ token, password: PASSWORD })).toEqual({ ok: true, login: cast.student.login });
    expect(await from('a')(cast.student.login, PASSWORD)).toMatchObject({ ok: true });
    expect(await findReset(token)).toBeUndefined();
    expect(await useReset({ token, password: 'somebody else' })).toEqual(refused('linkUsed'));
    expect(await from('a')(cast.student.login, 'somebody else')).toEqual(refused('wrongPassword'));
  });

  it('used twice in the same moment sets one password', async () => {
    const token = await linkFor(cast.stranger.id);
    const both = await Promise.all(['password one', 'password two'].map((password) => useReset({ token, password })));
    expect(both.filter((one) => one.ok)).toHaveLength(1);
  });

  it("voids the account's other links and all earlier sign-ins", async () => {
    const [first, second] = [await linkFor(cast.student.id), await linkFor(cast.student.id)];
    const before = await signInOf(cast.student.id, 'a phone');
    expect(await selectOptionalSignedIn(pool(), before)).toBeDefined();
    expect(await useReset({ token: second, password: PASSWORD })).toMatchObject({ ok: true });
    expect(await selectOptionalSignedIn(pool(), before)).toBeUndefined();
    const after = await signInOf(cast.student.id, 'a phone');
    expect(await selectOptionalSignedIn(pool(), after)).toBeDefined();
    expect(await useReset({ token: first, password: 'from an old link' })).toEqual(refused('linkUsed'));
  });

  it('runs out, and opens no disabled account', async () => {
    const token = await linkFor(cast.student.id);
    await database().user.update({ where: { id: cast.student.id }, data: { disabledAt: new Date() } });
    expect(await useReset({ token, password: PASSWORD })).toEqual(refused('linkUsed'));
    await database().user.update({ where: { id: cast.student.id }, data: { disabledAt: null } });
    await database().passwordReset.updateMany({ where: { usedAt: null }, data: { expiresAt: new Date() } });
    expect(await findReset(token)).toBeUndefined();
    expect(await useReset({ token, password: PASSWORD })).toEqual(refused('linkUsed'));
  });

  it('has a password computed for it only while it is good: a stranger makes nobody compute', async () => {
    const token = await linkFor(cast.student.id);
    const computed = vi.mocked(hash).mock.calls.length;
    expect(await useReset({ token: 'nobody has made this one', password: PASSWORD })).toEqual(refused('linkUsed'));
    expect(vi.mocked(hash).mock.calls.length).toBe(computed);
    expect(await useReset({ token, password: PASSWORD })).toMatchObject({ ok: true });
    expect(await useReset({ token, password: PASSWORD })).toEqual(refused('linkUsed'));
    expect(vi.mocked(hash).mock.calls.length).toBe(computed + 1);
  });

  it('is stored as a hash only', async () => {
    const token = await linkFor(cast.student.id);
    expect(await database().passwordReset.count({ where: { tokenHash: token } })).toBe(0);
  });
});

describe('who hands out links', () => {
  const outcome = async (who: keyof Cast, whose: 'admin' | 'teacher' | 'colleague' | 'student' | 'stranger') => {
    const person = cast[who];
    if (typeof person === 'string') throw new Error('not a person');
    const made = await makeResetLink(person, { userId: cast[whose].id });
    return made.ok ? 'made' : made.refused;
  };

  it('is a teacher for their own students, and for no stranger, colleague or admin', async () => {
    expect(await outcome('teacher', 'student')).toBe('made');
    expect(await outcome('teacher', 'stranger')).toBe('notAllowed');
    expect(await outcome('teacher', 'colleague')).toBe('notAllowed');
    expect(await outcome('teacher', 'admin')).toBe('notAllowed');
    expect(await outcome('colleague', 'student')).toBe('notAllowed');
  });

  it('is not a teacher for a colleague who sits in the class as a student', async () => {
    const seat = { classId: cast.classId, userId: cast.colleague.id };
    await database().enrolment.create({ data: { ...seat, role: 'student' } });
    expect(await outcome('teacher', 'colleague')).toBe('notAllowed');
    await database().enrolment.delete({ where: { classId_userId: seat } });
  });

  it('is an admin for everybody, and a student for nobody, themselves included', async () => {
    expect(await outcome('admin', 'colleague')).toBe('made');
    expect(await outcome('student', 'student')).toBe('notAllowed');
    expect(await outcome('student', 'stranger')).toBe('notAllowed');
  });
});

describe('adding and changing people', () => {
  it('lets a teacher add students to a class they teach, and nobody else', async () => {
    const student = { name: 'New', login: 'new-one', role: 'student' as const, classId: cast.classId };
    const made = await addPerson(cast.teacher, student);
    expect(made).toMatchObject({ ok: true });
    expect(await database().enrolment.count({ where: { user: { login: 'new-one' }, role: 'student' } })).toBe(1);
    expect(await addPerson(cast.teacher, student)).toEqual({ ...refused('loginTaken'), field: 'login' });
    expect(await addPerson(cast.teacher, { ...student, login: 'x1', role: 'teacher' })).toEqual(refused('notAllowed'));
    expect(await addPerson(cast.teacher, { ...student, login: 'x2', classId: null })).toEqual(refused('notAllowed'));
    expect(await addPerson(cast.colleague, { ...student, login: 'x3' })).toEqual(refused('notAllowed'));
    expect(await addPerson(cast.student, { ...student, login: 'x4' })).toEqual(refused('notAllowed'));
  });

  it('gives somebody new no way in but the link', async () => {
    const made = await addPerson(cast.admin, { name: 'Newer', login: 'newer', role: 'teacher', classId: null });
    expect(await from('b')('newer', PASSWORD)).toEqual(refused('wrongPassword'));
    await useReset({ token: made.ok ? tokenOf(made.link) : '', password: PASSWORD });
    expect(await from('b')('newer', PASSWORD)).toMatchObject({ ok: true, person: { role: 'teacher' } });
  });

  it('ends the sign-ins of a disabled account at once', async () => {
    const person = await database().user.findUniqueOrThrow({ where: { login: 'newer' }, select: { id: true } });
    const signIn = await signInOf(person.id, 'a school computer');
    expect(await changePerson(cast.admin, { userId: person.id, disabled: true })).toEqual({ ok: true });
    expect(await selectOptionalSignedIn(pool(), signIn)).toBeUndefined();
    expect(await from('b')('newer', PASSWORD)).toEqual(refused('accountClosed'));
    expect(await from('b')('newer', 'not the password')).toEqual(refused('wrongPassword'));
    await changePerson(cast.admin, { userId: person.id, disabled: false, role: 'student' });
    // enabled again, the account is as closed as before to who had been signed in
    expect(await selectOptionalSignedIn(pool(), signIn)).toBeUndefined();
  });

  it('lets nobody change themselves, and nobody but admins change others', async () => {
    const change = (who: Cast['admin'], userId: string) => changePerson(who, { userId, role: 'admin' });
    expect(await change(cast.admin, cast.admin.id)).toEqual(refused('notAllowed'));
    expect(await change(cast.teacher, cast.student.id)).toEqual(refused('notAllowed'));
    expect(await change(cast.student, cast.student.id)).toEqual(refused('notAllowed'));
  });

  it.each(['', 'x', 'two words', '-dash', 'a/b', 'x'.repeat(81)])('takes no sign-in name like %j', (login) => {
    expect(newPerson.shape.login.safeParse(login).success).toBe(false);
  });
});

describe('the first admin', () => {
  it('is made once, and gets another link when the first is lost', async () => {
    const made = await createAdmin({ name: 'Grace', login: 'grace' });
    expect(made).toMatchObject({ ok: true });
    expect(await createAdmin({ name: 'Grace', login: 'grace' })).toMatchObject(refused('loginTaken'));
    expect(await listAdmins()).toContainEqual({ login: 'grace', name: 'Grace', ready: false, disabled: false });
    const again = await makeAdminLink('grace');
    await useReset({ token: again.ok ? tokenOf(again.link) : '', password: PASSWORD });
    expect(await listAdmins()).toContainEqual({ login: 'grace', name: 'Grace', ready: true, disabled: false });
    expect(await makeAdminLink(cast.teacher.login)).toEqual(refused('notFound'));
  });
});

describe('signing in', () => {
  it('waits after ten wrong passwords for an account, by name or by e-mail, and only where they came from', async () => {
    await useReset({ token: await linkFor(cast.stranger.id), password: PASSWORD });
    await database().user.update({ where: { id: cast.stranger.id }, data: { email: 'stranger@school.example' } });
    const attempt = from('c');
    for (let tried = 0; tried < 11; tried++)
      expect(await attempt(cast.stranger.login, 'wrong')).toEqual(refused('wrongPassword'));
    expect(await attempt(cast.stranger.login, PASSWORD)).toEqual(refused('tooMany'));
    expect(await attempt(` ${cast.stranger.login.toUpperCase()} `, PASSWORD)).toEqual(refused('tooMany'));
    expect(await attempt('Stranger@School.example', PASSWORD)).toEqual(refused('tooMany'));
    // others from the same address are not held up, nor is the owner from another one
    expect(await attempt('grace', PASSWORD)).toMatchObject({ ok: true });
    expect(await from('the owner')(cast.stranger.login, PASSWORD)).toMatchObject({ ok: true });
  });

  it('of a lecture behind one address is not held up, each mistyping twice', async () => {
    const attempt = from('a lecture hall');
    const student = async (number: number): Promise<void> => {
      for (const typed of ['first', 'second'])
        expect(await attempt(`mistyped-${number}-${typed}`, PASSWORD)).toEqual(refused('wrongPassword'));
      expect(await attempt('grace', PASSWORD)).toMatchObject({ ok: true });
    };
    for (let first = 0; first < 160; first += 4)
      await Promise.all([first, first + 1, first + 2, first + 3].map(student));
  });

  it('says the same of a wrong password and of nobody', async () => {
    expect(await from('d')('nobody-there', PASSWORD)).toEqual(await from('d')('grace', 'wrong'));
  });
});
