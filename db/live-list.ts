/** Live sessions in lists: of whoever leads them, and of whoever played in them. */
import type { Pool } from 'pg';
import type { ListAsked, ListPage } from '../domain/list-page.ts';
import { found, readPage } from './lists.ts';

export type SessionShelf = 'all' | 'running' | 'over';

export interface ListedSession {
  id: string;
  title: string;
  code: string;
  /** null: anybody with the code */
  class: string | null;
  /** who leads it; null: whoever asks */
  host: string | null;
  /** who handed it over to whoever asks; null: nobody */
  from: string | null;
  /** who played, or plays */
  players: number;
  /** asked so far */
  questions: number;
  openedAt: Date;
  over: boolean;
}

const ON_SHELF: Record<SessionShelf, string> = {
  all: 'true',
  running: 's.ended_at is null',
  over: 's.ended_at is not null',
};

/** Those that somebody leads, and those of classes that they teach; what runs comes first, then the newest. */
export async function selectSessionsOf(
  pool: Pool,
  asked: ListAsked,
  { personId, shelf }: { personId: string; shelf: SessionShelf },
): Promise<ListPage<ListedSession>> {
  return readPage(pool, asked, {
    columns: `s.id, l.title, s.code, c.name as class, case when s.host_id <> $2::uuid then u.name end as host,
      (select f.name from live_events e join users f on f.id = (e.payload->>'from')::uuid
       where e.session_id = s.id and e.type = 'handOver' and s.host_id = $2::uuid and e.payload->>'to' = $2::uuid::text
       order by e.version desc limit 1) as from,
      (select count(*)::int from players p where p.session_id = s.id and not p.rehearsal and p.removed_at is null) as players,
      (select count(*)::int from jsonb_array_elements(s.state->'rounds') r where r->>'revoteOf' is null) as questions,
      s.created_at as "openedAt", s.ended_at is not null as over`,
    from: `live_sessions s join lessons l on l.id = s.lesson_id join users u on u.id = s.host_id
      left join classes c on c.id = s.class_id
      where ${ON_SHELF[shelf]} and ${found('l.title', `coalesce(c.name, '')`, 'u.name')}
        and (s.host_id = $2::uuid or s.class_id in (
          select e.class_id from enrolments e where e.user_id = $2::uuid and e.role = 'teacher'))`,
    order: 's.ended_at is null desc, s.created_at desc, s.id',
    more: [personId],
  });
}

export interface PlayedSession {
  id: string;
  title: string;
  class: string | null;
  /** what they are called there */
  nickname: string;
  /** how many questions they answered, and how many were asked */
  answered: number;
  questions: number;
  at: Date;
}

/** Those that are over in which somebody had a seat, the newest first. */
export async function selectPlayedBy(pool: Pool, asked: ListAsked, personId: string): Promise<ListPage<PlayedSession>> {
  return readPage(pool, asked, {
    columns: `s.id, l.title, c.name as class, p.nickname, s.ended_at as at,
      (select count(distinct coalesce((s.state->'rounds'->a.round->>'revoteOf')::int, a.round))::int
       from live_answers a where a.session_id = s.id and a.player_id = p.id) as answered,
      (select count(*)::int from jsonb_array_elements(s.state->'rounds') r where r->>'revoteOf' is null) as questions`,
    from: `players p join live_sessions s on s.id = p.session_id join lessons l on l.id = s.lesson_id
      left join classes c on c.id = s.class_id
      where p.user_id = $2::uuid and p.removed_at is null and not p.rehearsal and s.ended_at is not null
        and ${found('l.title', `coalesce(c.name, '')`)}`,
    order: 's.ended_at desc, s.id',
    more: [personId],
  });
}
