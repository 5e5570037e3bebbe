/** A step of several: its number or a tick, whether it is the one to do now, and what to do. Needs no script. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { StepState } from './state-of.ts';

interface StepProps {
  number: number;
  state: StepState;
  title: string;
  children: ReactNode;
}

export function Step({ number, state, title, children }: StepProps) {
  const t = useTranslations('home.firstSteps');
  return (
    <li
      aria-current={state === 'now' ? 'step' : undefined}
      className={clsx(
        'grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 rounded-2 border p-5',
        state === 'now' ? 'border-violet bg-sheet shadow-sheet' : 'border-line',
      )}
    >
      <span
        aria-hidden
        className={clsx(
          'grid size-9 place-items-center rounded-full font-semibold text-[15px]',
          state === 'done' && 'bg-good-soft text-good',
          state === 'now' && 'bg-violet text-on-violet',
          state === 'later' && 'bg-fill text-ink-2',
        )}
      >
        {state === 'done' ? '✓' : number}
      </span>
      <div className="min-w-0">
        <h2 className="flex min-h-9 flex-wrap items-center gap-x-3 font-semibold text-[17px]">
          {title}
          {state !== 'later' && (
            <span className={clsx('font-normal text-[13px]', state === 'done' ? 'text-good' : 'text-violet-ink')}>
              {t(state === 'done' ? 'stepDone' : 'stepNow')}
            </span>
          )}
        </h2>
        <div className="mt-1 text-[15px] empty:hidden">{children}</div>
      </div>
    </li>
  );
}
