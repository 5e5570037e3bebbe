/** Two at the same moment, at two servers: the statements that store answers and steps decide who was first. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, database, disconnect, pool } from '../../db/client.ts';
import { runOn } from '../../db/insides/statement-line.ts';
import { storeAnswers } from '../../db/live-answers.ts';
import { commandSession } from '../../server/features/live/commands.ts';
import { Rooms } from '../../server/live/rooms.ts';
import { makeDatabase } from '../support/database.ts';
import { answerStore, openDirectly } from '../support/live-direct.ts';

beforeAll(async () => {
  connect(await makeDatabase(), { connections: 6 });
});
afterAll(disconnect);

describe('two at the same moment', () => {
  const NOW = 2_000_000_000_000;
  const letter = (client: string, player: string, session: string, at = NOW + 10) => ({
    session,
    round: 0,
    player,
    client,
    answer: { kind: 'choice' as const, choices: ['A'] },
    at,
    provisional: false,
    work: 'none' as const,
  });

  it('hosts who both say next go on once: what one of them has not seen is not skipped', async () => {
    for (let time = 0; time < 10; time++) {
      const { session } = await openDirectly({ readSeconds: 0 }, [1]);
      await commandSession(session, { type: 'next' }, () => NOW);
      const seen = { type: 'next', phase: 'question', round: 0 } as const;
      const both = await Promise.all([1, 2, 3].map(() => commandSession(session, seen, () => NOW + 5)));
      expect(both.map((one) => (one.ok ? 'ok' : one.refused)).sort()).toEqual(['notNow', 'notNow', 'ok']);
      expect((await new Rooms(pool()).load(session))?.room.state.phase).toBe('closed');
    }
  });

  it('one answer that cannot be stored fails alone: the others of its group have their receipts', async () => {
    const { session, players } = await openDirectly({ speed: false, readSeconds: 0 }, [1, 1, 1]);
    await commandSession(session, { type: 'next' }, () => NOW);
    const store = answerStore();
    const sent = players.map(({ id }, index) =>
      // as if a schema had let it through
      store.store(letter(index === 1 ? 'with a \0 in it' : `client-${index}`, id, session)).then(
        (outcome) => outcome.ok,
        () => 'failed',
      ),
    );
    expect(await Promise.all(sent)).toEqual([true, 'failed', true]);
    expect(await database().liveAnswer.count({ where: { sessionId: session } })).toBe(2);
  });

  it('the bell and answers: each receipt stands, and what was refused is not stored', async () => {
    let [kept, late] = [0, 0];
    for (let time = 0; time < 15; time++) {
      const { session, players } = await openDirectly(
        { speed: false, readSeconds: 0 },
        Array.from({ length: 12 }, () => 1),
      );
      await commandSession(session, { type: 'next' }, () => NOW);
      const stores = [answerStore(), answerStore()];
      const answering = players.map(async ({ id }, index) => {
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 12));
        return stores[index % 2]?.store(letter(`client-of-${id}`, id, session));
      });
      await new Promise((resolve) => setTimeout(resolve, 6));
      const bells = await Promise.all([1, 2].map(() => commandSession(session, { type: 'close' }, () => NOW + 20)));
      expect(bells.filter((one) => one.ok).length).toBe(1);
      const fates = await Promise.all(answering);
      const rows = await database().liveAnswer.findMany({ where: { sessionId: session } });
      for (const [index, fate] of fates.entries()) {
        const row = rows.find((one) => one.playerId === players[index]?.id);
        expect(fate?.ok === true ? fate.receipt.clientId : fate?.refused).toBe(row?.clientId ?? 'tooLate');
      }
      kept += rows.length;
      late += fates.length - rows.length;
    }
    // both happened
    expect(Math.min(kept, late)).toBeGreaterThan(0);
  });

  it('servers that store one answer twice, as after a reconnection: both receipts are the same, a second answer is refused', async () => {
    const { session, players } = await openDirectly({ speed: true, readSeconds: 0 }, [1]);
    const player = players[0]?.id ?? '';
    await commandSession(session, { type: 'next' }, () => NOW);
    // the first server has written and not yet committed while the second one begins
    const first = await pool().connect();
    await first.query('begin');
    const [fate] = await storeAnswers(
      (statement) => runOn(first, statement),
      [letter('one-and-the-same', player, session)],
    );
    expect(fate).toMatchObject({ accepted: true });
    const store = answerStore();
    const again = store.store(letter('one-and-the-same', player, session, NOW + 900));
    const other = answerStore().store(letter('something-else', player, session, NOW + 900));
    await new Promise((resolve) => setTimeout(resolve, 150));
    await first.query('commit');
    first.release();
    expect(await again).toMatchObject({ ok: true, receipt: { clientId: 'one-and-the-same', receivedAt: NOW + 10 } });
    expect(await other).toEqual({ ok: false, refused: 'alreadyAnswered' });
  });

  it('a step waits for an answer that is being written, and what was only picked is settled once the answer is shown', async () => {
    const { session, players } = await openDirectly({ speed: false, readSeconds: 0 }, [1]);
    await commandSession(session, { type: 'next' }, () => NOW);
    const writing = await pool().connect();
    await writing.query('begin');
    await storeAnswers(
      (statement) => runOn(writing, statement),
      [{ ...letter('only-picked', players[0]?.id ?? '', session), provisional: true }],
    );
    let closed = false;
    const closing = commandSession(session, { type: 'close' }, () => NOW + 20).then((done) => {
      closed = true;
      return done;
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(closed).toBe(false);
    await writing.query('commit');
    writing.release();
    expect(await closing).toMatchObject({ ok: true });
    const stored = () => database().liveAnswer.findFirstOrThrow({ where: { sessionId: session } });
    // the question may be opened again: then it can still be taken off
    expect(await stored()).toMatchObject({ clientId: 'only-picked', provisional: true });
    expect(await commandSession(session, { type: 'reveal' }, () => NOW + 30)).toMatchObject({ ok: true });
    expect(await stored()).toMatchObject({ clientId: 'only-picked', provisional: false });
  });

  it('an answer waits for a step that is being written, and is refused if that closes the round', async () => {
    const { session, players } = await openDirectly({ speed: false, readSeconds: 0 }, [1]);
    await commandSession(session, { type: 'next' }, () => NOW);
    const writing = await pool().connect();
    await writing.query('begin');
    await writing.query(
      `update live_sessions set version = version + 1, state = jsonb_set(state, '{phase}', '"reveal"') where id = $1`,
      [session],
    );
    const storing = answerStore().store(letter('while-it-closes', players[0]?.id ?? '', session));
    await new Promise((resolve) => setTimeout(resolve, 200));
    await writing.query('commit');
    writing.release();
    expect(await storing).toEqual({ ok: false, refused: 'tooLate' });
    expect(await database().liveAnswer.count({ where: { sessionId: session } })).toBe(0);
  });
});
