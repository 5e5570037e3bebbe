/** Use cases of the live room: open it, take a seat, command it, remove a player. */

import { z } from 'zod';
import { selectShowsNames, selectTimeFactor } from '../../../db/classes.ts';
import { database, pool } from '../../../db/client.ts';
import { isUniqueViolation } from '../../../db/errors.ts';
import { selectOptionalPlayed, selectQuestions } from '../../../db/lessons.ts';
import {
  insertPlayer,
  insertSession,
  type StoredSession,
  selectOptionalSeat,
  selectOptionalSessionByCode,
  selectSlowest,
  updateSeat,
} from '../../../db/live.ts';
import { selectOptionalSessionNow } from '../../../db/live-session.ts';
import { updateState } from '../../../db/live-step.ts';
import { insertAudit } from '../../../db/users.ts';
import { selectPlayed } from '../../../db/variants.ts';
import { canonical } from '../../../domain/canonical.ts';
import { askedKind, type Work, workOf } from '../../../domain/kinds/asked.ts';
import { identifier } from '../../../domain/kinds/common/document.ts';
import { drawnFor } from '../../../domain/lesson/variants.ts';
import { advance, type HostCommand, type LiveCommand } from '../../../domain/live/advance.ts';
import { comesTooSoon } from '../../../domain/live/guard.ts';
import { friendlyName, readNickname } from '../../../domain/live/nickname.ts';
import { MOST_DEALT } from '../../../domain/live/own.ts';
import { DEFAULT_SETTINGS, isUnsettled, type LiveState, openingState } from '../../../domain/live/state.ts';
import { isUnfit } from '../../../domain/people/names/unfit.ts';
import type { Person } from '../../../domain/people/person.ts';
import type { Question } from '../../../domain/question.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import type { Values } from '../../../domain/variants/parameters.ts';
import { command } from '../contract.ts';
import { mayPlayQuiz } from '../quizzes/standing.ts';
import { ofClass } from '../standing.ts';

const CODES_TRIED = 50;
const COMMANDS_TRIED = 8;
const DRAWS_TRIED = 3 * MOST_DEALT;
const NAMES_TRIED = 60;

const newSession = z.strictObject({
  lessonId: z.uuid(),
  classId: z.uuid().nullable(),
  /** which questions of the lesson; without: its checks, and of a quiz all */
  questionIds: z.array(identifier).min(1).max(100).optional(),
  settings: z
    .strictObject({
      speed: z.boolean(),
      readSeconds: z.number().int().min(0).max(60),
      streak: z.boolean(),
      friendlyNames: z.boolean(),
      ownValues: z.boolean(),
      showNames: z.boolean(),
    })
    .partial()
    .optional(),
});

/**
 * Opens a room that plays questions of a lesson (those that are named, else its checks) or of a quiz, in their order, for a class
 * or for anybody with the code.
 */
export const openSession = command({
  input: newSession,
  allow: ({ classId }) => (classId === null ? 'live.open' : ofClass('live.openForClass')),
  run: async (host, input): Promise<Outcome<{ session: string; code: string }>> => {
    const db = database();
    // guests chose a name to be seen by; a class says itself whether it wants its names up there
    const showNames = input.classId === null ? true : await selectShowsNames(db, input.classId);
    if (showNames === undefined) return refuse('notFound', 'classId');
    const played = await selectOptionalPlayed(db, input.lessonId);
    if (played === undefined) return refuse('lessonNotWritten');
    const { ownerId, versionId } = played;
    // a quiz is played by whose it is, and by whom it was shared with
    if (ownerId !== null && !(await mayPlayQuiz(host, { id: input.lessonId, ownerId })))
      return refuse('notFound', 'lessonId');
    const questions = await selectQuestions(db, versionId);
    const usual = (one: Question): boolean => ownerId !== null || (one.role === 'check' && !askedKind(one).needsPool);
    const plan = [...questions.values()]
      .filter((one) => input.questionIds?.includes(one.id) ?? usual(one))
      .map((one) => planned(one, { seconds: one.seconds, ownValues: input.settings?.ownValues ?? false }));
    if (plan.length === 0) return refuse('nothingToAsk');
    const state = openingState(plan, { ...DEFAULT_SETTINGS, showNames, ...input.settings });
    for (let tried = 0; tried < CODES_TRIED; tried++) {
      const code = newCode();
      try {
        const session = await db.$transaction(async (tx) => {
          const opened = await insertSession(tx, {
            code,
            hostId: host.id,
            classId: input.classId,
            lessonId: input.lessonId,
            lessonVersionId: versionId,
            state,
          });
          await insertAudit(tx, { actorId: host.id, action: 'live.open', subject: opened });
          return opened;
        });
        return { ok: true, session, code };
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
      }
    }
    throw new Error('no free code found for a live session');
  },
});

