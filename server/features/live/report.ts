/** Reads how a live session went: all of it as a table, one question with its answers, what somebody answered. */
import { z } from 'zod';
import { database, pool } from '../../../db/client.ts';
import { selectClassNames } from '../../../db/live-people.ts';
import { playedWithCatalogue } from '../../../db/misconceptions.ts';
import { identifier } from '../../../domain/kinds/common/document.ts';
import { withQuestions } from '../../../domain/live/own.ts';
import { answersOf, type PlayerAnswer } from '../../../domain/live/report/answers.ts';
import { type NamedReport, namedReport } from '../../../domain/live/report/named.ts';
import { type QuestionReport, questionReportOf } from '../../../domain/live/report/question-report.ts';
import { MOST_STEPS, type Replay, replayOf } from '../../../domain/live/report/replay.ts';
import { reportOf } from '../../../domain/live/report/report.ts';
import type { Room } from '../../../domain/live/room.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import { selectOptionalPlayedRoom } from '../../live/played-room.ts';
import { command } from '../contract.ts';
import { ofReport, type Reported } from '../standing.ts';

/** A row a player, a column a question. */
export const readReport = command({
  input: z.strictObject({ session: z.uuid() }),
  allow: ofReport('live.report'),
  run: async (_person, { session }, found): Promise<Outcome<{ report: NamedReport }>> => {
    const [room, names] = await Promise.all([readRoom(session), namesFor(session, found)]);
    return room === undefined ? refuse('notFound') : { ok: true, report: namedReport(reportOf(room), names) };
  },
});

/** One question: how it was voted on, what the wrong answers do, and each answer. */
export const readReportedQuestion = command({
  input: z.strictObject({ session: z.uuid(), question: identifier }),
  allow: ofReport('live.report'),
  run: async (_person, { session, question }): Promise<Outcome<{ question: QuestionReport }>> => {
    const room = await readRoom(session);
    const found = room === undefined ? undefined : questionReportOf(room, question);
    return found === undefined ? refuse('notFound') : { ok: true, question: found };
  },
});

/** What everybody answered, in few signs each unless all of it is wanted; or one player, whole. */
export const readReportedAnswers = command({
  input: z.strictObject({ session: z.uuid(), player: z.uuid().nullable(), whole: z.literal(true).optional() }),
  allow: ofReport('live.report'),
  run: async (_person, { session, player, whole }): Promise<Outcome<{ answers: PlayerAnswer[] }>> => {
    const room = await readRoom(session);
    if (room === undefined) return refuse('notFound');
    return { ok: true, answers: answersOf(room, player, whole ?? player !== null) };
  },
});

/** What the wall showed, a step at a time; the last step where there are fewer. */
export const readReplay = command({
  input: z.strictObject({ session: z.uuid(), step: z.int().min(0).max(MOST_STEPS) }),
  allow: ofReport('live.report'),
  run: async (_person, { session, step }): Promise<Outcome<{ replay: Replay | null }>> => {
    const room = await readRoom(session);
    return room === undefined ? refuse('notFound') : { ok: true, replay: replayOf(room, step) };
  },
});

/** As it was played, with the words of catalogues for what answers show. */
export async function readRoom(session: string): Promise<Room | undefined> {
  const played = await selectOptionalPlayedRoom(pool(), session);
  if (played === undefined) return undefined;
  const { room, lessonVersionId } = played;
  const own = room.own ?? new Map();
  const told = await playedWithCatalogue(database(), lessonVersionId, { questions: room.questions, own });
  return withQuestions(room, told.questions, told.own);
}

/** Who hosts a room of a class that they do not teach knows its players by what they are called there. */
async function namesFor(session: string, { seesClass }: Reported) {
  return seesClass ? selectClassNames(pool(), session) : [];
}
