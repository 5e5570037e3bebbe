/** What is new for who teaches or assists (`desk`), and for who has questions of their own. */
import { Prisma } from './generated/client.ts';
import { IF_ON, OF_INQUIRY, OF_LESSON, OF_REMARK, part, SINCE, type Sql } from './notice-part.ts';

const asked = part({
  ...OF_INQUIRY,
  kind: 'asked',
  at: Prisma.sql`last.created_at`,
  unread: Prisma.sql`last.created_at > coalesce(d.read_to, '-infinity')`,
  className: Prisma.sql`e.name`,
  studentId: Prisma.sql`i.student_id`,
  from: Prisma.sql`from desk e
    join inquiries i on i.class_id = e.class_id and i.answered_at is null and i.helped_at is null
    join inquiry_messages first on first.id = i.id and first.withdrawn_at is null
    join enrolments sits on sits.class_id = i.class_id and sits.user_id = i.student_id and sits.role = 'student'
    join lateral (
      select m.created_at from inquiry_messages m
      where m.inquiry_id = i.id and m.author_id = i.student_id and m.withdrawn_at is null
      order by m.created_at desc limit 1) last on last.created_at > ${SINCE}
    join users u on u.id = i.student_id
    join lessons l on l.id = i.lesson_id
    left join inquiry_reads d on d.inquiry_id = i.id and d.user_id = (select me from mark)
    where ${IF_ON('asked')}`,
});
const reply = part({
  ...OF_REMARK,
  kind: 'reply',
  studentId: Prisma.sql`newest.user_id`,
  from: Prisma.sql`from (
      select distinct on (s.user_id, s.lesson_id, s.question_id) r.id, r.created_at, r.class_id, e.name, s.user_id, s.lesson_id,
        s.question_id, s.lesson_version_id, r.created_at > coalesce(d.read_to, '-infinity') as unread
      from desk e
      join remarks r on r.class_id = e.class_id and r.created_at > ${SINCE} and r.withdrawn_at is null
      join submissions s on s.id = r.submission_id and s.user_id = r.author_id
      join enrolments sits on sits.class_id = r.class_id and sits.user_id = s.user_id and sits.role = 'student'
      left join remark_reads d on d.submission_id = s.id and d.user_id = (select me from mark)
      where ${IF_ON('reply')} and not exists (
        select 1 from remarks later
        where later.submission_id = s.id and later.class_id = r.class_id and later.withdrawn_at is null
          and later.author_id is distinct from s.user_id and later.created_at > r.created_at)
      order by s.user_id, s.lesson_id, s.question_id, r.created_at desc) newest
    join lessons l on l.id = newest.lesson_id
    join users u on u.id = newest.user_id`,
});
const undecided = part({
  ...OF_LESSON,
  kind: 'undecided',
  id: Prisma.sql`waits.class_id || ' ' || waits.lesson_id`,
  at: Prisma.sql`waits.at`,
  className: Prisma.sql`waits.name`,
  count: Prisma.sql`waits.count`,
  classId: Prisma.sql`waits.class_id`,
  from: Prisma.sql`from (
      select e.class_id, e.name, a.lesson_id, count(*)::int as count, max(sc.updated_at) as at
      from desk e
      join activities a on a.class_id = e.class_id and a.withdrawn_at is null and a.kind = 'work'
      join scores sc on sc.lesson_id = a.lesson_id and sc.result = 'undecided'
      join enrolments sits on sits.class_id = e.class_id and sits.user_id = sc.user_id and sits.role = 'student'
      where ${IF_ON('undecided')} and e.grades
      group by 1, 2, 3
      having max(sc.updated_at) > ${SINCE}) waits
    join lessons l on l.id = waits.lesson_id`,
});
const sharedQuestion = part({
  kind: 'shared',
  id: Prisma.sql`q.id::text`,
  at: Prisma.sql`s.created_at`,
  title: Prisma.sql`x.title`,
  who: Prisma.sql`u.name`,
  from: Prisma.sql`from question_shares s
    join questions q on q.id = s.question_id and q.archived_at is null
    left join question_index x on x.question_id = q.id
    left join users u on u.id = q.owner_id
    where ${IF_ON('shared')} and s.user_id = (select me from mark) and s.created_at > ${SINCE}`,
});
const sharedQuiz = part({
  ...OF_LESSON,
  kind: 'shared',
  id: Prisma.sql`l.id::text`,
  at: Prisma.sql`s.created_at`,
  who: Prisma.sql`u.name`,
  from: Prisma.sql`from quiz_shares s
    join lessons l on l.id = s.lesson_id and l.archived_at is null
    left join users u on u.id = l.owner_id
    where ${IF_ON('shared')} and s.user_id = (select me from mark) and s.created_at > ${SINCE}`,
});
const handedOver = part({
  kind: 'handedOver',
  id: Prisma.sql`h.id::text`,
  at: Prisma.sql`h.created_at`,
  who: Prisma.sql`u.name`,
  from: Prisma.sql`from handovers h left join users u on u.id = h.from_id
    where ${IF_ON('handedOver')} and h.to_id = (select me from mark) and h.undone_at is null and h.created_at > ${SINCE}`,
});
const hosting = part({
  kind: 'hosting',
  id: Prisma.sql`s.id::text`,
  at: Prisma.sql`given.at`,
  title: Prisma.sql`l.title`,
  className: Prisma.sql`c.name`,
  who: Prisma.sql`u.name`,
  from: Prisma.sql`from live_sessions s
    join lateral (
      select v.at, (v.payload->>'from')::uuid as by from live_events v
      where v.session_id = s.id and v.type = 'handOver' order by v.version desc limit 1) given on given.at > ${SINCE}
    join lessons l on l.id = s.lesson_id
    left join classes c on c.id = s.class_id
    left join users u on u.id = given.by
    where ${IF_ON('hosting')} and s.host_id = (select me from mark) and s.ended_at is null`,
});
const invited = part({
  kind: 'invited',
  id: Prisma.sql`i.id::text`,
  at: Prisma.sql`i.created_at`,
  className: Prisma.sql`c.name`,
  who: Prisma.sql`u.name`,
  classId: Prisma.sql`c.id`,
  from: Prisma.sql`from class_invitations i
    join classes c on c.id = i.class_id and c.archived_at is null
    left join users u on u.id = i.invited_by_id
    where ${IF_ON('invited')} and i.user_id = (select me from mark) and i.answered_at is null and i.created_at > ${SINCE}`,
});

export const OF_DESK: readonly Sql[] = [
  asked,
  reply,
  undecided,
  sharedQuestion,
  sharedQuiz,
  handedOver,
  hosting,
  invited,
];
