/** Long lists, looked through and read a page at a time by the server. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { database, pool } from '../../db/client.ts';
import { selectClasses, selectPeople, selectPlaces, selectStudents } from '../../db/lists.ts';
import { insertUser } from '../../db/users.ts';
import { type Cast, dismissCast, makeCast } from '../support/cast.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await makeCast();
  for (const [login, name] of [
    ['e yilmaz', 'Ayşe Yılmaz'],
    ['oezil', 'Mesut Özil'],
    ['percent', '100 % Ada'],
    ['under', 'Ada_Lovelace'],
    ['iwan', 'ИВАН Петров'],
  ] as const)
    await insertUser(database(), { name, login: `list-${login}`, role: 'student', passwordHash: null });
  await pool().query(
    `insert into users (name, login, role) select 'Many ' || n, 'many-' || n, 'student' from generate_series(1, 120) n`,
  );
  await pool().query(`insert into classes (name, course_id) select 'Circle ' || n, $1 from generate_series(1, 60) n`, [
    cast.courseId,
  ]);
});
afterAll(dismissCast);

const byName = { by: 'name', down: false } as const;
async function namesOf(search: string): Promise<string[]> {
  const { rows } = await selectPeople(pool(), { search, page: 1 }, byName);
  return rows.map(({ name }) => name);
}

describe('people', () => {
  it.each([
    ['e yilmaz', 'Ayşe Yılmaz'],
    ['SE YILMAZ', 'Ayşe Yılmaz'],
    ['ayse y', 'Ayşe Yılmaz'],
    ['ozil', 'Mesut Özil'],
    ['ÖZİL', 'Mesut Özil'],
    ['list-oez', 'Mesut Özil'],
    ['иван', 'ИВАН Петров'],
    ['%', '100 % Ada'],
    ['Ada_', 'Ada_Lovelace'],
  ])('who look for %s find %s and nobody else', async (search, name) => {
    expect(await namesOf(search)).toEqual([name]);
  });

  it('are nobody where nobody is called that, whatever signs it has', async () => {
    for (const search of ['nobody at all', '_____', '\\', "'; drop table users; --", '%%'])
      expect([search, await namesOf(search)]).toEqual([search, []]);
  });

  it('come fifty a page, each once, and after the last page is the last', async () => {
    const pages = await Promise.all([1, 2, 3, 4].map((page) => selectPeople(pool(), { search: 'many', page }, byName)));
    expect(pages.map(({ page, rows, of }) => [page, rows.length, of])).toEqual([
      [1, 50, 120],
      [2, 50, 120],
      [3, 20, 120],
      [3, 20, 120],
    ]);
    expect(new Set(pages.slice(0, 3).flatMap(({ rows }) => rows.map(({ id }) => id))).size).toBe(120);
  });

  it('are sorted as is asked for, all of them and not one page', async () => {
    const first = async (by: 'name' | 'login' | 'role' | 'state' | 'since', down: boolean) =>
      (await selectPeople(pool(), { search: '', page: 1 }, { by, down })).rows[0];
    await database().user.update({ where: { id: cast.stranger.id }, data: { disabledAt: new Date() } });
    expect(await first('state', true)).toMatchObject({ id: cast.stranger.id, disabled: true });
    expect((await first('role', false))?.role).toBe('admin');
    expect((await first('role', true))?.role).toBe('student');
    expect((await first('name', false))?.name).toBe('100 % Ada');
    expect((await first('name', true))?.name).toBe('ИВАН Петров');
    expect((await first('login', false))?.login.startsWith('ad')).toBe(true);
    expect((await first('since', true))?.login.startsWith('many-')).toBe(true);
  });
});

describe('students of a class', () => {
  it('come a page at a time by name, without its teachers and those of other classes, and are looked for', async () => {
    const ids = (text: string) => pool().query<{ id: string }>('select id from classes where name = $1', [text]);
    const classId = (await ids('Circle 1')).rows[0]?.id ?? '';
    await pool().query(
      `insert into enrolments (class_id, user_id, role, time_factor)
       select $1, id, 'student', case when login = 'many-7' then 1.5 else 1 end from users where login like 'many-%'`,
      [classId],
    );
    await database().enrolment.create({ data: { classId, userId: cast.colleague.id, role: 'teacher' } });
    const page = await selectStudents(pool(), { search: '', page: 3 }, { classId, namesBy: 'given' });
    expect([page.of, page.page, page.rows.length, page.rows.at(-1)?.name]).toEqual([120, 3, 20, 'Many 99']);
    const found = await selectStudents(pool(), { search: 'MANY-7', page: 1 }, { classId, namesBy: 'given' });
    expect(found.rows.map(({ login }) => login)).toEqual([
      'many-7',
      ...Array.from({ length: 10 }, (_, at) => `many-7${at}`),
    ]);
    expect(found.rows[0]).toMatchObject({ name: 'Many 7', timeFactor: 1.5, disabled: false });
    expect(
      (await selectStudents(pool(), { search: cast.colleague.name, page: 1 }, { classId, namesBy: 'given' })).of,
    ).toBe(0);
    const own = await selectStudents(pool(), { search: '', page: 1 }, { classId: cast.classId, namesBy: 'family' });
    expect(own.rows.map(({ id }) => id)).toEqual([cast.student.id]);
  });
});

describe('classes', () => {
  it('are all for an admin and their own for a teacher, with how many students and lessons they have', async () => {
    const own = await selectClasses(pool(), { search: '', page: 1 }, cast.teacher.id);
    expect(own.rows.map(({ id, students, lessons }) => [id, students, lessons])).toEqual([[cast.classId, 1, 0]]);
    const all = await selectClasses(pool(), { search: 'circle', page: 2 }, null);
    expect([all.of, all.page, all.rows.length]).toEqual([60, 2, 10]);
    expect((await selectClasses(pool(), { search: 'circle', page: 1 }, cast.teacher.id)).of).toBe(0);
  });

  it('are found by their course as well, and not once they are archived', async () => {
    const { title } = await database().course.findUniqueOrThrow({ where: { id: cast.courseId } });
    const before = await selectClasses(pool(), { search: title.toUpperCase(), page: 1 }, null);
    expect(before.of).toBeGreaterThanOrEqual(62);
    await database().class.updateMany({ where: { name: 'Circle 7' }, data: { archivedAt: new Date() } });
    expect((await selectClasses(pool(), { search: 'circle 7', page: 1 }, null)).of).toBe(0);
  });
});

describe('places of courses', () => {
  it('stand in their order, written or not, and are found by lesson, level or course', async () => {
    const all = await selectPlaces(pool(), { search: '', page: 1 });
    expect(all.of).toBe(await database().lesson.count());
    const found = await selectPlaces(pool(), { search: 'gradients IN code', page: 1 });
    expect(found.rows).toMatchObject([{ slug: 'gradients-in-code', version: 1, archived: false }]);
    const { level } = all.rows[0] ?? {};
    expect((await selectPlaces(pool(), { search: level ?? '', page: 1 })).of).toBeGreaterThan(1);
  });

  it('are told of a course that has none yet', async () => {
    await database().course.create({ data: { slug: 'empty', title: 'A course to come' } });
    const { rows } = await selectPlaces(pool(), { search: 'to come', page: 1 });
    expect(rows).toMatchObject([{ course: 'A course to come', levelId: null, lessonId: null, version: null }]);
  });
});
