/** Rooms that are over, written as they would have been played: for the tests of what is told of them later. */
import { randomUUID } from 'node:crypto';
import { database } from '../../db/client.ts';
import type { Answer } from '../../domain/answer.ts';
import { answerDocument, stateDocument, verdictDocument } from '../../domain/documents/formats.ts';
import type { LiveRound } from '../../domain/live/state.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Verdict } from '../../domain/results/verdict.ts';
import { openSession } from '../../server/features/live/commands.ts';

interface PlayedAnswer {
  /** the place of its player */
  by: number;
  answer: Answer;
  /** ms from the options showing to the receipt */
  tookMs?: number;
  verdict?: Verdict;
}

export interface PlayedRound {
  questionId: string;
  /** its vote was taken again in the round after it */
  again?: boolean;
  skipped?: boolean;
  answers: readonly PlayedAnswer[];
}

const ROUND_MS = 20_000;

/** @param seats an account, or the nickname of a guest */
export async function playSession(
  host: Person,
  of: { lessonId: string; classId: string | null; over?: boolean; settings?: { showNames?: boolean } },
  seats: readonly (Person | string)[],
  played: readonly PlayedRound[],
): Promise<{ session: string; players: string[] }> {
  const questionIds = [...new Set(played.map(({ questionId }) => questionId))];
  const { over = true, settings = {}, ...where } = of;
  const opened = await openSession(host, { ...where, questionIds, settings });
  if (!opened.ok) throw new Error(opened.refused);
  const { session } = opened;
  const begun = Date.now() - 3_600_000;
  const rounds = played.map(({ questionId, again = false, skipped = false }, at): LiveRound => {
    const opensAt = begun + at * 2 * ROUND_MS;
    const revoteOf = played[at - 1]?.again === true ? at - 1 : null;
    const times = { opensAt, closesAt: opensAt + ROUND_MS, closedAt: opensAt + ROUND_MS };
    return { questionId, ...times, skipped, keyShown: false, revoteOf, superseded: again };
  });
  const players = seats.map(() => randomUUID());
  await database().player.createMany({
    data: seats.map((seat, at) => ({
      id: players[at] ?? '',
      sessionId: session,
      userId: typeof seat === 'string' ? null : seat.id,
      nickname: typeof seat === 'string' ? seat : `N${at} ${seat.name}`.slice(0, 20),
      joinedAt: new Date(begun + at),
    })),
  });
  await database().liveAnswer.createMany({
    data: played.flatMap(({ answers }, round) =>
      answers.map(({ by, answer, tookMs = 4_000, verdict }) => ({
        ...{ sessionId: session, round, playerId: players[by] ?? '', clientId: randomUUID() },
        answer: answerDocument.write(answer) as object,
        receivedAt: new Date((rounds[round]?.opensAt ?? 0) + tookMs),
        ...(verdict === undefined ? {} : { verdict: verdictDocument.write(verdict) as object }),
      })),
    ),
  });
  const { state } = await database().liveSession.findUniqueOrThrow({ where: { id: session }, select: { state: true } });
  const next = { ...stateDocument.read(state), phase: over ? ('ended' as const) : ('reveal' as const), rounds };
  await database().liveSession.update({
    where: { id: session },
    data: { state: stateDocument.write(next) as object, ...(over ? { endedAt: new Date() } : {}) },
  });
  return { session, players };
}
