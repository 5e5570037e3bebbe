'use client';
/** All that keeps a lesson from compiling; a click leads to the place. */
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { LessonProblem } from '../../../domain/lesson/problems.ts';

/** The sentence for a problem; one without words shows its code rather than nothing. */
export function useProblemWords(): (problem: LessonProblem) => string {
  const t = useTranslations('lessonProblems');
  return useCallback(({ code, params }: LessonProblem) => (t.has(code) ? t(code, params) : code), [t]);
}

interface ProblemListProps {
  problems: readonly LessonProblem[];
  /** what may well be meant, and should be looked at: it keeps nothing from being published */
  notes?: readonly LessonProblem[];
  pending: boolean;
  onPick(spot: { line: number; column: number }): void;
}

/** @param onPick somebody wants to see where it is */
export function ProblemList({ problems, notes = [], pending, onPick }: ProblemListProps) {
  const t = useTranslations('desk.editor');
  const common = useTranslations('common');
  const none = problems.length === 0;
  return (
    <section aria-label={t('problemList')} className="grid gap-2">
      <p role="status" className={none && !pending ? 'text-[14px] text-good' : 'text-[14px] text-wait'}>
        {pending ? common('loading') : `${none ? '✓' : '▲'} ${t('problems', { count: problems.length })}`}
      </p>
      <Found found={problems} onPick={onPick} />
      {notes.length > 0 && !pending && (
        <>
          <p className="text-[14px] text-ink-2">● {t('notes', { count: notes.length })}</p>
          <Found found={notes} onPick={onPick} />
        </>
      )}
    </section>
  );
}

function Found({ found, onPick }: { found: readonly LessonProblem[]; onPick: ProblemListProps['onPick'] }) {
  const t = useTranslations('desk.editor');
  const words = useProblemWords();
  return (
    <ol className="max-h-[22dvh] divide-y divide-line overflow-y-auto rounded-[10px] border border-line bg-sheet empty:hidden">
      {found.map((problem) => (
        <li key={`${problem.line} ${problem.column} ${problem.code} ${JSON.stringify(problem.params)}`}>
          <button
            type="button"
            onClick={() => onPick({ line: problem.line, column: problem.column })}
            className="grid w-full gap-0.5 px-3.5 py-2 text-start text-[14px] hover:bg-fill"
          >
            <span className="text-[13px] text-ink-3 tabular-nums">
              {t('at', { line: problem.line, column: problem.column })}
            </span>
            <span>{words(problem)}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
