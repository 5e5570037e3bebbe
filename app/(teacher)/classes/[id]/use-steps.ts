'use client';
/** Whom one goes to from a student within a question: those who have handed something in, in the order of the table. */
import { useMemo } from 'react';
import type { Board } from '../../../../domain/results/board-wire.ts';

interface Steps {
  /** from 1; 0: the student is none of them */
  at: number;
  of: number;
  previous: string | undefined;
  next: string | undefined;
}

interface From {
  questionId: string;
  studentId: string;
  students: readonly string[];
}

/** Who is left out of the table is gone from to those who stand around the same place. */
export function stepsOf(board: Board, { questionId, studentId, students }: From): Steps {
  const column = board.questions.findIndex(({ id }) => id === questionId);
  const handedIn = new Set(
    board.students.flatMap(({ id, cells }) => {
      const state = cells[column]?.state;
      return state === undefined || state === 'untouched' || state === 'draft' ? [] : [id];
    }),
  );
  const there = students.filter((id) => handedIn.has(id) || id === studentId);
  const place = there.indexOf(studentId);
  const steps = there.filter((id) => handedIn.has(id));
  return {
    at: steps.indexOf(studentId) + 1,
    of: steps.length,
    previous: place > 0 ? there[place - 1] : undefined,
    next: place === -1 ? steps[0] : there[place + 1],
  };
}

export function useSteps(board: Board, { questionId, studentId, students }: From): Steps {
  return useMemo(() => stepsOf(board, { questionId, studentId, students }), [board, questionId, studentId, students]);
}
