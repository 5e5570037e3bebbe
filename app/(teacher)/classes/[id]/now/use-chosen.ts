'use client';
/** The answers that are to be shown side by side: of one question, in the order in which they were chosen. */
import { useState } from 'react';
import { MOST_SIDE_BY_SIDE } from '../../../../../domain/class-now/snapshot.ts';

interface Question {
  lessonId: string;
  questionId: string;
  title: string;
}

export interface Chosen {
  of: Question | null;
  students: readonly string[];
  full: boolean;
  has(student: string): boolean;
  /** one of another question begins anew */
  toggle(student: string, of: Question): void;
  clear(): void;
}

export function useChosen(): Chosen {
  const [{ of, students }, set] = useState<{ of: Question | null; students: readonly string[] }>({
    of: null,
    students: [],
  });
  return {
    of,
    students,
    full: students.length >= MOST_SIDE_BY_SIDE,
    has: (student) => students.includes(student),
    toggle: (student, wanted) =>
      set((before) => {
        const same = before.of?.lessonId === wanted.lessonId && before.of.questionId === wanted.questionId;
        const others = same ? before.students : [];
        const rest = others.filter((one) => one !== student);
        if (rest.length < others.length) return { of: rest.length === 0 ? null : wanted, students: rest };
        return { of: wanted, students: [...others, student].slice(0, MOST_SIDE_BY_SIDE) };
      }),
    clear: () => set({ of: null, students: [] }),
  };
}
