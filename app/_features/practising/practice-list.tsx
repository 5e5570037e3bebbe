'use client';
/** Questions that come on some day, each with how it went so far, and what takes it out and back. */
import clsx from 'clsx';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useRef } from 'react';
import { useCommand } from '../../_client/use-command.ts';
import { BDI } from '../../_i18n/bdi.tsx';
import { Button } from '../../_ui/button.tsx';
import type { PracticeLine } from './practice-line.ts';

interface PracticeListProps {
  title: string;
  lines: readonly PracticeLine[];
  isAside?: boolean;
  /** only what can be done is shown of it */
  hides?: boolean;
  children?: ReactNode;
}

export function PracticeList({ title, lines, isAside = false, hides = false, children }: PracticeListProps) {
  const t = useTranslations('practise.list');
  const router = useRouter();
  const { busy, error, send } = useCommand();
  const head = useRef<HTMLHeadingElement>(null);
  const put = async (question: string): Promise<void> => {
    const done = await send('practising.aside', { question, aside: !isAside });
    if (done === undefined) return;
    // its button goes with it
    head.current?.focus();
    router.refresh();
  };
  return (
    <section aria-label={title} className="overflow-hidden rounded-2 border border-line bg-sheet">
      <h2 ref={head} tabIndex={-1} className="border-line border-b px-5 py-3.5 font-semibold text-[17px] outline-none">
        {title}
      </h2>
      {lines.length > 0 && !hides && (
        <ul className="divide-y divide-line">
          {lines.map(({ ref, title: name, wrong, partly, right, days, from }) => {
            const called = name ?? t('untitled');
            return (
              <li key={ref} className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 px-5 py-3">
                <p dir="auto" className="min-w-0 font-[550] [overflow-wrap:anywhere]">
                  {called}
                </p>
                <span
                  className={clsx(
                    'justify-self-end text-[13px]',
                    days <= 0 && !isAside ? 'font-[550] text-violet-ink' : 'text-ink-3',
                  )}
                >
                  {!isAside && t('comes', { days: Math.max(0, days) })}
                </span>
                <p className="min-w-0 text-[13px] text-ink-3">
                  {right > 0 ? t('right', { count: right }) : t('wrong', { count: wrong, partly: String(partly) })}
                  {', '}
                  {t.rich('from', { title: from.title, ...BDI })}
                </p>
                <Button
                  size="small"
                  look="quiet"
                  className="justify-self-end"
                  idle={busy}
                  aria-label={t(isAside ? 'backOf' : 'dropOf', { title: called })}
                  onClick={() => void put(ref)}
                >
                  {t(isAside ? 'back' : 'drop')}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      {children !== undefined && children !== false && (
        <div className="border-line px-5 py-3.5 not-first:border-t">{children}</div>
      )}
      <p role="alert" className="px-5 pb-3 text-[14px] text-wrong empty:hidden">
        {error}
      </p>
    </section>
  );
}
