'use client';
/** Code that was kept and not run, since no grading pool answered: told to its author, who can have it run now. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { LessonProblem } from '../../../domain/lesson/problems.ts';
import type { Outcome, Refused } from '../../../domain/refusal.ts';
import { useRefusals } from '../../_i18n/use-refusals.ts';
import { Button } from '../../_ui/button.tsx';

interface UnprovedProps {
  /** of questions of a lesson; left out: it is the question of the page */
  titles?: readonly string[];
  prove(): Promise<Outcome<{ problems: readonly LessonProblem[]; unproved: boolean }>>;
  /** it was run: what is wrong with it */
  onRan(problems: readonly LessonProblem[]): void;
}

export function Unproved({ titles = [], prove, onRan }: UnprovedProps) {
  const t = useTranslations('desk.editor.unproved');
  const say = useRefusals();
  const [busy, setBusy] = useState(false);
  /** in words, or why it was refused */
  const [again, setAgain] = useState<string | Refused>('');
  const run = async (): Promise<void> => {
    setBusy(true);
    const done = await prove();
    setBusy(false);
    if (!done.ok) setAgain(done);
    else if (done.unproved) setAgain(t('still'));
    else onRan(done.problems);
  };
  return (
    <div className="flex flex-wrap items-center gap-3 rounded-2 bg-wait-soft px-4 py-3 text-[14px] text-wait">
      <div role="status" className="min-w-0 flex-1 basis-72">
        <p>
          {t('means')} {titles.length > 0 && <bdi>{titles.join(', ')}</bdi>}
        </p>
        {again !== '' && !busy && <p>{typeof again === 'string' ? again : say(again)}</p>}
      </div>
      <Button size="small" idle={busy} onClick={() => void run()}>
        {t(busy ? 'running' : 'run')}
      </Button>
    </div>
  );
}
