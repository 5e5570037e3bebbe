'use client';
/** The wrong answers to the question that is looked at; read again when its column of the board has changed. */
import { calls } from '../../../_client/calls.ts';
import { useRead } from '../../../_client/use-read.ts';

/** @param changedBy another one: read again */
export function useWrong(classId: string, lessonId: string, question: string | undefined, changedBy: string) {
  const asked = { classId, lessonId, questionId: question ?? '' };
  const { seen, refused } = useRead(['wrong', asked], () => calls.board.wrong.mutate(asked), {
    asks: question !== undefined,
    changedBy,
  });
  return seen ?? (refused ? 'refused' : 'reading');
}
