/** Names where they are stored: accounts of before still sign in, and two in one room that look the same are told apart. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { database } from '../../db/client.ts';
import { migrate, migrationNames } from '../../db/migrate.ts';
import { newAccount, newClass, newPerson } from '../../domain/people/input.ts';
import { misfit } from '../../domain/people/names/schema.ts';
import { signIn } from '../../server/features/account/sign-in.ts';
import { joinWithNewAccount } from '../../server/features/classes/commands.ts';
import { openSession, takeSeat } from '../../server/features/live/commands.ts';
import { handOver } from '../../server/features/live/hand-over.ts';
import { addPerson, makeAdminLink } from '../../server/features/people/commands.ts';
import { hashPassword } from '../../server/passwords.ts';
import { type Cast, dismissCast, makeCast } from '../support/cast.ts';
import { makeDatabase } from '../support/database.ts';

const PASSWORD = 'a good password';
let cast: Cast;
beforeAll(async () => {
  cast = await makeCast();
});
afterAll(dismissCast);

/** What a page that joins a class is answered. */
async function joins(name: string, login: string): Promise<string> {
  const { joinToken: token } = await database().class.findUniqueOrThrow({ where: { id: cast.classId } });
  const read = newAccount.safeParse({ token, name, login, password: PASSWORD });
  const done = read.success ? await joinWithNewAccount(read.data) : misfit(read.error);
  return done.ok ? done.login : `${done.refused} ${done.field}`;
}
async function signedInAs(login: string): Promise<string> {
  const done = await signIn({ login, password: PASSWORD, address: '192.0.2.1' });
  return done.ok ? done.person.login : done.refused;
}
/** An account as it was stored before names had one spelling. */
async function storedBefore(login: string, email: string | null = null): Promise<void> {
  const passwordHash = await hashPassword(PASSWORD);
  await database().user.create({ data: { name: 'Of before', login, email, role: 'admin', passwordHash } });
}

describe('a sign-in name', () => {
  it('is stored in one spelling, and found however it is typed', async () => {
    expect(await joins('Zoe\u0308 Groß', ' Zoë.GROSS ')).toBe('zoë.gross');
    for (const typed of ['zoë.gross', 'ZOË.GROẞ', 'zoe\u0308.groß', 'ｚｏë.ｇｒｏｓｓ'])
      expect(await signedInAs(typed)).toBe('zoë.gross');
    expect(await joins('Somebody', 'ＺＯË.groß')).toBe('loginTaken login');
    const { name } = await database().user.findUniqueOrThrow({ where: { login: 'zoë.gross' } });
    expect(name).toBe('Zoë Groß');
  });

  it('that was stored otherwise before is the one that is meant by whoever types it like that', async () => {
    for (const login of ['ﬁx', 'groß', 'ａda.old', 'аdmin.mixed']) {
      await storedBefore(login);

      expect(await signedInAs(login)).toBe(login);
    }
    // beside them, somebody new under the spelling of today
    expect(await joins('Somebody', 'gross')).toBe('gross');
    expect(await signedInAs('groß')).toBe('groß');
    expect(await signedInAs('GROSS')).toBe('gross');
    await storedBefore('by.mail', 'groß@school.example');
    expect(await signedInAs('Groß@school.example')).toBe('by.mail');
    expect(await makeAdminLink('groß')).toMatchObject({ ok: true });
    const room = await openSession(cast.teacher, { lessonId: cast.lessonId, classId: cast.classId });
    expect(room.ok && (await handOver(room.session, 'ﬁx'))).toEqual({ ok: true });
  });

  it('or a name that breaks a rule is refused with the rule and the field', async () => {
    expect(await joins('Ada', 'аdmin')).toBe('loginScripts login');
    expect(await joins('Ada', 'ad\u202emin')).toBe('nameUnseen login');
    expect(await joins('Ada', 'a b')).toBe('loginSigns login');
    expect(await joins('Ada\u202e', 'ada.one')).toBe('nameUnseen name');
    expect(await joins('\u3164', 'ada.one')).toBe('nameUnseen name');
    expect(await joins('…', 'ada.one')).toBe('nameEmpty name');
    expect(await joins(`Z${'\u0335'.repeat(9)}algo`, 'ada.one')).toBe('nameMarks name');
    const added = newPerson.safeParse({ name: 'A\u0007', login: 'x.y', role: 'student', classId: null });
    expect(added.success || misfit(added.error)).toEqual({ ok: false, refused: 'nameUnseen', field: 'name' });
    const made = newClass.safeParse({ name: 'A \u202eclass', courseId: cast.courseId });
    expect(made.success || misfit(made.error)).toEqual({ ok: false, refused: 'nameUnseen', field: 'name' });
    const real = newPerson.parse({ name: 'علی\u200cرضا', login: 'علی\u200cرضا', role: 'student', classId: null });
    expect(await addPerson(cast.admin, real)).toMatchObject({ ok: true });
  });
});

