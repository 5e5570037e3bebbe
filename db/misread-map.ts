/** What students of a class have misunderstood, week by week: at home and in rooms. */
import type { Pool } from 'pg';
import type { Answer } from '../domain/answer.ts';
import { answerDocument } from '../domain/documents/formats.ts';

/** Every answer of a student of class $1 that shows a misconception, at home in what the class was given, or in a room of the class. */
const SHOWN = `
zone as (select coalesce(time_zone, 'UTC') as name, course_id from classes where id = $1),
learners as (select user_id from enrolments where class_id = $1 and role = 'student'),
shown as (
  select m.code, s.user_id, s.created_at as at, s.question_ref as ref, s.answer, false as live
  from learners e join submissions s on s.user_id = e.user_id and s.purpose = 'submit'
  join activities a on a.class_id = $1 and a.lesson_id = s.lesson_id
  cross join lateral (
    select misconceptions from verdicts v where v.submission_id = s.id
    order by v.grader = 'teacher' desc, v.created_at desc limit 1) v
  cross join unnest(v.misconceptions) as m(code)
  union all
  select m.code, p.user_id, a.received_at, w.question_id, a.answer, true
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

export interface MisreadAnswer {
  userId: string;
  /** the question as it is called now */
  title: string | null;
  answer: Answer;
  at: Date;
  live: boolean;
}

/** So many answers are told. */
const MOST = 300;

/** The answers that showed it in a week, or ever; the newest first. */
export async function selectMisreadAnswers(
  pool: Pool,
  { classId, code, week }: { classId: string; code: string; week: string | null },
): Promise<MisreadAnswer[]> {
  const { rows } = await pool.query<Omit<MisreadAnswer, 'answer'> & { answer: unknown }>(
    `with ${SHOWN}
     select t.user_id as "userId", i.title, t.answer, t.at, t.live from weekly t
     left join question_index i on i.question_id = t.ref
     where t.code = $2 and ($3::text is null or t.week = $3) order by t.at desc limit ${MOST}`,
    [classId, code, week],
  );
  return rows.map((row) => ({ ...row, answer: answerDocument.read(row.answer) }));
}
