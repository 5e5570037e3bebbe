/**
 * The law of the room where it is kept: in PostgreSQL. Commands, answers, accidents and races go through the statements
 * that the servers use; a model that shares no code with them says what must be stored, told, and scored.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, database, disconnect, pool } from '../../db/client.ts';
import { updatePresence } from '../../db/live.ts';
import { storeAnswers, updateLiveVerdict } from '../../db/live-answers.ts';
import type { Answer } from '../../domain/answer.ts';
import type { LiveCommand } from '../../domain/live/advance.ts';
import { ranking } from '../../domain/live/view.ts';
import { changeSeat, commandSession, openSession, takeSeat } from '../../server/commands/live-session.ts';
import { AnswerStore } from '../../server/live/answers.ts';
import { Rooms } from '../../server/live/rooms.ts';
import { makeDatabase } from '../support/database.ts';
import { type Logged, lastInstant, type ModelSession, readLog, recount } from '../support/live-model.ts';
import { verdictOf } from '../support/live-questions.ts';

const FACTORS = [1, 1.5, Number.POSITIVE_INFINITY];
const QUESTIONS = ['why-subtract', 'manual-gradients'];
let lessonId: string;
let hostId: string;

beforeAll(async () => {
  connect(await makeDatabase(), { connections: 6 });
  lessonId = (await database().lesson.findUniqueOrThrow({ where: { slug: 'gradients-and-derivatives' } })).id;
  hostId = (await database().user.findUniqueOrThrow({ where: { login: 'teacher' } })).id;
});
afterAll(disconnect);

interface Opened {
  session: string;
  players: { id: string; timeFactor: number }[];
}

async function openRoom(settings: object, seats = FACTORS): Promise<Opened> {
  const host = { id: hostId, role: 'teacher' as const, login: 'teacher', name: 'Emmy' };
  const opened = await openSession(host, { lessonId, classId: null, questionIds: QUESTIONS, settings });
  if (!opened.ok) throw new Error(opened.refused);
  const players = [];
  for (const [index, timeFactor] of seats.entries()) {
    const seat = await takeSeat(undefined, { code: opened.code, nickname: `Player ${index + 1}` });
    if (!seat.ok) throw new Error(seat.refused);
    const stored = Number.isFinite(timeFactor) ? timeFactor : 0;
    await database().player.update({ where: { id: seat.player }, data: { timeFactor: stored } });
    players.push({ id: seat.player, timeFactor });
  }
  return { session: opened.session, players };
}

interface Packet {
  round: number;
  player: number;
  client: string;
  letter: number;
  at: number;
  provisional: boolean;
}
/** What stands in the model's table. */
interface Standing extends Packet {
  answer: Answer;
  graded: number | null;
  replaced: string[];
}

/** What must become of a packet, and what then stands. */
function judge(
  model: ModelSession,
  speed: boolean,
  table: Map<string, Standing>,
  removed: ReadonlySet<number>,
  packet: Packet,
  answer: Answer,
): string {
  const key = `${packet.round} ${packet.player}`;
  const before = table.get(key);
  const round = model.rounds.length - 1;
  const open = model.rounds[round];
  const known = before?.client === packet.client || before?.replaced.includes(packet.client) === true;
  const last = open === undefined ? 0 : lastInstant(open, FACTORS[packet.player] ?? 1);
  const fits =
    !removed.has(packet.player) &&
    model.phase === 'question' &&
    packet.round === round &&
    packet.at >= (open?.opensAt ?? 0) &&
    packet.at <= last;
  if (fits && !known && (before === undefined || before.provisional || !(packet.provisional || speed))) {
    const replaced = before === undefined ? [] : [before.client, ...before.replaced];
    table.set(key, { ...packet, answer, graded: null, replaced });
    return 'ok';
  }
  if (known) return 'ok';
  if (removed.has(packet.player)) return 'removed';
  if (model.phase === 'ended') return 'roomEnded';
  if (packet.round !== round) return 'wrongRound';
  if (model.phase === 'question' && before !== undefined) return 'alreadyAnswered';
  return model.phase === 'read' || model.phase === 'lobby' ? 'notNow' : 'tooLate';
}

const answerTo = (question: string | undefined, letter: number): Answer =>
  question === 'manual-gradients'
    ? { parts: { dx: ['2xy', 'x', 'y'][letter] ?? 'z' } }
    : { choices: ['ABC'[letter] ?? 'A'] };

