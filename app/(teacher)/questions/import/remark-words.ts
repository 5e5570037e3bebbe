'use client';
/** What is said of a file or of one of its lines, in the words of the page's language. */
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { Remark } from '../../../../domain/exchange/remark.ts';

export function useRemarkWords(): (remark: Remark) => string {
  const t = useTranslations('exchange');
  const ofCompiler = useTranslations('lessonProblems');
  return useCallback(
    ({ code, params, problem }: Remark) =>
      t.has(code)
        ? t(code, problem === undefined ? params : { problem: ofCompiler(problem.code, problem.params) })
        : code,
    [t, ofCompiler],
  );
}
