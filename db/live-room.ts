/** A whole room in plain SQL: read at each change of phase, by each server that has viewers in it. */
import type pg from 'pg';
import type { Answer } from '../domain/answer.ts';
import type { RoomPlayer, StoredAnswer } from '../domain/live/room.ts';
import type { Verdict } from '../domain/verdict.ts';
import { fromStored, type StoredSession } from './live.ts';
import { rowsOf, selectOptionalSessionNow } from './live-session.ts';

const PLAYERS = `
select id, user_id, nickname, present, removed_at is not null, time_factor, rehearsal
from players where session_id = $1 order by joined_at, id`;
const ANSWERS = `
select round, player_id, client_id, answer, (extract(epoch from received_at) * 1000)::float8, verdict, provisional
from live_answers where session_id = $1 and round >= $2 order by round, received_at`;

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
  const [session, players, answers] = await Promise.all([
    selectOptionalSessionNow(pool, id),
    rowsOf(pool, 'live-players', PLAYERS, [id]),
    rowsOf(pool, 'live-answers', ANSWERS, [id, fromRound]),
  ]);
  if (session === undefined) return undefined;
  return { session, players: players.map(playerOf), answers: byRound(answers) };
}

function playerOf(row: unknown[]): RoomPlayer {
  const [id, userId, nickname, present, removed, timeFactor, rehearsal] = row as [
    string,
    string | null,
    string,
    boolean,
    boolean,
    number,
    boolean,
  ];
  return { id, userId, nickname, present, removed, timeFactor: fromStored(timeFactor), rehearsal };
}

function byRound(rows: unknown[][]): Map<number, StoredAnswer[]> {
  const found = new Map<number, StoredAnswer[]>();
  for (const row of rows) {
    const [round, playerId, clientId, answer, receivedAt, verdict, provisional] = row as [
      number,
      string,
      string,
      Answer,
      number,
      Verdict | null,
      boolean,
    ];
    const list = found.get(round) ?? [];
    list.push({ playerId, clientId, answer, receivedAt: Math.round(receivedAt), verdict, provisional });
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
select count(*)::int, ${ALL_ANSWERED} from live_answers
where session_id = $1 and round = $2 and not provisional
  and player_id not in (select id from players where session_id = $1 and removed_at is not null)`;

/** How many of those who were not removed have sent an answer to the round, and whether that is everybody who is there. */
export async function countAnswers(
  pool: pg.Pool,
  id: string,
  round: number,
): Promise<{ answered: number; all: boolean }> {
  const [row] = await rowsOf(pool, 'live-answered', ANSWERED, [id, round]);
  return { answered: Number(row?.[0] ?? 0), all: row?.[1] === true };
}
