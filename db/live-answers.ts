/**
 * Answers of live rounds, stored in groups: one statement for all that arrived in the same few milliseconds, whatever
 * room. It locks the open rounds against closing, so nothing stamped in time is stored too late.
 */

import { z } from 'zod';
import type { Answer } from '../domain/answer.ts';
import { answerDocument, stateDocument, verdictDocument } from '../domain/documents/formats.ts';
import type { Work } from '../domain/kinds/asked.ts';
import type { StoredAnswer } from '../domain/live/room.ts';
import type { LiveState } from '../domain/live/state.ts';
import type { Verdict } from '../domain/results/verdict.ts';
import type { Queryable } from './client.ts';
import type { RunStatement } from './insides/statement-line.ts';
import { toJson } from './json.ts';
import { notify } from './notify.ts';
import { CODE_FLAG, CODE_OF, LIVE_PRIORITY, LIVE_TASK } from './queue.ts';
import { rowsOf } from './rows.ts';

export interface IncomingAnswer {
  session: string;
  round: number;
  player: string;
  client: string;
  answer: Answer;
  /** ms since 1970 in the database's clock, stamped at receipt */
  at: number;
  work: Work;
  /** picked or typed and not sent: counts at the bell, and never replaces what was sent */
  provisional: boolean;
}

/** One row for each answer that was handed in, in the same order. `stored` is what stands in the database now. */
export interface AnswerFate {
  accepted: boolean;
  /** its client id was replaced by a newer one: nothing has changed */
  replaced: boolean;
  phase: string | null;
  openRound: number | null;
  seated: boolean;
  stored: StoredAnswer | null;
}

/** So many client ids of replaced answers are kept: a phone repeats its last packets, not those of a minute ago. */
const REPLACED_KEPT = 16;

/** An answer that stands, as a receipt tells it. */
const storedJson = (row: string): string => `json_build_object(
  'clientId', ${row}.client_id, 'answer', ${row}.answer, 'provisional', ${row}.provisional,
  'receivedAt', extract(epoch from ${row}.received_at) * 1000)`;

/** The player of an incoming answer `i`, where they have a seat in its room. */
function seatOf(column: 'id' | 'time_factor'): string {
  return `select p.${column} from players p
    where p.id = i.player and p.session_id is not distinct from i.session and p.removed_at is null limit 1`;
}

/**
 * What the pool grades is enqueued in the same statement, before all homework; an answer that replaces another
 * replaces its job too.
 *
 * A new answer replaces the stored one where the session plays without speed; with speed the first one stays. What was
 * only picked or typed is replaced by anything, and replaces nothing that was sent. The same client id again changes
 * nothing, nor does one of the last that were replaced: a repeat that comes late. In one call a player may appear once a round.
 *
 * Every table is read by its key, row by row: PostgreSQL plans this once for a connection, often while the tables are
 * small or new, and would go on joining whole tables when they have grown. `limit 1` keeps a join from being turned
 * into a hash; `is not distinct from` and `coalesce` keep the indexes of a session's players and of open sessions from being
 * taken for one of them. There is a row for each answer that was not taken, saying what stands.
 */
