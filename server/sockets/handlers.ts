/** The socket's requests, each authorised before it acts. */

import { database, pool } from '../../db/client.ts';
import { selectOptionalSeat, selectOptionalSessionByCode } from '../../db/live.ts';
import { selectOptionalSignedIn } from '../../db/sign-ins.ts';
import { selectGradedSince } from '../../db/submissions.ts';
import { fitAnswer } from '../../domain/answer-fit.ts';
import { workOf } from '../../domain/kinds/asked.ts';
import { firstUnread } from '../../domain/kinds/readings.ts';
import { hostViewOf } from '../../domain/live/view/host.ts';
import { playerViewOf } from '../../domain/live/view/player.ts';
import { screenViewOf } from '../../domain/live/view/screen.ts';
import type { Payload, Reply } from '../../domain/protocol.ts';
import type { Question } from '../../domain/question.ts';
import { type Outcome, refuse } from '../../domain/refusal.ts';
import { readUnfinished } from '../../domain/unfinished.ts';
import { enter } from '../features/activities/access.ts';
import { changeSeat, orderSession, takeSeat } from '../features/live/commands.ts';
import { correctRoom } from '../features/live/correct.ts';
import { handOver, rehearse } from '../features/live/hand-over.ts';
import { playAgain } from '../features/live/play-again.ts';
import { ofAnyClass, ofClass, ofSession } from '../features/standing.ts';
import { takeResult } from '../features/trying/commands.ts';
import { roomNames } from '../live/audience.ts';
import { readSeat, type Seat, signSeat } from '../tokens.ts';

import { roomOfBoard, roomOfGrades } from './board-rooms.ts';
import { allowed, allowedTogether, type Context, type Handlers, open } from './context.ts';
import { wayIn } from './door.ts';
import { roomOfLesson } from './lesson-rooms.ts';
import { giveSeatBack } from './limits.ts';
import { notePlaces } from './places.ts';
import { enterSeat, giveUpSeat, notePresent } from './seats.ts';
import { trySeat } from './tries.ts';

/** A verdict bears the time at which its transaction began; it is seen once that has ended. */
const COMMIT_MS = 30_000;

const hosting = ofSession('live.host');

export const handlers: Handlers = {
  clock: open(({ now }) => ({ ok: true, now: now() })),

  find: open(async (context, shown) => {
    const way = await wayIn(context, shown);
    if (!way.ok) return way;
    const session = await selectOptionalSessionByCode(database(), shown.code);
    if (session === undefined) return way.noRoom();
    if (!way.mayGoOn()) return refuse('wrongCodes');
    const { settings } = session.state;
    return {
      ok: true,
      session: session.id,
      lesson: session.lessonTitle,
      friendlyNames: settings.friendlyNames,
      locked: session.state.locked && !(await sitsIn(context, session.id)),
    };
  }),

  join: open(async (context, payload) => {
    const way = await wayIn(context, payload);
    if (!way.ok) return way;
    const person = await context.person();
    const taken = await takeSeat(person, payload, way.mayGoOn);
    if (!taken.ok) {
      if (taken.field === 'nickname') giveSeatBack(context.socket);
      return taken.refused === 'noSuchRoom' ? way.noRoom() : taken;
    }
    const signIn = person === undefined ? undefined : context.socket.data.signIn;
    const seat = { session: taken.session, player: taken.player, signIn };
    const token = await signSeat(seat, context.env.secret);
    const seated = await sit(context, seat, token);
    return seated.ok ? { ...seated, token } : seated;
  }),

  play: open(async (context, { token }) => {
    const known = await seatOf(context, token);
    return known.ok ? sit(context, known.seat, token) : known;
  }),

  host: allowed(hosting, async ({ socket, rooms, joinAddress }, { session }) => {
    await socket.join(roomNames.host(session));
    const loaded = await rooms.load(session);
    if (loaded === undefined) return refuse('notFound');
    return { ok: true, view: hostViewOf(loaded.room, await joinAddress(loaded.room)) };
  }),

  screen: allowed(ofSession('live.screen'), async ({ socket, rooms, joinAddress }, { session }) => {
    await socket.join(roomNames.screen(session));
    const loaded = await rooms.load(session);
    if (loaded === undefined) return refuse('notFound');
    return { ok: true, view: screenViewOf(loaded.room, await joinAddress(loaded.room)) };
  }),

  command: allowed(hosting, ({ now }, { command }, { found }) => orderSession(found, command, now)),

  seat: allowed(hosting, (_, { session, player, removed }) => changeSeat(session, player, removed)),

  handOver: allowed(hosting, (_, { session, login }) => handOver(session, login)),

  rehearse: allowed(hosting, (_, { session, players }) => rehearse(session, players)),

  correct: allowed(hosting, ({ rooms, now }, { session, apply }, { person }) =>
    correctRoom(rooms, { session, apply, actor: person.id }, now),
  ),

  again: allowed(hosting, (_, { session }, { person }) => playAgain(person, session)),

  // the token says who answers: it is the permission
  answer: open((context, payload) => {
    const at = context.now(); // stamped before anything else is waited for
    const { data } = context.socket;
    const known = payload.token === data.token ? data.seat : undefined;
    const question = known && context.rooms.knownQuestion(known, payload.round);
    if (known !== undefined && question !== undefined) return hand(context, payload, { at, seat: known, question });
    return lookUpAndHand(context, payload, at);
  }),

  try: open(async (context, { token, ...given }) => {
    const known = await seatOf(context, token);
    return known.ok ? trySeat(context.rooms, known.seat, given) : known;
  }),

  tried: open(async (context, { token, try: id }) => {
    const known = await seatOf(context, token);
    return known.ok ? takeResult({ seat: known.seat.player }, id) : known;
  }),

  follow: allowed(
    ({ lesson }) => (lesson === undefined ? 'signedIn' : 'lesson.read'),
    async ({ socket }, { lesson, since }, { person }) => {
      await socket.join(`user:${person.id}`);
      if (lesson === undefined) return { ok: true };
      // first heard, then read: a version published in between would be missed the other way round
      await socket.join(roomOfLesson(lesson));
      const entered = await enter(person, { id: lesson });
      // what came between the reading of the page and this moment was told to nobody
      const missed = { userId: person.id, lessonId: lesson, since: new Date(Math.max(0, (since ?? 0) - COMMIT_MS)) };
      const graded = since === undefined ? [] : await selectGradedSince(database(), missed);
      return entered.ok ? { ok: true, graded, versionId: entered.lesson.versionId } : { ok: true, graded };
    },
  ),

  // a class says twenty of them a second: one statement for all of a moment, and each waits for its own
  at: allowedTogether('lesson.read', { waits: 250, largest: 500 }, notePlaces),

  board: allowed(
    (payload) => ({
      action: 'class.results',
      standing: (person) => ofClass('class.results').standing(person, { classId: payload.class }),
    }),
    async ({ socket }, payload) => {
      await socket.join(roomOfBoard(payload.lesson, payload.class));
      return { ok: true };
    },
  ),

  grades: allowed(
    (payload) => ({
      action: 'result.change',
      standing: (person) => ofAnyClass('result.change').standing(person, { classId: payload.class }),
    }),
    async ({ socket }, payload) => {
      await socket.join(roomOfGrades(payload.class));
      return { ok: true };
    },
  ),
};

