/** One part of what is new for somebody: what is told, in the columns that all parts have. */
import type { NoticeKind } from '../domain/notices/notice.ts';
import { Prisma } from './generated/client.ts';

export type Sql = Prisma.Sql;
const NONE = Prisma.sql`null::uuid`;
const NOTHING = Prisma.sql`null::text`;

interface Told {
  kind: NoticeKind;
  /** as text */
  id: Sql;
  at: Sql;
  /** was not read where it stands; left out: that is not known */
  unread?: Sql;
  title?: Sql;
  className?: Sql;
  who?: Sql;
  when?: Sql;
  count?: Sql;
  classId?: Sql;
  lessonId?: Sql;
  slug?: Sql;
  activityId?: Sql;
  versionId?: Sql;
  questionName?: Sql;
  studentId?: Sql;
  code?: Sql;
  from: Sql;
}

export function part(told: Told): Sql {
  const { kind, id, at, unread = Prisma.sql`true`, from } = told;
  const when = told.when ?? Prisma.sql`null::timestamptz`;
  return Prisma.sql`select ${kind}::text as kind, ${id} as id, ${at} as at, ${unread} as unread,
    ${told.title ?? NOTHING} as title, ${told.className ?? NOTHING} as class_name, ${told.who ?? NOTHING} as who,
    ${when} as "when", ${told.count ?? Prisma.sql`null::int`} as count, ${told.classId ?? NONE} as class_id,
    ${told.lessonId ?? NONE} as lesson_id, ${told.slug ?? NOTHING} as slug, ${told.activityId ?? NONE} as activity_id,
    ${told.versionId ?? NONE} as version_id, ${told.questionName ?? NOTHING} as question_name,
    ${told.studentId ?? NONE} as student_id, ${told.code ?? NOTHING} as code ${from}`;
}

/** Of a lesson `l`. */
export const OF_LESSON = { title: Prisma.sql`l.title`, lessonId: Prisma.sql`l.id` };
/** What students and teachers ask each other: of an inquiry `i`, about a lesson `l`. */
export const OF_INQUIRY = {
  ...OF_LESSON,
  id: Prisma.sql`i.id::text`,
  who: Prisma.sql`u.name`,
  classId: Prisma.sql`i.class_id`,
  versionId: Prisma.sql`i.lesson_version_id`,
  questionName: Prisma.sql`i.question_id`,
};
/** What is said to a piece of work: of the `newest` remark on it, about a lesson `l`. */
export const OF_REMARK = {
  ...OF_LESSON,
  id: Prisma.sql`newest.id::text`,
  at: Prisma.sql`newest.created_at`,
  unread: Prisma.sql`newest.unread`,
  className: Prisma.sql`newest.name`,
  who: Prisma.sql`u.name`,
  classId: Prisma.sql`newest.class_id`,
  versionId: Prisma.sql`newest.lesson_version_id`,
  questionName: Prisma.sql`newest.question_id`,
};

/** Nobody has turned it off: in a condition of its own, so that nothing else is asked where somebody has. */
export const IF_ON = (kind: string): Sql => Prisma.sql`(select not (${kind} = any(off)) from mark)`;
/** Since when something is told, of the query that holds the parts. */
export const SINCE = Prisma.sql`(select since from mark)`;
