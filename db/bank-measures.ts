/** How questions went: measured anew, now and then, for those to which something was handed in. */
import type { Pool } from 'pg';

/**
 * Notes when rooms last had an answer to a question, for the list that says when it was used; those that play now, and those that
 * have ended since then. Who plays to try a room out is nobody.
 * @param since null: all rooms
 */
export async function notePlayed(pool: Pool, since: Date | null): Promise<void> {
  await pool.query(
    `update question_index i set asked_at = greatest(i.asked_at, p.at)
    from (
      select v.question_id, max(a.received_at) as at
      from live_sessions s
      cross join lateral jsonb_array_elements(s.state->'rounds') with ordinality as r(round, number)
      join lesson_questions q on q.lesson_version_id = s.lesson_version_id and q.name = r.round->>'questionId'
      join question_versions v on v.id = q.question_version_id
      join live_answers a on a.session_id = s.id and a.round = r.number - 1
      join players w on w.session_id = a.session_id and w.id = a.player_id and not w.rehearsal
      where s.ended_at is null or $1::timestamptz is null or s.ended_at >= $1
      group by v.question_id) p
    where i.question_id = p.question_id and (i.asked_at is null or i.asked_at < p.at)`,
    [since],
  );
}

/**
 * Counts first answers, of each student one, and those that were right by the verdict that counts. What a room asked is not among
 * them: most of its answers have no verdict of their own.
 * @param since only questions with a verdict since then; null: all
 * @returns how many were measured, and up to when
 */
export async function measureQuestions(pool: Pool, since: Date | null): Promise<{ measured: number; until: Date }> {
  const { rows } = await pool.query<{ until: Date; measured: number }>(
    `with changed as materialized (
      select distinct s.question_ref from verdicts v join submissions s on s.id = v.submission_id
      where s.purpose = 'submit' and ($1::timestamptz is null or v.created_at >= $1)),
    firsts as (
      select distinct on (s.question_ref, s.user_id) s.question_ref, s.id
      from submissions s join changed using (question_ref)
      where s.purpose = 'submit' and exists (
        select 1 from verdicts v where v.submission_id = s.id and v.outcome = 'graded')
      order by s.question_ref, s.user_id, s.created_at, s.id),
    counted as (
      select f.question_ref, count(*)::int as tries, count(*) filter (where v.result = 'pass')::int as "right"
      from firsts f cross join lateral (
        select result from verdicts v where v.submission_id = f.id
        order by v.grader = 'teacher' desc, v.created_at desc limit 1) v
      group by f.question_ref),
    last as (
      select question_ref, max(created_at) as at from submissions join changed using (question_ref) group by question_ref),
    written as (
      update question_index i set first_tries = coalesce(c.tries, 0), first_right = coalesce(c."right", 0), asked_at = greatest(i.asked_at, l.at)
      from last l left join counted c using (question_ref) where i.question_id = l.question_ref returning 1)
    select clock_timestamp() - interval '5 seconds' as until, (select count(*)::int from written) as measured`,
    [since],
  );
  return rows[0] ?? { measured: 0, until: since ?? new Date(0) };
}