/** An answer with all that belongs to it. */
interface Handed {
  /** when it was received, in the database's clock */
  at: number;
  seat: Seat;
  question: Question;
}

function hand({ answers }: Context, payload: Payload<'answer'>, { at, seat, question }: Handed) {
  const { provisional = false } = payload;
  const read = provisional ? readUnfinished(question, payload.answer) : fitAnswer(question, payload.answer);
  if (!read.ok) return refuse('badInput', read.field);
  // what is sent is read before a receipt is given; what is still being typed counts as far as it can be read at the bell
  const unread = payload.provisional === true ? undefined : firstUnread(question, read.answer);
  if (unread !== undefined) return refuse(unread.asked ? 'twoReadings' : 'unreadable', unread.field);
  return answers.store({
    session: seat.session,
    round: payload.round,
    player: seat.player,
    client: payload.clientId,
    answer: read.answer,
    at,
    provisional,
    work: workOf(question),
  });
}

/** Somebody signed in who has a seat already comes in though the room is locked. */
async function sitsIn(context: Context, session: string): Promise<boolean> {
  const person = await context.person();
  return person !== undefined && (await selectOptionalSeat(database(), session, person.id)) !== undefined;
}

/** The seat of a token. One that was taken signed in ends with that sign-in, wherever it was ended. */
async function seatOf({ env }: Context, token: string): Promise<Outcome<{ seat: Seat }>> {
  const seat = await readSeat(token, env.secret);
  if (seat === undefined) return refuse('removed');
  const ended = seat.signIn !== undefined && (await selectOptionalSignedIn(pool(), seat.signIn)) === undefined;
  return ended ? refuse('notSignedIn') : { ok: true, seat };
}

/** A token that this connection has not shown yet, or a round that is not known here yet. */
async function lookUpAndHand(context: Context, payload: Payload<'answer'>, at: number): Promise<Reply<'answer'>> {
  const known = await seatOf(context, payload.token);
  if (!known.ok) return known;
  const { seat } = known;
  const question = await context.rooms.questionOf(seat, payload.round);
  return question === undefined ? refuse('wrongRound') : hand(context, payload, { at, seat, question });
}

/** Brings a connection into its seat and gives the player's view. */
async function sit({ socket, rooms }: Context, seat: Seat, token: string) {
  // first heard, then read: a step in between would be missed the other way round
  await enterSeat(socket, seat, token);
  const loaded = await rooms.load(seat.session);
  const player = loaded?.room.players.find((one) => one.id === seat.player);
  if (loaded === undefined || player === undefined || player.removed) {
    await giveUpSeat(socket, seat);
    return refuse(loaded === undefined ? 'noSuchRoom' : 'removed');
  }
  await notePresent(socket, seat);
  return { ok: true as const, session: seat.session, view: playerViewOf(loaded.room, seat.player) };
}
