/** A whole room in plain SQL: read at each change of phase, by each server that has viewers in it. */
import type pg from 'pg';
import { answerDocument, verdictDocument } from '../domain/documents/formats.ts';
import type { RoomPlayer, StoredAnswer } from '../domain/live/room.ts';
import { fromStored, type StoredSession } from './live.ts';
import { FROM_SESSION, rowsOf, SESSION_COLUMNS, sessionOf } from './live-session.ts';

type PlayerRow = [
  id: string,
  userId: string | null,
  nickname: string,
  present: boolean,
  removed: boolean,
  timeFactor: number,
  rehearsal: boolean,
];
const PLAYERS = `
select json_agg(json_build_array(p.id, p.user_id, p.nickname, p.present, p.removed_at is not null, p.time_factor, p.rehearsal)
  order by p.joined_at, p.id)
from players p where p.session_id = $1`;

type AnswerRow = [
  round: number,
  playerId: string,
  clientId: string,
  answer: unknown,
  receivedAt: number,
  verdict: unknown,
  provisional: boolean,
];
const ANSWERS = `
select json_agg(json_build_array(a.round, a.player_id, a.client_id, a.answer, extract(epoch from a.received_at) * 1000, a.verdict,
  a.provisional) order by a.round, a.received_at)
from live_answers a where a.session_id = $1 and a.round >= $2`;

/**
 * One statement sees one state: a step is never read without the answers that it closed on. It is planned for the room
 * that is read: after a first day on which one room has all rows, a plan for any room would read all rows.
 */
const ROOM = `select ${SESSION_COLUMNS}, (${PLAYERS}), (${ANSWERS}) ${FROM_SESSION}`;

interface StoredRoom {
  session: StoredSession;
  players: RoomPlayer[];
  /** by round, from the round that was asked for on */
  answers: Map<number, StoredAnswer[]>;
}

/** The room as it is stored; undefined where there is none. What was parsed when it was written is trusted here. */
export async function selectOptionalRoom(
  pool: pg.Pool,
  id: string,
  fromRound: number,
): Promise<StoredRoom | undefined> {
  const [row] = await rowsOf(pool, undefined, ROOM, [id, fromRound]);
  if (row === undefined) return undefined;
  const [players, answers] = row.slice(-2) as [PlayerRow[] | null, AnswerRow[] | null];
  return { session: sessionOf(id, row), players: (players ?? []).map(playerOf), answers: byRound(answers ?? []) };
}

function playerOf([id, userId, nickname, present, removed, timeFactor, rehearsal]: PlayerRow): RoomPlayer {
  return { id, userId, nickname, present, removed, timeFactor: fromStored(timeFactor), rehearsal };
}

function byRound(rows: readonly AnswerRow[]): Map<number, StoredAnswer[]> {
  const found = new Map<number, StoredAnswer[]>();
  for (const [round, playerId, clientId, answer, receivedAt, verdict, provisional] of rows) {
    const list = found.get(round) ?? [];
    list.push({
      playerId,
      clientId,
      answer: answerDocument.trust(answer),
      receivedAt: Math.round(receivedAt),
      verdict: verdict === null ? null : verdictDocument.trust(verdict),
      provisional,
    });
    found.set(round, list);
  }
  return found;
}

/** `not in` hashes the answers once; PostgreSQL joins a fresh table, of which it has no statistics, player by player. */
const ALL_ANSWERED = `not exists (
  select 1 from players
  where session_id = $1 and removed_at is null and present and id not in (
    select player_id from live_answers where session_id = $1 and round = $2 and not provisional))`;

/** Whether everybody who is there has sent an answer to the round. */
export async function haveAllAnswered(pool: pg.Pool, id: string, round: number): Promise<boolean> {
  const [row] = await rowsOf(pool, 'live-all-answered', `select ${ALL_ANSWERED}`, [id, round]);
  return row?.[0] === true;
}

const ANSWERED = `
select count(*)::int, ${ALL_ANSWERED}, case when $3 then json_agg(player_id) end from live_answers
where session_id = $1 and round = $2 and not provisional
  and player_id not in (select id from players where session_id = $1 and removed_at is not null)`;

/**
 * How many of those who were not removed have sent an answer to the round, and whether that is everybody who is there.
 * `who` they are, where somebody wants to know (`named`).
 */
export async function countAnswers(
  pool: pg.Pool,
  id: string,
  { round, named }: { round: number; named: boolean },
): Promise<{ answered: number; all: boolean; who: readonly string[] }> {
  const [row] = await rowsOf(pool, 'live-answered', ANSWERED, [id, round, named]);
  const who = Array.isArray(row?.[2]) ? row[2].map(String) : [];
  return { answered: Number(row?.[0] ?? 0), all: row?.[1] === true, who };
}
