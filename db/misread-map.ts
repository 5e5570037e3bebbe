/** What students of a class have misunderstood, week by week: at home and in rooms. */
import type { Pool } from 'pg';
import type { Answer } from '../domain/answer.ts';
import { answerDocument } from '../domain/documents/formats.ts';

/**
 * Every answer of a student of class $1 that shows a misconception: at home in what was given to just this student, or in a room of the
 * class. Of what was handed in only that is looked at which has a verdict that shows one (an index has these).
 */
const SHOWN = `
zone as (select coalesce(time_zone, 'UTC') as name, course_id from classes where id = $1),
learners as (select user_id from enrolments where class_id = $1 and role = 'student'),
shown as (
  select m.code, s.user_id, s.created_at as at, s.client_id as id, s.question_ref as ref, s.lesson_version_id as version, s.question_id as name,
    s.answer, false as live
  from learners e join submissions s on s.user_id = e.user_id and s.purpose = 'submit'
  join activities a on a.class_id = $1 and a.lesson_id = s.lesson_id and a.withdrawn_at is null
    and (a.questions = '{}' or s.question_id = any(a.questions))
    and (not a.for_some or exists (select 1 from activity_students o where o.activity_id = a.id and o.user_id = s.user_id))
  join verdicts v on v.submission_id = s.id and v.misconceptions <> '{}' and not exists (
    select 1 from verdicts w where w.submission_id = s.id
      and (w.grader = 'teacher', w.created_at) > (v.grader = 'teacher', v.created_at))
  cross join unnest(v.misconceptions) as m(code)
  union all
  select m.code, p.user_id, a.received_at, a.client_id, w.question_id, r.lesson_version_id, q.name, a.answer, true
  from live_sessions r join live_misread m on m.session_id = r.id
  join players p on p.session_id = r.id and p.id = m.player_id and p.removed_at is null
  join learners e on e.user_id = p.user_id
  join live_answers a on a.session_id = r.id and a.round = m.round and a.player_id = m.player_id
  left join lesson_questions q on q.lesson_version_id = r.lesson_version_id
    and q.name = r.state->'rounds'->m.round->>'questionId'
  left join question_versions w on w.id = q.question_version_id
  where r.class_id = $1),
weekly as (
  select shown.*, to_char(date_trunc('week', at at time zone zone.name), 'YYYY-MM-DD') as week from shown, zone)`;

/** What a misconception is called in the class's course, or in any catalogue that has it. */
const NAMED = `
left join lateral (
  select m.name from misconceptions m, zone where m.code = t.code
  order by m.course_id is distinct from zone.course_id, m.course_id is null, m.id limit 1) named on true`;

export interface MisreadWeek {
  code: string;
  name: string;
  /** the Monday that it begins with, by the class's own clock: 2026-11-30 */
  week: string;
  students: string[];
}

/** By code and week, who showed it. */
export async function selectMisreadWeeks(pool: Pool, classId: string): Promise<MisreadWeek[]> {
  const { rows } = await pool.query<MisreadWeek>(
    `with ${SHOWN},
     t as (select code, week, array_agg(distinct user_id) as students from weekly group by code, week)
     select t.code, coalesce(named.name, t.code) as name, t.week, t.students from t ${NAMED} order by t.code, t.week`,
    [classId],
  );
  return rows;
}

/** The rooms of a class of which nothing is in the map yet: they are played, or are measured in a moment. When each was opened. */
export async function selectUncountedRooms(pool: Pool, classId: string): Promise<Date[]> {
  const { rows } = await pool.query<{ at: Date }>(
    `select r.created_at as at from live_sessions r left join measured_rooms m on m.session_id = r.id
     where r.class_id = $1 and m.version is distinct from r.version
       and exists (select 1 from live_answers a where a.session_id = r.id)
     order by r.created_at`,
    [classId],
  );
  return rows.map(({ at }) => at);
}

export interface MisreadAnswer {
  userId: string;
  /** how many of theirs showed it: of many the newest alone are told */
  count: number;
  /** the question as it is called now */
  title: string | null;
  /** which version asked it, and by which name */
  versionId: string;
  name: string | null;
  answer: Answer;
  at: Date;
  live: boolean;
}

/** So many of each person are told. */
const MOST_OF_ONE = 3;

/** Who showed it in a week, or ever, everybody, each with the newest of their answers first. */
export async function selectMisreadAnswers(
  pool: Pool,
  { classId, code, week }: { classId: string; code: string; week: string | null },
): Promise<MisreadAnswer[]> {
  const { rows } = await pool.query<Omit<MisreadAnswer, 'answer'> & { answer: unknown }>(
    `with ${SHOWN},
     t as (
       select weekly.*, row_number() over (partition by user_id order by at desc, id) as place, count(*) over (partition by user_id) as all
       from weekly where code = $2 and ($3::text is null or week = $3))
     select t.user_id as "userId", t.all::int as count, i.title, t.version as "versionId", t.name, t.answer, t.at, t.live from t
     left join question_index i on i.question_id = t.ref
     where t.place <= ${MOST_OF_ONE} order by t.at desc, t.id`,
    [classId, code, week],
  );
  return rows.map((row) => ({ ...row, answer: answerDocument.read(row.answer) }));
}
