'use client';
/** The question as a student will meet it: handed in for real, told what a student is told, and kept by nobody. */
import { useTranslations } from 'next-intl';
import { useMemo, useRef, useState } from 'react';
import type { Answer } from '../../../domain/answer.ts';
import type { PracticeState } from '../../../domain/practice.ts';
import type { QuestionView } from '../../../domain/question.ts';
import type { Outcome } from '../../../domain/refusal.ts';
import type { Verdict } from '../../../domain/results/verdict.ts';
import { calls } from '../../_client/calls.ts';
import { type QuestionActions, UNTOUCHED } from '../../_features/lesson/card-types.ts';
import { QuestionCard } from '../../_features/lesson/question-card.tsx';
import { type TryPath, tryOut } from '../../_features/live/try-out.ts';
import { Button } from '../../_ui/button.tsx';

interface TriedCardProps {
  question: QuestionView;
  source: string;
  /** which sample of it, where its values are drawn */
  sample?: number | undefined;
  /** what stands in the editor does not compile: this is of before */
  stale: boolean;
}

interface Attempt {
  id: string;
  at: string;
  answer: Answer;
  verdict: Verdict;
}

export function TriedCard({ question, source, sample, stale }: TriedCardProps) {
  const t = useTranslations('desk.questions');
  /** what was tried, newest first, and how many hints are open: of this text, for as long as it stands */
  const tried = useRef<{ tries: Attempt[]; hintsShown: number }>({ tries: [], hintsShown: 0 });
  /** how often it was begun anew: an author tries more answers than a student has attempts */
  const [round, setRound] = useState(0);
  const again = (): void => {
    tried.current = { tries: [], hintsShown: 0 };
    setRound(round + 1);
  };
  const actions = useMemo((): QuestionActions => {
    const path = (answer: Answer, mode: 'run' | 'submit'): TryPath => ({
      start: () => calls.bank.try.mutate({ source, sample, answer, mode }),
      read: (id) => calls.trying.read.mutate({ try: id }),
    });
    const state = (): Promise<Outcome<{ state: PracticeState }>> =>
      calls.bank.tried.mutate({ source, sample, ...tried.current });
    return {
      keep: () => undefined,
      dismiss: () => undefined,
      run: (answer) => tryOut(path(answer, 'run')),
      async submit(answer) {
        const outcome = await tryOut(path(answer, 'submit'));
        if (!outcome.ok) return outcome;
        const { tries } = tried.current;
        const attempt = {
          id: String(tries.length + 1),
          at: new Date().toISOString(),
          answer,
          verdict: outcome.verdict,
        };
        tried.current = { ...tried.current, tries: [attempt, ...tries] };
        return state();
      },
      revealHint() {
        tried.current = { ...tried.current, hintsShown: tried.current.hintsShown + 1 };
        return state();
      },
    };
  }, [source, sample]);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <p className="flex flex-wrap items-center gap-x-3 text-[14px]">
        <span className={stale ? 'text-wait' : 'text-ink-2'}>{t(stale ? 'previewOld' : 'tryIt')}</span>
        <Button size="small" look="quiet" disabled={stale} onClick={again}>
          {t('tryAnew')}
        </Button>
      </p>
      <QuestionCard key={round} question={question} state={UNTOUCHED} actions={stale ? null : actions} />
    </div>
  );
}
