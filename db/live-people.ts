/** Who sits in a room, and who of its class does not: by the names that the class knows them by. */
import type { Pool } from 'pg';
import { sortInLists } from '../domain/people/name-order.ts';

export interface ClassName {
  userId: string;
  name: string;
  /** from what the room counts for in its class */
  excused: boolean;
}

/** The students of a room's class in the order of its lists; none where it is of no class. */
export async function selectClassNames(pool: Pool, sessionId: string): Promise<ClassName[]> {
  const { rows } = await pool.query<ClassName & { sort: string; login: string }>(
    `select u.id as "userId", u.name, u.login,
       exists (select 1 from activities a join activity_overrides o on o.activity_id = a.id and o.user_id = u.id
         where a.session_id = s.id and a.withdrawn_at is null and o.excused) as excused,
       case when c.names_by = 'family' then coalesce(u.sort_name, u.name) else u.name end as sort
     from live_sessions s join classes c on c.id = s.class_id
     join enrolments e on e.class_id = c.id and e.role = 'student' join users u on u.id = e.user_id
     where s.id = $1`,
    [sessionId],
  );
  return sortInLists(rows).map(({ userId, name, excused }) => ({ userId, name, excused }));
}
