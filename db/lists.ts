/**
 * Lists that grow with the school, a page at a time: people, classes, and the places of all courses. What is looked for is
 * found anywhere in a name, without regard to accents and capitals, and every sign in it means itself.
 */
import type { Pool } from 'pg';
import { type ListAsked, type ListPage, PAGE_ROWS, placeInList } from '../domain/list-page.ts';
import type { Role } from '../domain/people/permissions.ts';

/** A text without accents and capitals: the same for what is looked for and for where. */
const plain = (text: string): string => `replace(lower(
  regexp_replace(normalize(${text}, NFD), '[\\u0300-\\u036f]', '', 'g') collate "und-x-icu"), 'ı', 'i')`;

/** Whether what is looked for (the first parameter) stands in one of these texts; nothing stands everywhere. */
export const found = (...texts: string[]): string =>
  `(${texts.map((text) => `strpos(${plain(text)}, ${plain('$1::text')}) > 0`).join(' or ')})`;

/** Counts, and then reads the page that there is. */
export async function readPage<T extends object>(
  pool: Pool,
  { search, page }: ListAsked,
  query: { columns: string; from: string; order: string; more?: readonly unknown[] },
): Promise<ListPage<T>> {
  const values = [search, ...(query.more ?? [])];
  const counted = await pool.query<{ of: number }>(`select count(*)::int as of from ${query.from}`, values);
  const place = placeInList(counted.rows[0]?.of ?? 0, page);
  const { rows } = await pool.query<T>(
    `select ${query.columns} from ${query.from} order by ${query.order} limit ${PAGE_ROWS} offset ${place.before}`,
    values,
  );
  return { ...place, rows };
}

export interface ListedPerson {
  id: string;
  name: string;
  login: string;
  role: Role;
  since: Date;
  disabled: boolean;
}

/** By what people can be sorted. */
export const PEOPLE_ORDERS = ['name', 'login', 'role', 'state', 'since'] as const;
export type PeopleOrder = (typeof PEOPLE_ORDERS)[number];

const PEOPLE_BY: Record<PeopleOrder, string> = {
  name: `name collate "und-x-icu"`,
  login: `login collate "und-x-icu"`,
  role: 'role',
  state: '(disabled_at is not null)',
  since: 'created_at',
};

/** Everybody with an account. */
export async function selectPeople(
  pool: Pool,
  asked: ListAsked,
  order: { by: PeopleOrder; down: boolean },
): Promise<ListPage<ListedPerson>> {
  return readPage(pool, asked, {
    columns: 'id, name, login, role, created_at as since, disabled_at is not null as disabled',
    from: `users where ${found('name', 'login')}`,
    order: `${PEOPLE_BY[order.by]} ${order.down ? 'desc' : 'asc'}, ${PEOPLE_BY.name}, ${PEOPLE_BY.login}, id`,
  });
}

export interface ListedStudent {
  id: string;
  name: string;
  login: string;
  disabled: boolean;
  /** share of the usual time in live rounds and under time limits; 0: no limit */
  timeFactor: number;
  /** as the school's list has it, where that is another name */
  fullName: string | null;
  /** what lists order by: the family name first */
  sortName: string;
  /** the class has made the account: who may have people in and out names it, and hands out links to its password */
  ofClass: boolean;
  /** a password was chosen */
  ready: boolean;
}

/** What a class's lists are ordered by. */
export type NamesBy = 'family' | 'given';

/** The students of a class. */
export async function selectStudents(
  pool: Pool,
  asked: ListAsked,
  { classId, namesBy }: { classId: string; namesBy: NamesBy },
): Promise<ListPage<ListedStudent>> {
  const sortName = `coalesce(sort_name, name)`;
  return readPage(pool, asked, {
    columns: `u.id, name, login, disabled_at is not null as disabled, e.time_factor as "timeFactor", full_name as "fullName",
      ${sortName} as "sortName", made_in_id is not distinct from e.class_id as "ofClass", password_hash is not null as ready`,
    from: `enrolments e join users u on u.id = e.user_id
      where ${found('name', `coalesce(full_name, '')`, 'login')} and e.class_id = $2 and e.role = 'student'`,
    order: `${namesBy === 'family' ? `${sortName} collate "und-x-icu", ` : ''}${PEOPLE_BY.name}, ${PEOPLE_BY.login}, u.id`,
    more: [classId],
  });
}

/** Those of a class whose accounts it has made, all of them; for tickets. */
export async function selectTicketsOf(
  pool: Pool,
  classId: string,
): Promise<{ id: string; sortName: string; ready: boolean; ticket: boolean }[]> {
  const { rows } = await pool.query<{ id: string; sortName: string; ready: boolean; ticket: boolean }>(
    `select id, "sortName", ready, ticket from (
       select u.id, u.login, coalesce(u.sort_name, u.name) as "sortName", u.password_hash is not null as ready,
         exists (select 1 from password_resets r where r.user_id = u.id and r.used_at is null and r.expires_at > now()) as ticket
       from enrolments e join users u on u.id = e.user_id
       where e.class_id = $1 and e.role = 'student' and u.role = 'student' and u.made_in_id = $1 and u.disabled_at is null) own
     order by "sortName" collate "und-x-icu", login collate "und-x-icu"`,
    [classId],
  );
  return rows;
}

