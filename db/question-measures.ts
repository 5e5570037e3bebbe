/** How one question went in the classes of somebody who teaches, and in the rooms that they led. */
import type { Pool } from 'pg';
import type { Answer } from '../domain/answer.ts';
import { answerDocument } from '../domain/documents/formats.ts';
import type { AtHome, InRoom } from '../domain/measures/question-measures.ts';

/** A student's first answer at home that was graded. */
export interface FirstAnswer extends Omit<AtHome, 'labels'> {
  /** null: the question said something else by then */
  answer: Answer | null;
}

/** Of students of classes that `personId` teaches. */
export async function selectFirstAnswers(
  pool: Pool,
  { questionId, personId }: { questionId: string; personId: string },
): Promise<FirstAnswer[]> {
  const { rows } = await pool.query<Omit<FirstAnswer, 'answer'> & { answer: unknown }>(
    `with taught as (
      select c.id, c.name, coalesce(c.time_zone, 'UTC') as zone from enrolments e join classes c on c.id = e.class_id
      where e.user_id = $2 and e.role = 'teacher'),
    firsts as (
      select distinct on (e.class_id, s.user_id) e.class_id, t.name, t.zone, s.user_id, s.lesson_id, s.lesson_version_id, s.id,
        s.answer, s.created_at
      from submissions s join enrolments e on e.user_id = s.user_id and e.role = 'student'
      join taught t on t.id = e.class_id
      where s.question_ref = $1 and s.purpose = 'submit' and exists (
        select 1 from verdicts v where v.submission_id = s.id and v.outcome = 'graded')
      order by e.class_id, s.user_id, s.created_at, s.id)
    select f.class_id as "classId", f.name as class, v.points / nullif(v.max_points, 0) as share, others.rest,
      coalesce(own.attempts, 1) as attempts, to_char(f.created_at at time zone f.zone, 'YYYY-MM') as month,
      case when w.number = i.version then f.answer end as answer
    from firsts f
    cross join lateral (
      select points, max_points from verdicts v where v.submission_id = f.id and v.outcome = 'graded'
      order by v.grader = 'teacher' desc, v.created_at desc limit 1) v
    left join lateral (
      select avg(s.points / s.max_points) as rest from scores s
      where s.user_id = f.user_id and s.lesson_id = f.lesson_id and s.question_ref <> $1 and s.max_points > 0
      having count(*) >= 2) others on true
    left join lateral (
      select max(s.attempts) as attempts from scores s where s.user_id = f.user_id and s.question_ref = $1) own on true
    join question_index i on i.question_id = $1
    left join lateral (
      select w.number from lesson_questions a join question_versions w on w.id = a.question_version_id
      where a.lesson_version_id = f.lesson_version_id and w.question_id = $1 limit 1) w on true
    where v.max_points > 0`,
    [questionId, personId],
  );
  return rows.map(({ answer, ...row }) => ({ ...row, answer: answer === null ? null : answerDocument.read(answer) }));
}

/** In rooms that are over and were led by `personId`, or by others for classes that they teach. */
export async function selectRoomAnswers(
  pool: Pool,
  { questionId, personId }: { questionId: string; personId: string },
): Promise<InRoom[]> {
  const { rows } = await pool.query<InRoom>(
    `select t.id as "classId", t.name as class, to_char(s.created_at at time zone coalesce(z.zone, 'UTC'), 'YYYY-MM') as month, m.tries, m."right", m.median_ms as "medianMs", m.rest, m.paired,
      case when w.number = i.version then m.given else '[]' end as given
    from live_measures m join live_sessions s on s.id = m.session_id
    join question_index i on i.question_id = m.question_id
    left join lateral (select c.time_zone as zone from classes c where c.id = s.class_id) z on true
    left join lateral (
      select c.id, c.name from classes c join enrolments e on e.class_id = c.id
      where c.id = s.class_id and e.user_id = $2 and e.role = 'teacher' limit 1) t on true
    left join lateral (
      select w.number from lesson_questions a join question_versions w on w.id = a.question_version_id
      where a.lesson_version_id = s.lesson_version_id and w.question_id = $1 limit 1) w on true
    where m.question_id = $1 and m.tries > 0 and (t.id is not null or s.host_id = $2)
    order by s.created_at`,
    [questionId, personId],
  );
  return rows;
}
