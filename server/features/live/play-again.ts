/** Use case: the class wants to play it again. A new room with the same questions and settings, on the lesson as it is published now. */
import { database, pool } from '../../../db/client.ts';
import { isUniqueViolation } from '../../../db/errors.ts';
import { selectQuestions } from '../../../db/lessons.ts';
import { insertSessionAgain } from '../../../db/live-again.ts';
import { selectOptionalNewest } from '../../../db/live-correction.ts';
import { selectOptionalSessionNow } from '../../../db/live-session.ts';
import { openingState } from '../../../domain/live/state.ts';
import type { Person } from '../../../domain/people/person.ts';
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import { newCode, planned } from './commands.ts';

const TRIES = 50;

/** @param actor may host the session; hosts the new one */
export async function playAgain(actor: Person, id: string): Promise<Outcome<{ session: string; code: string }>> {
  for (let tried = 0; tried < TRIES; tried++) {
    const ended = await selectOptionalSessionNow(pool(), id);
    if (ended === undefined) return refuse('notFound');
    if (!ended.ended) return refuse('notNow');
    if (ended.state.again !== null) return { ok: true, ...ended.state.again };
    const lessonVersionId = await selectOptionalNewest(pool(), id);
    if (lessonVersionId === undefined) return refuse('lessonNotWritten');
    const questions = await selectQuestions(database(), lessonVersionId);
    const { ownValues } = ended.state.settings;
    // with other values, where they are drawn
    const plan = ended.state.plan.flatMap(({ questionId, seconds }) => {
      const question = questions.get(questionId);
      return question === undefined ? [] : [planned(question, { seconds, ownValues })];
    });
    if (plan.length === 0) return refuse('nothingToAsk');
    const next = {
      code: newCode(),
      hostId: actor.id,
      lessonVersionId,
      state: openingState(plan, ended.state.settings),
    };
    try {
      const session = await insertSessionAgain(pool(), ended, next);
      if (session === undefined) continue;
      return { ok: true, session, code: next.code };
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
  }
  return refuse('tooMany');
}