const packet = fc.record({
  player: fc.nat({ max: 2 }),
  letter: fc.nat({ max: 2 }),
  client: fc.constantFrom('client-a', 'client-b', 'client-c'),
  late: fc.constantFrom(0, 0, 0, 40, 25_000, -3_000),
  back: fc.constantFrom(0, 0, 0, 0, 1, -1),
  provisional: fc.boolean(),
});
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom<LiveCommand>(
      { type: 'next' },
      { type: 'next' },
      { type: 'next' },
      { type: 'tick' },
      { type: 'close' },
      { type: 'discuss' },
      { type: 'reveal' },
      { type: 'skip' },
      { type: 'moreTime', seconds: 15 },
    ),
  },
  { weight: 8, arbitrary: fc.array(packet, { minLength: 1, maxLength: 8 }) },
  { weight: 1, arbitrary: fc.record({ player: fc.nat({ max: 2 }), removed: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ player: fc.nat({ max: 2 }), present: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ player: fc.nat({ max: 2 }), share: fc.constantFrom(0, 0.5, 1) }) },
);
const story = fc.record({
  steps: fc.array(fc.tuple(step, fc.constantFrom(0, 300, 2_000, 9_000)), { minLength: 15, maxLength: 40, size: 'max' }),
  speed: fc.boolean(),
  streak: fc.boolean(),
  readSeconds: fc.constantFrom(0, 5),
});

describe('whatever host, players and clock do, and however often packets come', () => {
  it('what is stored, what receipts say, and all points are as a recount from the stored events has it', async () => {
    let stored = 0;
    await fc.assert(
      fc.asyncProperty(story, async ({ steps, ...settings }) => {
        const { session, players } = await openRoom(settings);
        // two servers, each with its own store of answers
        const stores = [new AnswerStore(pool(), () => undefined), new AnswerStore(pool(), () => undefined)];
        const rooms = new Rooms(pool());
        const { plan } = (await rooms.load(session))?.room.state ?? { plan: [] };
        const rules = { plan, ...settings };
        const table = new Map<string, Standing>();
        const removed = new Set<number>();
        const log: Logged[] = [];
        let now = 2_000_000_000_000;
        for (const [happened, wait] of steps) {
          now += wait;
          const model = readLog(log, rules);
          if (Array.isArray(happened)) {
            const sent = happened.map(({ late, back, ...one }) => {
              const round = model.rounds.length - 1 + back;
              const answer = answerTo(model.rounds[round]?.questionId, one.letter);
              return { packet: { ...one, round, at: now - late }, answer };
            });
            const expected = sent.map((one) => judge(model, settings.speed, table, removed, one.packet, one.answer));
            const outcomes = await Promise.all(
              sent.map(({ packet: { player, round, client, at, provisional }, answer }) =>
                stores[player % 2]?.store({
                  session,
                  round,
                  player: players[player]?.id ?? '',
                  client,
                  answer,
                  at,
                  provisional,
                  work: 'none',
                }),
              ),
            );
            expect(outcomes.map((one) => (one?.ok === true ? 'ok' : one?.refused))).toEqual(expected);
            for (const [index, outcome] of outcomes.entries())
              if (outcome?.ok === true) expect(outcome.receipt.round).toBe(sent[index]?.packet.round);
          } else if ('type' in happened) {
            const done = await commandSession(session, happened, () => now);
            if (!done.ok) continue;
            log.push({ ...happened, at: now });
            const after = readLog(log, rules);
            if (model.phase === 'question' && after.phase !== 'question')
              for (const one of table.values()) if (one.round === model.rounds.length - 1) one.provisional = false;
          } else if ('removed' in happened) {
            await changeSeat(session, players[happened.player]?.id ?? '', happened.removed);
            if (happened.removed) removed.add(happened.player);
            else removed.delete(happened.player);
          } else if ('present' in happened)
            await updatePresence(database(), session, players[happened.player]?.id ?? '', happened.present);
          else {
            // the pool grades the answer that stood when it took it
            const round = model.rounds.length - 1;
            const mine = table.get(`${round} ${happened.player}`);
            if (mine === undefined || model.rounds[round]?.questionId !== 'manual-gradients') continue;
            const of = { session, round, player: players[happened.player]?.id ?? '' };
            const old = mine.replaced[0];
            if (old !== undefined)
              expect(await updateLiveVerdict(database(), { ...of, clientId: old }, verdictOf(1))).toBe(false);
            await updateLiveVerdict(database(), { ...of, clientId: mine.client }, verdictOf(happened.share));
            mine.graded = happened.share;
          }
        }
        // what is stored
        const rows = await database().liveAnswer.findMany({ where: { sessionId: session } });
        const place = (id: string): number => players.findIndex((one) => one.id === id);
        const byKey = (one: unknown[]): string => `${one[0]} ${one[1]}`;
        expect(
          rows
            .map((row) => [
              row.round,
              place(row.playerId),
              row.clientId,
              row.answer,
              row.receivedAt.getTime(),
              row.provisional,
            ])
            .sort((a, b) => byKey(a).localeCompare(byKey(b))),
        ).toEqual(
          [...table.values()]
            .map((one) => [one.round, one.player, one.client, one.answer, one.at, one.provisional])
            .sort((a, b) => byKey(a).localeCompare(byKey(b))),
        );
        stored += rows.length;
        // what it is worth: from the log and the rows alone, by a server that has just started
        const events = await database().liveEvent.findMany({
          where: { sessionId: session },
          orderBy: { version: 'asc' },
        });
        const fromLog = events.map(({ type, payload }) => ({ type, ...(payload as { at: number; seconds?: number }) }));
        expect(fromLog).toEqual(log);
        const loaded = await new Rooms(pool()).load(session);
        if (loaded === undefined) throw new Error('the room is there');
        const seated = players.filter((_, index) => !removed.has(index));
        const answers = rows.map((row) => ({
          playerId: row.playerId,
          round: row.round,
          answer: row.answer as Answer,
          receivedAt: row.receivedAt.getTime(),
          graded: row.verdict === null ? null : (row.verdict as { points: number }).points,
        }));
        const counted = recount(readLog(fromLog, rules), rules, loaded.room.questions, seated, answers);
        for (const { room } of [loaded, (await rooms.load(session)) ?? loaded])
          expect(new Map(ranking(room).map(({ playerId, points, right }) => [playerId, { points, right }]))).toEqual(
            counted,
          );
      }),
      { numRuns: 25 },
    );
    expect(stored).toBeGreaterThan(25);
  });
});

