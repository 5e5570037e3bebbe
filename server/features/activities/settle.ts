/** The end of a time limit: what is typed and not handed in is handed in by the server, as at the bell of a room. */

import { selectGiven } from '../../../db/activity-given.ts';
import { database } from '../../../db/client.ts';
import { lockSitting, type OpenSitting, selectEndedSittings, updateSettled } from '../../../db/sittings.ts';
import { insertSubmission, selectDrafts, selectSubmissions } from '../../../db/submissions.ts';
import { endOf } from '../../../domain/activities/rules.ts';
import { attemptsAt, practisesAt, standingOf } from '../../../domain/activities/standing.ts';
import { canonical } from '../../../domain/canonical.ts';
import { hasContent } from '../../../domain/kinds/asked.ts';
import { viewOf } from '../../../domain/question.ts';
import { readAnswer } from '../../../domain/read-answer.ts';
import { findNamed } from '../practice/named-question.ts';
import { newSeed } from '../practice/seed.ts';
import { spentOf } from '../practice/spent.ts';
import { selectAskedOf } from './asked-of.ts';

/** Once, whoever comes first: the student's own page, or the clock of a server. */
export async function settle({ activityId, userId, lessonId }: OpenSitting): Promise<void> {
  await database().$transaction(async (tx) => {
    await lockSitting(tx, { activityId, userId });
    const { given } = await selectGiven(tx, { userId, lessonId });
    if (!(await updateSettled(tx, { activityId, userId }))) return;
    const activity = given.find(({ id }) => id === activityId);
    const lesson = await selectAskedOf(tx, userId, { id: lessonId });
    const end = activity === undefined ? null : endOf(activity);
    // who left the class meanwhile hands in nothing
    if (activity === undefined || lesson === undefined || end === null) return;
    const sitting = activity.sitting?.number ?? 1;
    const standing = standingOf([activity], end);
    const drafts = await selectDrafts(tx, userId, lessonId);
    const past = await selectSubmissions(tx, { userId, lessonId, purpose: 'submit' });
    for (const [questionId, draft] of drafts) {
      const found = await findNamed({ id: userId }, lesson, {
        questionId,
        versionId: draft.versionId ?? undefined,
        variant: draft.variantId ?? undefined,
      });
      if (!found.ok || found.target.is !== 'asked' || !hasContent(draft.answer)) continue;
      const { question, versionId } = found.target;
      if (practisesAt(question, standing)) continue;
      const read = readAnswer(viewOf(question), draft.answer);
      const own = past.filter((one) => one.questionId === questionId);
      if (!read.ok || (own[0] !== undefined && canonical(own[0].answer) === canonical(read.answer))) continue;
      const attempts = attemptsAt(question, standing);
      if (
        attempts !== null &&
        (await spentOf(tx, own, { questionId, versionId, variantId: question.variant ?? null })) >= attempts
      )
        continue;
      await insertSubmission(tx, {
        userId,
        lessonId,
        lessonVersionId: versionId,
        questionId,
        purpose: 'submit',
        clientId: `end ${activityId}${sitting > 1 ? ` ${sitting}` : ''} ${questionId}`,
        answer: read.answer,
        seed: newSeed(),
        variantId: question.variant ?? null,
        // it was received before the end, and this is the last moment of which that is known
        createdAt: new Date(end),
        claimedAt: draft.updatedAt,
      });
    }
  });
}

/** Settles what has ended and whose students have left. @returns how many, and what failed */
export async function settleEnded(): Promise<{ settled: number; faults: unknown[] }> {
  const faults: unknown[] = [];
  let settled = 0;
  for (const one of await selectEndedSittings(database())) {
    try {
      await settle(one);
      settled += 1;
    } catch (error) {
      faults.push(error);
    }
  }
  return { settled, faults };
}
