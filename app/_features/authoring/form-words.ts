'use client';
/** What is wrong, for who fills in a form: no word of how Markdown is written. What has no words of its own has those of the text. */
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { LessonProblem } from '../../../domain/lesson/problems.ts';
import { useProblemWords } from '../courses/problem-list.tsx';

export function useFormWords(): (problem: LessonProblem) => string {
  const t = useTranslations('authoring.problem');
  const written = useProblemWords();
  return useCallback(
    (problem: LessonProblem) => (t.has(problem.code) ? t(problem.code, problem.params) : written(problem)),
    [t, written],
  );
}
