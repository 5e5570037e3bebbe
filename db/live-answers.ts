/**
 * Answers of live rounds, stored in groups: one statement for all that arrived in the same few milliseconds, whatever
 * room. It locks the open rounds against closing, so nothing stamped in time is stored too late.
 */
import type pg from 'pg';
import type { Answer } from '../domain/answer.ts';
import type { StoredAnswer } from '../domain/live/room.ts';
import type { Queryable } from './client.ts';

export interface IncomingAnswer {
  session: string;
  round: number;
  player: string;
  client: string;
  answer: Answer;
  /** ms since 1970 in the database's clock, stamped at receipt */
  at: number;
}

/** One row for each answer that was handed in, in the same order. `stored` is what stands in the database now. */
export interface AnswerFate {
  accepted: boolean;
  phase: string | null;
  openRound: number | null;
  seated: boolean;
  stored: StoredAnswer | null;
}

/**
 * A new answer replaces the stored one where the session plays without speed; with speed the first one stays. The same
 * client id again changes nothing. In one call a player may appear once a round.
 */
const STORE = `
with incoming as (
  select t.*, row_number() over () as place
  from jsonb_to_recordset($1::jsonb) as t(session uuid, round int, player uuid, client text, answer jsonb, at float8)
), rooms as (
  select id, state->>'phase' as phase, jsonb_array_length(state->'rounds') - 1 as round,
         (state->'rounds'->-1->>'opensAt')::float8 as opens, (state->'rounds'->-1->>'closesAt')::float8 as closes,
         (state->'settings'->>'speed')::boolean as speed
  from live_sessions where id in (select session from incoming) and ended_at is null for share
), written as (
  insert into live_answers as a (session_id, round, player_id, client_id, answer, received_at)
  select i.session, i.round, i.player, i.client, i.answer, to_timestamp(i.at / 1000.0)
  from incoming i
  join rooms r on r.id = i.session and r.phase = 'question' and r.round = i.round and i.at between r.opens and r.closes
  join players p on p.id = i.player and p.session_id = i.session and p.removed_at is null
  on conflict (session_id, round, player_id) do update
    set client_id = excluded.client_id, answer = excluded.answer, received_at = excluded.received_at, stored_at = now()
    where a.client_id <> excluded.client_id
      and not (select speed from rooms where rooms.id = a.session_id)
  returning a.session_id, a.round, a.player_id, a.client_id, a.answer, a.received_at
)
select i.place, w.client_id is not null as accepted, r.phase, r.round as open_round, p.id is not null as seated,
       coalesce(w.client_id, b.client_id) as client_id, coalesce(w.answer, b.answer) as answer,
       extract(epoch from coalesce(w.received_at, b.received_at)) * 1000 as received_at
from incoming i
left join written w on w.session_id = i.session and w.round = i.round and w.player_id = i.player
left join live_answers b on b.session_id = i.session and b.round = i.round and b.player_id = i.player
left join rooms r on r.id = i.session
left join players p on p.id = i.player and p.session_id = i.session and p.removed_at is null
order by i.place`;

export async function storeAnswers(pool: pg.Pool, answers: readonly IncomingAnswer[]): Promise<AnswerFate[]> {
  const { rows } = await pool.query({ name: 'store-live-answers', text: STORE, values: [JSON.stringify(answers)] });
  return rows.map((row, index) => ({
    accepted: row.accepted,
    phase: row.phase,
    openRound: row.open_round,
    seated: row.seated,
    stored:
      row.client_id === null
        ? null
        : {
            playerId: answers[index]?.player ?? '',
            clientId: row.client_id,
            answer: row.answer,
            receivedAt: Math.round(Number(row.received_at)),
          },
  }));
}

/** All answers of a session, by round. */
export async function selectAnswers(db: Queryable, sessionId: string): Promise<Map<number, StoredAnswer[]>> {
  const rows = await db.liveAnswer.findMany({
    where: { sessionId },
    orderBy: [{ round: 'asc' }, { receivedAt: 'asc' }],
  });
  const byRound = new Map<number, StoredAnswer[]>();
  for (const { round, playerId, clientId, answer, receivedAt } of rows) {
    const list = byRound.get(round) ?? [];
    // what was parsed when it came in is trusted when it is read
    list.push({ playerId, clientId, answer: answer as Answer, receivedAt: receivedAt.getTime() });
    byRound.set(round, list);
  }
  return byRound;
}

export async function countAnswers(db: Queryable, sessionId: string, round: number): Promise<number> {
  return db.liveAnswer.count({ where: { sessionId, round } });
}
