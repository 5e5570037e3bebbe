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

/** So many rooms are measured at a time. */
const ROOMS = 100;
/** So long what the pool has not graded yet is waited for. */
const PATIENCE = '1 hour';

/** A room that is over and was not measured, or not since its key was put right. */
export interface UnmeasuredRoom {
  id: string;
  /** what is not graded by now will not be */
  late: boolean;
}

/** The oldest first: one that waits for its verdicts keeps no other from being measured. */
export async function selectUnmeasuredRooms(pool: Pool, after: string | null): Promise<UnmeasuredRoom[]> {
  const { rows } = await pool.query<UnmeasuredRoom>(
    `select s.id, s.ended_at < now() - interval '${PATIENCE}' as late
     from live_sessions s left join measured_rooms m on m.session_id = s.id
     where s.ended_at is not null and m.version is distinct from s.version and ($1::uuid is null or s.id > $1)
     order by s.id limit ${ROOMS}`,
    [after],
  );
  return rows;
}

export interface StoredMeasure {
  questionId: string;
  tries: number;
  right: number;
  medianMs: number | null;
  rest: number | null;
  paired: number;
  given: readonly (readonly [label: string, count: number, right: boolean])[];
}

export interface StoredMisread {
  round: number;
  player: string;
  code: string;
}

export interface StoredEarned {
  player: string;
  questionId: string;
  points: number | null;
  maxPoints: number;
}

/** Stores how the questions of a room went, what its answers showed and what each player earned, in place of what was known of it. */
export async function storeMeasures(
  pool: Pool,
  room: { id: string; version: number },
  measures: readonly StoredMeasure[],
  misread: readonly StoredMisread[],
  earned: readonly StoredEarned[],
): Promise<void> {
  await pool.query(
    `with given as (
      select * from jsonb_to_recordset($3::jsonb) as g("questionId" uuid, tries int, "right" int, "medianMs" int, rest float, paired int, given jsonb)),
    old as (
      update live_measures m set tries = 0, "right" = 0, median_ms = null, rest = null, paired = 0, given = '[]'
      where m.session_id = $1 and not exists (select 1 from given g where g."questionId" = m.question_id)),
    fresh as (
      insert into live_measures (session_id, question_id, tries, "right", median_ms, rest, paired, given)
      select $1, "questionId", tries, "right", "medianMs", rest, paired, given from given
      on conflict (session_id, question_id) do update set tries = excluded.tries, "right" = excluded."right",
        median_ms = excluded.median_ms, rest = excluded.rest, paired = excluded.paired, given = excluded.given),
    shown as (
      select * from jsonb_to_recordset($4::jsonb) as m(round int, player uuid, code text)),
    gone as (
      delete from live_misread m where m.session_id = $1 and not exists (
        select 1 from shown s where s.round = m.round and s.player = m.player_id and s.code = m.code)),
    seen as (
      insert into live_misread (session_id, round, player_id, code)
      select $1, s.round, s.player, s.code from shown s join players p on p.session_id = $1 and p.id = s.player
      on conflict do nothing),
    got as (
      select * from jsonb_to_recordset($5::jsonb) as e(player uuid, "questionId" uuid, points float, "maxPoints" float)),
    lost as (
      delete from live_earned e where e.session_id = $1 and not exists (
        select 1 from got g where g.player = e.player_id and g."questionId" = e.question_id)),
    had as (
      insert into live_earned (session_id, player_id, question_id, points, max_points)
      select $1, g.player, g."questionId", g.points, g."maxPoints" from got g join players p on p.session_id = $1 and p.id = g.player
      on conflict (session_id, player_id, question_id) do update set points = excluded.points, max_points = excluded.max_points)
    insert into measured_rooms (session_id, version) values ($1, $2)
    on conflict (session_id) do update set version = excluded.version, measured_at = now()`,
    [room.id, room.version, JSON.stringify(measures), JSON.stringify(misread), JSON.stringify(earned)],
  );
}

/**
 * Counts first answers, of each student one, and those that were right by the verdict that counts; with them what rooms that are
 * over had: of each player the answer that counts.
 * @param since only questions with a verdict or a measured room since then; null: all
 * @returns how many were measured, and up to when
 */
export async function measureQuestions(pool: Pool, since: Date | null): Promise<{ measured: number; until: Date }> {
  const { rows } = await pool.query<{ until: Date; measured: number }>(
    `with changed as materialized (
      select distinct s.question_ref from verdicts v join submissions s on s.id = v.submission_id
      where s.purpose = 'submit' and ($1::timestamptz is null or v.created_at >= $1)
      union
      select m.question_id from live_measures m join measured_rooms r using (session_id)
      where $1::timestamptz is null or r.measured_at >= $1),
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
    played as (
      select m.question_id as question_ref, sum(m.tries)::int as tries, sum(m."right")::int as "right"
      from live_measures m join changed c on c.question_ref = m.question_id group by m.question_id),
    written as (
      update question_index i set first_tries = coalesce(c.tries, 0) + coalesce(p.tries, 0),
        first_right = coalesce(c."right", 0) + coalesce(p."right", 0), asked_at = greatest(i.asked_at, l.at)
      from changed x left join counted c using (question_ref) left join last l using (question_ref)
        left join played p using (question_ref)
      where i.question_id = x.question_ref returning 1)
    select clock_timestamp() - interval '5 seconds' as until, (select count(*)::int from written) as measured`,
    [since],
  );
  return rows[0] ?? { measured: 0, until: since ?? new Date(0) };
}
