/** Use case: the key of a question was wrong. The session takes the corrected lesson, and everybody's points with it. */

import { database, pool } from '../../../db/client.ts';
import { correctSession, selectOptionalNewest } from '../../../db/live-correction.ts';
import { playedWithCatalogue } from '../../../db/misconceptions.ts';
import { selectPlayed } from '../../../db/variants.ts';
import { isCode } from '../../../domain/kinds/asked.ts';
import {
  type Correction,
  correctionOf,
  fitsSession,
  mayBeCorrected,
  roundsToRegrade,
} from '../../../domain/live/correction.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import type { Rooms } from '../../live/rooms.ts';

const TRIES = 8;

/**
 * Tells what the published version of the lesson would change in a session, and with `apply` changes it.
 * @param input.actor the id of who asks; may host the session
 * @param now the database's clock
 */
export async function correctRoom(
  rooms: Rooms,
  input: { session: string; apply: boolean; actor: string },
  now: () => number,
): Promise<Outcome<{ correction: Correction; applied: boolean }>> {
  for (let tried = 0; tried < TRIES; tried++) {
    const loaded = await rooms.load(input.session);
    const newest = await selectOptionalNewest(pool(), input.session);
    if (loaded === undefined || newest === undefined) return refuse('notFound');
    const { session, room } = loaded;
    if (newest === session.lessonVersionId) return refuse('nothingToCorrect');
    if (!mayBeCorrected(room.state)) return refuse('notNow');
    const found = await selectPlayed(database(), newest, room.state.plan);
    // as the room has them: words of a catalogue are no correction
    const played = await playedWithCatalogue(database(), newest, found);
    if (!fitsSession(room.state, room, played)) return refuse('otherQuestions');
    const correction = correctionOf(room, played);
    if (!input.apply) return { ok: true, correction, applied: false };
    const regrade = roundsToRegrade(room, played);
    const code = regrade.filter((round) => {
      const question = played.questions.get(room.state.rounds[round]?.questionId ?? '');
      return question !== undefined && isCode(question);
    });
    const to = { lessonVersionId: newest, regrade, code, by: input.actor, at: now() };
    if (await correctSession(pool(), session, to)) return { ok: true, correction, applied: true };
  }
  return refuse('tooMany');
}
