/** Rooms that somebody forgot end by themselves, once and told to everybody; those in which something happens do not. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, database, disconnect, pool } from '../../db/client.ts';
import { selectIdleSessions } from '../../db/live-idle.ts';
import { listen } from '../../db/notify.ts';
import { commandSession } from '../../server/features/live/commands.ts';
import { endIdleSessions } from '../../server/features/live/end-idle.ts';
import { makeDatabase } from '../support/database.ts';
import { openDirectly } from '../support/live-direct.ts';

let url = '';
beforeAll(async () => {
  url = await makeDatabase();
  connect(url, { connections: 4 });
});
afterAll(disconnect);

/** Everything of a room happened so many hours earlier. The log is append-only: its guard is off for this transaction alone. */
async function age(session: string, hours: number): Promise<void> {
  const client = await pool().connect();
  try {
    await client.query('begin; set local session_replication_role = replica');
    for (const [table, column, by] of [
      ['live_sessions', 'created_at', 'id'],
      ['live_events', 'at', 'session_id'],
      ['players', 'joined_at', 'session_id'],
      ['live_answers', 'stored_at', 'session_id'],
    ])
      await client.query(`update ${table} set ${column} = ${column} - make_interval(hours => $2) where ${by} = $1`, [
        session,
        hours,
      ]);
    await client.query('commit');
  } finally {
    client.release();
  }
}
const stored = (id: string) => database().liveSession.findUniqueOrThrow({ where: { id }, include: { events: true } });
const now = () => Date.now();

describe('a room in which nothing happens for twelve hours', () => {
  it('ends as its host would end it, with one event, by whichever server is first, and everybody is told', async () => {
    const { session } = await openDirectly({ readSeconds: 0 }, [1, 1]);
    await commandSession(session, { type: 'next' }, now);
    await age(session, 13);
    const told: string[] = [];
    let hears = (): void => undefined;
    const heard = new Promise<void>((resolve) => {
      hears = resolve;
    });
    const listener = listen(
      url,
      (hint) => hint.about === 'live' && told.push(`${hint.session} ${hint.version}`),
      hears,
    );
    await heard;
    const both = await Promise.all([endIdleSessions(now), endIdleSessions(now)]);
    expect(both.map((one) => one.ended).sort()).toEqual([0, 1]);
    const room = await stored(session);
    expect(room.endedAt).not.toBeNull();
    expect(room.state).toMatchObject({ phase: 'ended' });
    expect(room.events.map((event) => event.type)).toEqual(['next', 'end']);
    await expect.poll(() => told).toEqual([`${session} 2`]);
    await listener.close();
  });

  it('goes on where its last step, seat or answer is younger, or where somebody acts meanwhile', async () => {
    const young = await openDirectly({}, [1]);
    await age(young.session, 11);
    const stepped = await openDirectly({ readSeconds: 0 }, []);
    await age(stepped.session, 30);
    await commandSession(stepped.session, { type: 'next' }, now);
    const seated = await openDirectly({}, [1]);
    await age(seated.session, 30);
    await pool().query('update players set joined_at = now() where session_id = $1', [seated.session]);
    expect(await endIdleSessions(now)).toEqual({ ended: 0, faults: [] });

    const woken = await openDirectly({ readSeconds: 0 }, []);
    await age(woken.session, 30);
    const [seen] = await selectIdleSessions(pool());
    expect(seen).toEqual({ id: woken.session, version: 0 });
    await commandSession(woken.session, { type: 'next' }, now);
    expect(await commandSession(woken.session, { type: 'end' }, now, { only: 0 })).toMatchObject({ refused: 'notNow' });
    expect((await stored(woken.session)).endedAt).toBeNull();
  });
});