describe('two at the same moment', () => {
  const NOW = 2_000_000_000_000;
  const letter = (client: string, player: string, session: string, at = NOW + 10) => ({
    session,
    round: 0,
    player,
    client,
    answer: { choices: ['A'] },
    at,
    provisional: false,
    work: 'none' as const,
  });

  it('hosts who both say next go on once: what one of them has not seen is not skipped', async () => {
    for (let time = 0; time < 10; time++) {
      const { session } = await openRoom({ readSeconds: 0 });
      await commandSession(session, { type: 'next' }, () => NOW);
      const seen = { type: 'next', phase: 'question', round: 0 } as const;
      const both = await Promise.all([1, 2, 3].map(() => commandSession(session, seen, () => NOW + 5)));
      expect(both.map((one) => (one.ok ? 'ok' : one.refused)).sort()).toEqual(['notNow', 'notNow', 'ok']);
      expect((await new Rooms(pool()).load(session))?.room.state.phase).toBe('reveal');
    }
  });

  it('the bell and answers: each receipt stands, and what was refused is not stored', async () => {
    let [kept, late] = [0, 0];
    for (let time = 0; time < 15; time++) {
      const { session, players } = await openRoom(
        { speed: false, readSeconds: 0 },
        Array.from({ length: 12 }, () => 1),
      );
      await commandSession(session, { type: 'next' }, () => NOW);
      const stores = [new AnswerStore(pool(), () => undefined), new AnswerStore(pool(), () => undefined)];
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
    const { session, players } = await openRoom({ speed: true, readSeconds: 0 });
    const player = players[0]?.id ?? '';
    await commandSession(session, { type: 'next' }, () => NOW);
    // the first server has written and not yet committed while the second one begins
    const first = await pool().connect();
    await first.query('begin');
    const [fate] = await storeAnswers(first as unknown as typeof pool extends () => infer P ? P : never, [
      letter('one-and-the-same', player, session),
    ]);
    expect(fate).toMatchObject({ accepted: true });
    const store = new AnswerStore(pool(), () => undefined);
    const again = store.store(letter('one-and-the-same', player, session, NOW + 900));
    const other = new AnswerStore(pool(), () => undefined).store(letter('something-else', player, session, NOW + 900));
    await new Promise((resolve) => setTimeout(resolve, 150));
    await first.query('commit');
    first.release();
    expect(await again).toMatchObject({ ok: true, receipt: { clientId: 'one-and-the-same', receivedAt: NOW + 10 } });
    expect(await other).toEqual({ ok: false, refused: 'alreadyAnswered' });
  });
});
