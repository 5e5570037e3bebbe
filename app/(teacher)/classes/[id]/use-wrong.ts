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

/** Which misconceptions the class shows in a lesson; read again when another question is looked at, or its column has changed. */
export function useMisread(classId: string, lessonId: string, changedBy: string) {
  const asked = { classId, lessonId };
  return useRead(['misread', asked], () => calls.board.misread.mutate(asked), { changedBy }).seen?.misread ?? [];
}
