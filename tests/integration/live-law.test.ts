/**
 * The law of the room where it is kept: in PostgreSQL. Commands, answers and accidents go through the statements
 * that the servers use; a model that shares no code with them says what must be stored, told, and scored.
 */

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, database, disconnect, pool } from '../../db/client.ts';
import { updatePresence } from '../../db/live.ts';
import { updateLiveVerdict } from '../../db/live-answers.ts';
import type { Answer } from '../../domain/answer.ts';
import { answerDocument } from '../../domain/documents/formats.ts';
import { askedKinds, hasContent } from '../../domain/kinds/asked.ts';
import type { LiveCommand } from '../../domain/live/advance.ts';
import { ranking } from '../../domain/live/ranks.ts';
import { changeSeat, commandSession } from '../../server/features/live/commands.ts';
import { Rooms } from '../../server/live/rooms.ts';
import { makeDatabase } from '../support/database.ts';
import { answerStore, openDirectly } from '../support/live-direct.ts';
import { type Logged, lastInstant, type ModelSession, readLog, recount } from '../support/live-model.ts';
import { verdictOf } from '../support/live-questions.ts';

const FACTORS = [1, 1.5, Number.POSITIVE_INFINITY];

beforeAll(async () => {
  connect(await makeDatabase(), { connections: 6 });
});
afterAll(disconnect);

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

/** The last letter stands for all that was picked or typed being taken off again. */
const answerTo = (
  question: string | undefined,
  { letter, provisional }: { letter: number; provisional: boolean },
): Answer =>
  question === 'manual-gradients'
    ? provisional && letter === 3
      ? askedKinds.maths.nothing
      : { kind: 'maths', parts: { dx: ['2xy', 'x', 'y'][letter] ?? 'z' } }
    : provisional && letter === 3
      ? askedKinds.choice.nothing
      : { kind: 'choice', choices: ['ABC'[letter] ?? 'A'] };

const packet = fc.record({
  player: fc.nat({ max: 2 }),
  letter: fc.nat({ max: 3 }),
  client: fc.constantFrom('client-a', 'client-b', 'client-c'),
  late: fc.constantFrom(0, 0, 0, 0, 40, 25_000, -3_000),
  back: fc.constantFrom(0, 0, 0, 0, 0, 0, 1, -1),
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
      { type: 'reopen', seconds: 30 },
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
  steps: fc.array(fc.tuple(step, fc.constantFrom(0, 300, 2_000, 9_000, 25_000)), {
    minLength: 15,
    maxLength: 40,
    size: 'max',
  }),
  speed: fc.boolean(),
  streak: fc.boolean(),
  readSeconds: fc.constantFrom(0, 5),
});

describe('whatever host, players and clock do, and however often packets come', () => {
  it('what is stored, what receipts say, and all points are as a recount from the stored events has it', async () => {
    let stored = 0;
    await fc.assert(
      fc.asyncProperty(story, async ({ steps, ...settings }) => {
        const { session, players } = await openDirectly(settings, FACTORS);
        // two servers, each with its own store of answers
        const stores = [answerStore(), answerStore()];
        const rooms = new Rooms(pool());
        const opened = await rooms.load(session);
        const { plan } = opened?.room.state ?? { plan: [] };
        const lessonVersionId = opened?.session.lessonVersionId ?? '';
        const rules = { plan, ...settings };
        const table = new Map<string, Standing>();
        const removed = new Set<number>();
        const log: Logged[] = [];
        let now = 2_000_000_000_000;
        // every story gets as far as a question that is open
        const opening = Array.from({ length: settings.readSeconds > 0 ? 2 : 1 }, () => [{ type: 'next' }, 0] as const);
        for (const [happened, wait] of [...opening, ...steps]) {
          now += wait;
          const model = readLog(log, rules);
          if (Array.isArray(happened)) {
            const sent = happened.map(({ late, back, ...one }) => {
              const round = model.rounds.length - 1 + back;
              const answer = answerTo(model.rounds[round]?.questionId, one);
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
            const unsettled = ({ phase }: { phase: string }): boolean => phase === 'question' || phase === 'closed';
            if (unsettled(model) && !unsettled(after))
              for (const [key, one] of table) {
                if (one.round !== model.rounds.length - 1) continue;
                if (one.provisional && !hasContent(one.answer)) table.delete(key);
                one.provisional = false;
              }
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
            const of = { session, round, player: players[happened.player]?.id ?? '', lessonVersionId };
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
              answerDocument.read(row.answer),
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
          answer: answerDocument.read(row.answer),
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
    expect(stored).toBeGreaterThan(20);
  });
});