const STORE = `
with incoming as (
  select * from rows from (jsonb_to_recordset($1::jsonb) as (session uuid, round int, player uuid, client text, answer jsonb, at float8, work text, provisional boolean))
    with ordinality as t(session, round, player, client, answer, at, work, provisional, place)
), rooms as (
  select id, state->>'phase' as phase, jsonb_array_length(state->'rounds') - 1 as round,
         (state->'rounds'->-1->>'opensAt')::float8 as opens, (state->'rounds'->-1->>'closesAt')::float8 as closes,
         (state->'settings'->>'speed')::boolean as speed
  from live_sessions
  where id = any(array(select distinct session from incoming)) and coalesce(ended_at, 'infinity') = 'infinity' for share
), written as (
  insert into live_answers as a (session_id, round, player_id, client_id, answer, received_at, provisional)
  select i.session, i.round, i.player, i.client, i.answer, to_timestamp(i.at / 1000.0), i.provisional
  from incoming i
  join rooms r on r.id = i.session and r.phase = 'question' and r.round = i.round and i.at >= r.opens
  cross join lateral (${seatOf('time_factor')}) p
  where p.time_factor = 0 or i.at <= r.opens + (r.closes - r.opens) * p.time_factor
  on conflict (session_id, round, player_id) do update
    set client_id = excluded.client_id, answer = excluded.answer, received_at = excluded.received_at, stored_at = now(), verdict = null,
      provisional = excluded.provisional,
      replaced = (array_prepend(a.client_id, a.replaced))[1:${REPLACED_KEPT}]
    where a.client_id <> excluded.client_id and not (excluded.client_id = any(a.replaced))
      and (a.provisional or not (excluded.provisional or (select speed from rooms where rooms.id = a.session_id)))
  returning a.session_id, a.round, a.player_id, a.client_id
), jobs as (
  select graphile_worker.add_job('${LIVE_TASK}',
    json_build_object('session', w.session_id, 'round', w.round, 'player', w.player_id), max_attempts := 1000,
    job_key := 'live:' || w.session_id || ':' || w.round || ':' || w.player_id, priority := ${LIVE_PRIORITY},
    flags := case when i.work = 'code' then array['${CODE_FLAG}', '${CODE_OF}' || w.player_id] end)
  from written w join incoming i on i.session = w.session_id and i.round = w.round and i.player = w.player_id
  where i.work <> 'none' and not i.provisional
)
select i.place, json_build_object(
  'replaced', coalesce(i.client = any(b.replaced), false), 'phase', r.phase, 'openRound', r.round,
  'seated', exists (${seatOf('id')}), 'stored', case when b.client_id is not null then ${storedJson('b')} end)
from incoming i
left join written w on w.session_id = i.session and w.round = i.round and w.player_id = i.player
left join rooms r on r.id = i.session
left join lateral (
  select * from live_answers a where a.session_id = i.session and a.round = i.round and a.player_id = i.player limit 1) b on true
where case when (select count(*) from jobs) >= 0 then w.client_id is null end`;

/** Stores answers of any rooms by one statement, and says what became of each, in their order. */
export async function storeAnswers(run: RunStatement, answers: readonly IncomingAnswer[]): Promise<AnswerFate[]> {
  const rows = await run({ name: 'store-live-answers', text: STORE, value: JSON.stringify(answers.map(storedAs)) });
  const refused = new Map<number, Standing>(
    rows.map(([place, standing]) => [Number(place) - 1, JSON.parse(standing ?? '')]),
  );
  const fates = answers.map((sent, index) => fateOf(sent, refused.get(index)));
  return fates.some(isUnseen) ? lookAgain(run, answers, fates) : fates;
}

const storedAs = (sent: IncomingAnswer) => ({ ...sent, answer: answerDocument.write(sent.answer) });

/** An answer as a row says it. */
interface StoredRow {
  clientId: string;
  answer: unknown;
  provisional: boolean;
  receivedAt: number;
}
/** What stands instead of an answer that was not taken. */
interface Standing {
  replaced: boolean;
  phase: string | null;
  openRound: number | null;
  seated: boolean;
  stored: StoredRow | null;
}

/** @param standing undefined: the answer was taken, and stands as it was sent */
function fateOf(sent: IncomingAnswer, standing: Standing | undefined): AnswerFate {
  if (standing !== undefined)
    return { accepted: false, ...standing, stored: standing.stored && storedOf(sent.player, standing.stored) };
  const { player: playerId, client: clientId, answer, at, provisional, round: openRound } = sent;
  const stored = { playerId, clientId, answer, receivedAt: Math.round(at), verdict: null, provisional };
  return { accepted: true, replaced: false, phase: 'question', openRound, seated: true, stored };
}

function storedOf(playerId: string, { clientId, answer, provisional, receivedAt }: StoredRow): StoredAnswer {
  // a receipt says what was stored, not what it was worth
  const given = answerDocument.trust(answer);
  return { playerId, clientId, answer: given, receivedAt: Math.round(receivedAt), verdict: null, provisional };
}

