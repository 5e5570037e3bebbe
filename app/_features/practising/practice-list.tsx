'use client';
/** Questions that come on some day, each with how it went so far, and what takes it out and back. */
import clsx from 'clsx';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, type RefObject, useRef } from 'react';
import { useCommand } from '../../_client/use-command.ts';
import { BDI } from '../../_i18n/bdi.tsx';
import { Button } from '../../_ui/button.tsx';
import { calledIn, type PracticeLine } from './practice-line.ts';

interface PracticeListProps {
  title: string;
  lines: readonly PracticeLine[];
  isAside?: boolean;
  /** only what can be done is shown of it */
  hides?: boolean;
  /** its heading, for who leads there; left out: nobody does */
  head?: RefObject<HTMLHeadingElement | null>;
  /** the last line is gone, and the list goes with it */
  onEmptied?(): void;
  children?: ReactNode;
}

export function PracticeList(props: PracticeListProps) {
  const { title, lines, isAside = false, hides = false, onEmptied, children } = props;
  const t = useTranslations('practise.list');
  const router = useRouter();
  const { busy, error, send } = useCommand();
  const own = useRef<HTMLHeadingElement>(null);
  const head = props.head ?? own;
  const lists = lines.length > 0 && !hides;
  const put = async (question: string): Promise<void> => {
    const done = await send('practising.aside', { question, aside: !isAside });
    if (done === undefined) return;
    // its button goes with it
    if (lines.length === 1 && onEmptied !== undefined) onEmptied();
    else head.current?.focus();
    router.refresh();
  };
  return (
    <section aria-label={title} className="overflow-hidden rounded-2 border border-line bg-sheet">
      <h2 ref={head} tabIndex={-1} className="border-line border-b px-5 py-3.5 font-semibold text-[17px] outline-none">
        {title}
      </h2>
      {lists && (
        <ul className="divide-y divide-line">
          {lines.map((line) => {
            const { ref, mixup, wrong, partly, right, days, from } = line;
            const called = calledIn(line, (place) => t('untitled', place));
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
                  {' · '}
                  {t.rich('from', { title: from.title, ...BDI })}
                  {mixup !== null && <span className="block">{t.rich('mixup', { name: mixup, ...BDI })}</span>}
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
        <div className={clsx('border-line px-5 py-3.5', lists && 'border-t')}>{children}</div>
      )}
      <p role="alert" className="px-5 pb-3 text-[14px] text-wrong empty:hidden">
        {error}
      </p>
    </section>
  );
}