describe('a nickname', () => {
  it('is taken in any case, spacing and spelling with what nobody sees', async () => {
    const opened = await openSession(cast.teacher, { lessonId: cast.lessonId, classId: cast.classId });
    if (!opened.ok) throw new Error(opened.refused);
    const sits = async (nickname: string): Promise<string> => {
      const done = await takeSeat(undefined, { code: opened.code, nickname });
      return done.ok ? 'seated' : `${done.refused} ${done.field}`;
    };
    const here = [
      'Ünal',
      'Straße',
      'Иван',
      'علی\u200cرضا',
      'Max Mia',
      '葛\u{e0100}城',
      'Otto 1',
      'Вова',
      'Ελένη',
      'Bo ❤️',
    ];
    for (const name of here) expect([name, await sits(name)]).toEqual([name, 'seated']);
    for (const name of [
      'ünal',
      'STRASSE',
      'иВАН',
      'علیرضا',
      'MaxMia',
      'max  mia',
      '葛城',
      '0tto l',
      'вова',
      'ελένη',
      'bo❤️',
    ])
      expect([name, await sits(name)]).toEqual([name, 'nicknameTaken nickname']);
    expect(await sits('Unal')).toBe('seated');
  });

  it('that is unfit for the wall is refused by its reason, unless it is who somebody is here', async () => {
    const opened = await openSession(cast.teacher, { lessonId: cast.lessonId, classId: cast.classId });
    if (!opened.ok) throw new Error(opened.refused);
    const sits = async (person: typeof cast.student | undefined, nickname: string): Promise<string> => {
      const done = await takeSeat(person, { code: opened.code, nickname });
      return done.ok ? 'seated' : `${done.refused} ${done.field}`;
    };
    const refused = 'nicknameRefused nickname';
    for (const name of ['Arschloch', 'sh1t']) expect(await sits(undefined, name)).toBe(refused);
    // of an account by its first name, and whole
    const [student, stranger] = [
      { ...cast.student, name: 'Wichser Novak' },
      { ...cast.stranger, name: 'Ada Putain' },
    ];
    expect(await sits(stranger, 'Wichser')).toBe(refused);
    expect(await sits(student, 'Arschloch')).toBe(refused);
    expect(await sits(student, 'Wichser')).toBe('seated');
    expect(await sits(stranger, 'Ada Putain')).toBe('seated');
  });

  it('of a room that was stored before keeps its owner: of two that look the same the later one gets a mark', async () => {
    const url = await makeDatabase('empty');
    const before = migrationNames().findIndex((name) => name.endsWith('_nicknames_in_any_case'));
    await migrate(url, before);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      await client.query(`
        with u as (insert into users (name, login, role) values ('Ada', 'ada', 'teacher') returning id),
          c as (insert into courses (slug, title) values ('c', 'C') returning id),
          level as (insert into levels (course_id, number, slug, title) select id, 1, 'l', 'L' from c returning id),
          lesson as (insert into lessons (level_id, place, slug, title) select id, 1, 'a', 'A' from level returning id),
          version as (insert into lesson_versions (lesson_id, number, source, source_hash, content, keys)
            select id, 1, '', '', '{}', '{}' from lesson returning id, lesson_id),
          room as (insert into live_sessions (code, host_id, lesson_id, lesson_version_id, state)
            select '123456', u.id, version.lesson_id, version.id, '{}' from u, version returning id)
        insert into players (id, session_id, nickname) select ('00000000-0000-4000-8000-00000000000' || n)::uuid, room.id, name
          from room, unnest(array['Ünal', 'ünal', 'Unal', 'Max Mia', 'MaxMia']) with ordinality as t(name, n)`);
      await migrate(url);
      const { rows } = await client.query('select nickname from players order by id');
      expect(rows.map(({ nickname }) => nickname)).toEqual([
        'Ünal',
        'ünal 00000000',
        'Unal',
        'Max Mia',
        'MaxMia 00000000',
      ]);
    } finally {
      await client.end();
    }
  });
});