/** Not stored, and nothing stands in its place: another server was storing one at the same time, and this statement began before. */
function isUnseen({ accepted, stored, seated, phase }: AnswerFate): boolean {
  return !accepted && stored === null && seated && phase === 'question';
}

const STANDING = `
select i.place, json_build_object('replaced', i.client = any(a.replaced), 'row', ${storedJson('a')})
from jsonb_to_recordset($1::jsonb) as i(place int, session uuid, round int, player uuid, client text)
join live_answers a on a.session_id = i.session and a.round = i.round and a.player_id = i.player`;

/** Says of the answers that were not stored what stands now. */
async function lookAgain(
  run: RunStatement,
  answers: readonly IncomingAnswer[],
  fates: readonly AnswerFate[],
): Promise<AnswerFate[]> {
  const unseen = answers.flatMap((answer, place) => {
    const fate = fates[place];
    return fate !== undefined && isUnseen(fate) ? [{ ...answer, place }] : [];
  });
  const rows = await run({ name: 'standing-live-answers', text: STANDING, value: JSON.stringify(unseen) });
  const found = new Map<number, { replaced: boolean; row: StoredRow }>(
    rows.map(([place, stands]) => [Number(place), JSON.parse(stands ?? '')]),
  );
  return fates.map((fate, place) => {
    const now = found.get(place);
    return now === undefined
      ? fate
      : { ...fate, replaced: now.replaced, stored: storedOf(answers[place]?.player ?? '', now.row) };
  });
}

export interface LiveAnswerToGrade {
  clientId: string;
  answer: Answer;
  questionId: string;
  lessonVersionId: string;
  /** of its room */
  plan: LiveState['plan'];
}

/** An answer as it stands now, with the question of its round; undefined where either is gone. */
export async function selectOptionalLiveAnswer(
  db: Queryable,
  of: { session: string; round: number; player: string },
): Promise<LiveAnswerToGrade | undefined> {
  const { session: sessionId, round, player: playerId } = of;
  const row = await db.liveAnswer.findUnique({
    where: { sessionId_round_playerId: { sessionId, round, playerId } },
    select: { clientId: true, answer: true, session: { select: { state: true, lessonVersionId: true } } },
  });
  const state = row === null ? undefined : stateDocument.read(row.session.state);
  const questionId = state?.rounds[round]?.questionId;
  if (row === null || state === undefined || questionId === undefined) return undefined;
  return {
    clientId: row.clientId,
    answer: answerDocument.trust(row.answer),
    questionId,
    lessonVersionId: row.session.lessonVersionId,
    plan: state.plan,
  };
}

/** Writes the verdict of an answer that has not been replaced meanwhile, in a session that has not been corrected, with the hint to its room. */
export async function updateLiveVerdict(
  db: Queryable,
  of: { session: string; round: number; player: string; clientId: string; lessonVersionId: string },
  verdict: Verdict,
): Promise<boolean> {
  const { session: sessionId, round, player: playerId, clientId, lessonVersionId } = of;
  const changed = await db.liveAnswer.updateMany({
    where: { sessionId, round, playerId, clientId, session: { lessonVersionId } },
    data: { verdict: toJson(verdictDocument.write(verdict)) },
  });
  if (changed.count > 0) await notify(db, { about: 'liveVerdict', session: sessionId });
  return changed.count > 0;
}

/** Of the answers to a round: how many are graded, and how many of these wholly right. */
export async function countGraded(
  db: Queryable,
  sessionId: string,
  round: number,
): Promise<{ graded: number; right: number }> {
  const [row] = await rowsOf(
    z.strictObject({ graded: z.int(), right: z.int() }),
    db.$queryRaw`
    select count(verdict)::int as graded, (count(*) filter (where verdict->>'result' = 'pass'))::int as right
    from live_answers where session_id = ${sessionId}::uuid and round = ${round}
      and player_id not in (select id from players where session_id = ${sessionId}::uuid and removed_at is not null)`,
  );
  return row ?? { graded: 0, right: 0 };
}
