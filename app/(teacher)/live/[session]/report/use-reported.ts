'use client';
/** What the page of a report reads when it is asked for: answers in few signs, one question, one player. */
import { calls } from '../../../../_client/calls.ts';
import { useRead } from '../../../../_client/use-read.ts';

/** By player; undefined while they are not there. @param changedBy of a session that is played another report is other answers */
export function useShortAnswers(session: string, asks: boolean, changedBy: unknown) {
  const asked = { session, player: null };
  const { seen } = useRead(['answers', asked], () => calls.live.reportedAnswers.mutate(asked), {
    ...{ asks, changedBy },
  });
  return seen?.answers;
}

/** All answers of one player. */
export function usePlayerAnswers(session: string, player: string) {
  const asked = { session, player };
  const { seen, refused } = useRead(['answers', asked], () => calls.live.reportedAnswers.mutate(asked));
  return { given: seen?.answers[0]?.given, refused };
}

/** One question with its answers. */
export function useReportedQuestion(session: string, question: string) {
  const asked = { session, question };
  const { seen, refused } = useRead(['question', asked], () => calls.live.reportedQuestion.mutate(asked), {
    keeps: true,
  });
  return { found: seen?.question, refused };
}
