/** Attempts that somebody has spent at a question. */
import type { Queryable } from '../../../db/client.ts';
import type { PastSubmission } from '../../../db/submissions.ts';
import { selectWordings } from '../../../db/wordings.ts';
import { spendsAttempt } from '../../../domain/results/score.ts';

/**
 * Attempts at a version that grades differently, or with other values, were attempts at another question; one that is still being graded may spend
 * an attempt, so it counts until it is known.
 * @param past of that question
 */
export async function spentOf(
  db: Queryable,
  past: readonly PastSubmission[],
  { questionId, versionId, variantId }: { questionId: string; versionId: string; variantId: string | null },
): Promise<number> {
  const wording = await selectWordings(db, [versionId, ...past.map((one) => one.lessonVersionId)]);
  const now = wording(questionId, versionId, variantId);
  return past.filter(
    (one) =>
      wording(questionId, one.lessonVersionId, one.variantId) === now &&
      (one.verdict === undefined || spendsAttempt(one.verdict)),
  ).length;
}