export interface ListedClass {
  id: string;
  name: string;
  course: string;
  students: number;
  lessons: number;
  /** nobody who may still sign in teaches it */
  alone: boolean;
}

/** The classes that somebody teaches or assists in, or all; by their own names and those of their courses. The oldest first. */
export async function selectClasses(
  pool: Pool,
  asked: ListAsked,
  teacherId: string | null,
  aside = false,
): Promise<ListPage<ListedClass>> {
  return readPage(pool, asked, {
    columns: `c.id, c.name, course.title as course,
      (select count(*)::int from enrolments e where e.class_id = c.id and e.role = 'student') as students,
      (select count(*)::int from activities a where a.class_id = c.id and a.withdrawn_at is null) as lessons,
      not exists (select 1 from enrolments e join users u on u.id = e.user_id
        where e.class_id = c.id and e.role = 'teacher' and u.role <> 'student' and u.disabled_at is null) as alone`,
    from: `classes c join courses course on course.id = c.course_id
      where c.archived_at is ${aside ? 'not ' : ''}null and ${found('c.name', 'course.title')} and ($2::uuid is null or exists (
        select 1 from enrolments e where e.class_id = c.id and e.user_id = $2 and e.role = 'teacher')${
          aside ? '' : ' or exists (select 1 from class_assistants s where s.class_id = c.id and s.user_id = $2)'
        })`,
    order: 'c.created_at, c.id',
    more: [teacherId],
  });
}

export interface ListedCourse {
  id: string;
  title: string;
  description: string;
  /** it comes from a file of `content/` */
  fromFile: boolean;
  levels: number;
  lessons: number;
  /** of the lessons */
  written: number;
  classes: number;
}

/** Courses by their names; those that somebody edits, or all. */
export async function selectCourses(
  pool: Pool,
  asked: ListAsked,
  { editorId, archived }: { editorId: string | null; archived: boolean },
): Promise<ListPage<ListedCourse>> {
  return readPage(pool, asked, {
    columns: `c.id, c.title, c.description, c.content_id is not null as "fromFile", n.levels, n.lessons, n.written,
      (select count(*)::int from classes k where k.course_id = c.id and k.archived_at is null) as classes`,
    from: `courses c cross join lateral (
        select count(distinct l.id)::int as levels, count(s.id)::int as lessons, count(s.published_id)::int as written
        from levels l left join lessons s on s.level_id = l.id and s.archived_at is null
        where l.course_id = c.id and l.archived_at is null) n
      where ${found('c.title')} and (c.archived_at is not null) = $3 and ${editedBy('$2')}`,
    order: `c.title collate "und-x-icu", c.id`,
    more: [editorId, archived],
  });
}

/** Whether the course `c` was given to somebody to edit; null: it is not asked. */
const editedBy = (whom: string): string => `(${whom}::uuid is null or exists (
  select 1 from course_editors e where e.course_id = c.id and e.user_id = ${whom}::uuid))`;

/** A place of a course; where a course or a level has none yet, one line without a lesson. */
export interface ListedPlace {
  courseId: string;
  courseSlug: string;
  course: string;
  description: string;
  levelId: string | null;
  levelSlug: string | null;
  number: number | null;
  level: string | null;
  lessonId: string | null;
  slug: string | null;
  title: string | null;
  place: number | null;
  archived: boolean;
  /** of what is published; null: not yet written */
  version: number | null;
}

/** All places of the courses that somebody edits, or of all, in their order; by the titles of lessons, levels and courses. */
export async function selectPlaces(
  pool: Pool,
  asked: ListAsked,
  editorId: string | null = null,
): Promise<ListPage<ListedPlace>> {
  return readPage(pool, asked, {
    columns: `c.id as "courseId", c.slug as "courseSlug", c.title as course, c.description, l.id as "levelId",
      l.slug as "levelSlug", l.number, l.title as level, s.id as "lessonId", s.slug, s.title, s.place,
      s.archived_at is not null as archived, v.number as version`,
    from: `courses c
      left join levels l on l.course_id = c.id
        -- a level that was taken out of the list is shown as long as there are lessons in it
        and (l.archived_at is null or exists (select 1 from lessons any_of where any_of.level_id = l.id))
      left join lessons s on s.level_id = l.id
      left join lesson_versions v on v.id = s.published_id
      where ${found("coalesce(s.title, '')", "coalesce(l.title, '')", 'c.title')} and ${editedBy('$2')}`,
    order: `c.title collate "und-x-icu", c.id, l.archived_at nulls first, l.number, l.id,
      s.archived_at nulls first, s.place, s.id`,
    more: [editorId],
  });
}