/** A question as a room is to play it: with values of its own, where they are drawn, or with some to be dealt to its players. */
export function planned(
  question: Question,
  { seconds, ownValues }: { seconds: number; ownValues: boolean },
): LiveState['plan'][number] {
  const draw = (): Values | null => drawnFor(question, crypto.randomUUID());
  const drawn = draw();
  if (drawn === null) return { questionId: question.id, seconds };
  if (!ownValues) return { questionId: question.id, seconds, drawn };
  // of a question that has few, the same come again and again
  const dealt = new Map<string, Values>();
  for (let tried = 0; tried < DRAWS_TRIED && dealt.size < MOST_DEALT; tried++) {
    const one = draw();
    if (one !== null) dealt.set(canonical(one), one);
  }
  return { questionId: question.id, seconds, drawn, own: [...dealt.values()] };
}

/** Six digits, drawn so that nobody can tell the next ones. */
export function newCode(): string {
  return String(100_000 + ((crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % 900_000));
}

/**
 * Applies a command at an instant. Whoever loses the race looks again; a command that no longer fits is refused.
 * @param given `read`: the session, where it was read a moment ago; `only`: the version it was decided for, and no other
 */
export async function commandSession(
  id: string,
  command: LiveCommand,
  now: () => number,
  { read, only }: { read?: StoredSession; only?: number } = {},
): Promise<Outcome<{ version: number }>> {
  const db = database();
  const plain = pool();
  for (let tried = 0; tried < COMMANDS_TRIED; tried++) {
    const known = tried === 0 ? read : undefined;
    const session = known ?? (await selectOptionalSessionNow(plain, id));
    if (session === undefined) return refuse('notFound');
    if (session.ended) return refuse('roomEnded');
    if (only !== undefined && session.version !== only) return refuse('notNow');
    const at = now();
    const round = session.state.rounds.length - 1;
    const timed = command.type === 'tick' && session.state.phase === 'question';
    const slowest = timed ? await selectSlowest(db, id, round) : 1;
    const next = advance(session.state, timed ? { ...command, slowest } : command, at);
    if (!next.ok) return next;
    const closes = isUnsettled(session.state.phase) && !isUnsettled(next.state.phase);
    const bell = closes ? { round, work: await workAtBell(session) } : undefined;
    const event = { type: next.event, payload: { ...command, at } };
    if (await updateState(plain, session, next.state, event, bell)) return { ok: true, version: session.version + 1 };
  }
  return refuse('tooMany');
}

/** The same for an order of a host's device: just after a phase began none goes on from it. */
export async function orderSession(
  session: StoredSession,
  command: HostCommand,
  now: () => number,
): Promise<Outcome<{ version: number }>> {
  if (comesTooSoon(session.state, command, now())) return refuse('tooSoon');
  return commandSession(session.id, command, now, { read: session });
}

/** What the pool has to do with answers to the round that is open. */
async function workAtBell({ lessonVersionId, state }: StoredSession): Promise<Work> {
  const { questions } = await selectPlayed(database(), lessonVersionId, state.plan);
  const question = questions.get(state.rounds.at(-1)?.questionId ?? '');
  return question === undefined ? 'none' : workOf(question);
}

/** Takes a seat. A signed-in person who sits already gets the same seat back. */
export async function takeSeat(
  person: Person | undefined,
  input: { code: string; nickname: string },
  /** asked once the code has opened a room: too many wrong ones may have come at the same time */
  mayGoOn: () => boolean = () => true,
): Promise<Outcome<{ session: string; player: string }>> {
  const db = database();
  const session = await selectOptionalSessionByCode(db, input.code);
  if (session === undefined) return refuse('noSuchRoom');
  if (!mayGoOn()) return refuse('wrongCodes');
  const seat = person === undefined ? undefined : await selectOptionalSeat(db, session.id, person.id);
  if (seat !== undefined) return { ok: true, session: session.id, player: seat.id };
  if (session.state.locked) return refuse('roomLocked');
  const userId = person?.id ?? null;
  const timeFactor =
    userId === null || session.classId === null ? 1 : await selectTimeFactor(db, userId, session.classId);
  const given = session.state.settings.friendlyNames;
  const chosen = given ? undefined : readNickname(input.nickname);
  if (chosen?.ok === false) return { ...chosen, field: 'nickname' };
  // who somebody is here already is nobody's joke
  const own = person !== undefined && [person.name, person.name.split(' ')[0]].includes(chosen?.name ?? '');
  if (chosen !== undefined && !own && isUnfit(chosen.name)) return refuse('nicknameRefused', 'nickname');
  for (let tried = 0; tried < NAMES_TRIED; tried++) {
    try {
      const named = chosen?.name ?? friendlyName(Math.random(), Math.random(), tried < NAMES_TRIED / 2 ? 0 : tried);
      const player = await insertPlayer(db, { sessionId: session.id, userId, nickname: named, timeFactor });
      return { ok: true, session: session.id, player };
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      if (!given) return refuse('nicknameTaken', 'nickname');
    }
  }
  throw new Error('no free friendly name found');
}

/** Removes a player from the room, or lets them back in under the name they had. */
export async function changeSeat(sessionId: string, playerId: string, removed: boolean): Promise<Outcome<object>> {
  try {
    return (await updateSeat(database(), sessionId, playerId, removed)) ? { ok: true } : refuse('notFound');
  } catch (error) {
    if (isUniqueViolation(error)) return refuse('nicknameTaken');
    throw error;
  }
}
