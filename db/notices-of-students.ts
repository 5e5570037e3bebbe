/** What is new for who learns: it goes by their classes (`learns`) and by what is theirs. */
import { FOR_ONE } from './activity-given.ts';
import { Prisma } from './generated/client.ts';
import { IF_ON, OF_INQUIRY, OF_LESSON, OF_REMARK, part, SINCE, type Sql } from './notice-part.ts';

/** Of an activity `a` of a class `c` in which somebody learns (`e`), with its lesson `l` and what is different for them (`o`). */
const OF_ACTIVITY = Prisma.sql`from learns e
  join activities a on a.class_id = e.class_id and a.withdrawn_at is null and a.kind = 'work' and ${FOR_ONE}
  join lessons l on l.id = a.lesson_id
  left join activity_overrides o on o.activity_id = a.id and o.user_id = e.user_id`;
/** The address of a lesson; a quiz has none. */
const SLUG = Prisma.sql`case when l.level_id is not null then l.slug end`;
const ACTIVITY = {
  ...OF_LESSON,
  id: Prisma.sql`a.id::text`,
  className: Prisma.sql`e.name`,
  classId: Prisma.sql`a.class_id`,
  slug: SLUG,
  activityId: Prisma.sql`a.id`,
};
/** When it was given last: what was taken back and is given again is new work once more. Its taking back undone is not. */
const GIVEN_AT = Prisma.sql`coalesce((select max(g.at) from activity_changes g where g.activity_id = a.id and g.what = 'given'), a.created_at)`;
/** By which activity somebody has a quiz still. */
const OWN_ACTIVITY = Prisma.sql`(select a.id from learns e
  join activities a on a.class_id = e.class_id where a.lesson_id = l.id and a.withdrawn_at is null and ${FOR_ONE}
  order by a.created_at desc limit 1)`;

/** Where a student finds it. */
const FOR_STUDENT = { slug: SLUG, activityId: OWN_ACTIVITY };

const given = part({
  ...ACTIVITY,
  kind: 'given',
  at: GIVEN_AT,
  when: Prisma.sql`case when a.opens_at > now() then a.opens_at end`,
  // what was there before somebody came is no news
  from: Prisma.sql`${OF_ACTIVITY} where ${IF_ON('given')} and ${GIVEN_AT} > ${SINCE} and ${GIVEN_AT} > e.joined_at`,
});
/** A day before; of what was given later than that, from then. */
const DUE_FROM = Prisma.sql`greatest(coalesce(o.until, a.due_at) - interval '24 hours', ${GIVEN_AT})`;
const due = part({
  ...ACTIVITY,
  kind: 'due',
  at: DUE_FROM,
  when: Prisma.sql`coalesce(o.until, a.due_at)`,
  from: Prisma.sql`${OF_ACTIVITY} left join lesson_versions v on v.id = coalesce(a.lesson_version_id, l.published_id)
    where ${IF_ON('due')} and coalesce(o.until, a.due_at) > now()
      and ${DUE_FROM} between ${SINCE} and now()
      and coalesce(a.opens_at, '-infinity') <= now() and o.excused is not true
      and coalesce(nullif(cardinality(a.questions), 0), v.question_count) > (
        select count(distinct s.question_id) from submissions s
        where s.user_id = e.user_id and s.lesson_id = a.lesson_id and s.purpose = 'submit'
          and (coalesce(cardinality(a.questions), 0) = 0 or s.question_id = any(a.questions)))`,
});
/** From when the answers of an activity are told to this student is no matter of SQL: the rule says it, with all activities that ask the same. */
const released = part({
  ...ACTIVITY,
  kind: 'released',
  at: Prisma.sql`told.at`,
  from: Prisma.sql`${OF_ACTIVITY}
    join (select * from jsonb_to_recordset((select told from mark)) as t(activity uuid, at timestamptz(3))) told on told.activity = a.id
    where ${IF_ON('released')} and told.at > ${SINCE}
    and exists (select 1 from submissions s
      where s.user_id = e.user_id and s.lesson_id = a.lesson_id and s.purpose = 'submit')`,
});
const remark = part({
  ...OF_REMARK,
  ...FOR_STUDENT,
  kind: 'remark',
  from: Prisma.sql`from (
      select distinct on (s.lesson_id, s.question_id) r.id, r.created_at, r.author_id, r.class_id, e.name, s.lesson_id,
        s.question_id, s.lesson_version_id, r.created_at > coalesce(d.read_to, '-infinity') as unread
      from learns e
      join remarks r on r.class_id = e.class_id and r.created_at > ${SINCE} and r.withdrawn_at is null
      join submissions s on s.id = r.submission_id and s.user_id = e.user_id and r.author_id is distinct from e.user_id
      left join remark_reads d on d.submission_id = s.id and d.user_id = e.user_id
      where ${IF_ON('remark')}
      order by s.lesson_id, s.question_id, r.created_at desc) newest
    join lessons l on l.id = newest.lesson_id
    left join users u on u.id = newest.author_id`,
});
const answer = part({
  ...OF_INQUIRY,
  ...FOR_STUDENT,
  kind: 'answer',
  at: Prisma.sql`newest.created_at`,
  unread: Prisma.sql`newest.created_at > coalesce(d.read_to, '-infinity')`,
  className: Prisma.sql`c.name`,
  from: Prisma.sql`from inquiries i
    join lateral (
      select m.author_id, m.created_at from inquiry_messages m
      where m.inquiry_id = i.id and m.withdrawn_at is null and m.author_id is distinct from i.student_id
      order by m.created_at desc limit 1) newest on newest.created_at > ${SINCE}
    join lessons l on l.id = i.lesson_id
    left join classes c on c.id = i.class_id
    left join users u on u.id = newest.author_id
    left join inquiry_reads d on d.inquiry_id = i.id and d.user_id = i.student_id
    where ${IF_ON('answer')} and i.student_id = (select me from mark)`,
});
const regraded = part({
  ...OF_LESSON,
  ...FOR_STUDENT,
  kind: 'regraded',
  id: Prisma.sql`one.id || ' ' || one.question_id`,
  at: Prisma.sql`one.applied_at`,
  versionId: Prisma.sql`one.lesson_version_id`,
  questionName: Prisma.sql`one.question_id`,
  from: Prisma.sql`from (
      select distinct on (r.id, s.question_id) r.id, r.applied_at, s.question_id, r.lesson_id, r.lesson_version_id
      from regrades r
      join submissions s on s.lesson_id = r.lesson_id and s.user_id = (select me from mark)
      join regrade_items i on i.regrade_id = r.id and i.submission_id = s.id
        and i.proposed is not null and i.proposed->>'points' is distinct from i.before->>'points'
      where ${IF_ON('regraded')} and r.applied_at > ${SINCE}
      order by r.id, s.question_id) one
    join lessons l on l.id = one.lesson_id`,
});
const live = part({
  ...OF_LESSON,
  kind: 'live',
  id: Prisma.sql`s.id::text`,
  at: Prisma.sql`s.created_at`,
  className: Prisma.sql`e.name`,
  classId: Prisma.sql`s.class_id`,
  code: Prisma.sql`s.code::text`,
  from: Prisma.sql`from learns e
    join live_sessions s on s.class_id = e.class_id and s.ended_at is null and s.created_at > ${SINCE}
    join lessons l on l.id = s.lesson_id
    where ${IF_ON('live')}`,
});
export const OF_STUDENTS: readonly Sql[] = [given, due, released, remark, answer, regraded, live];
