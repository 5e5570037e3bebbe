'use client';
/** What is wrong, for who fills in a form: no word of how Markdown is written. What has no words of its own has those of the text. */
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { LessonProblem } from '../../../domain/lesson/problems.ts';
import { useProblemWords } from '../courses/problem-list.tsx';

/** Values that say best by their own names what is expected. */
const OF_VALUE = /^yaml\.(?:form|type|missing|tooSmall)$/;

/** The sentence for a problem at its field. */
export function useFormWords(): (problem: LessonProblem) => string {
  const t = useTranslations('authoring.problem');
  const keyed = useTranslations('authoring.keyed');
  const formulas = useTranslations('maths.problem');
  const written = useProblemWords();
  return useCallback(
    (problem: LessonProblem) => {
      const { code, params } = problem;
      const key = String(params.key ?? '')
        .split('.')
        .at(-1);
      if (OF_VALUE.test(code) && key !== undefined && key !== '' && keyed.has(key)) return keyed(key);
      const reason = String(params.reason ?? '');
      if (code === 'maths-part.formula' && formulas.has(reason)) return formulas(reason, params);
      return t.has(code) ? t(code, params) : written(problem);
    },
    [t, keyed, formulas, written],
  );
}
