'use client';
/** How it went, and what comes when. */
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { BDI } from '../../_i18n/bdi.tsx';
import { ButtonLink } from '../../_ui/button.tsx';
import { Chip } from '../../_ui/chip.tsx';
import { calledIn, type Went } from './practice-line.ts';

const SIGNS = { right: '✓', partly: '◐', wrong: '▲', waits: '✓', left: '–' } as const;

export function PracticeEnd({ went }: { went: readonly Went[] }) {
  const t = useTranslations('practise');
  const head = useRef<HTMLHeadingElement>(null);
  // the button that ended it is gone
  useEffect(() => head.current?.focus(), []);
  return (
    <section aria-label={t('end.title')} className="overflow-hidden rounded-2 border border-line bg-sheet">
      <h2 ref={head} tabIndex={-1} className="border-line border-b px-5 py-3.5 font-semibold text-[17px] outline-none">
        {t('end.title')}
      </h2>
      {went.length === 0 ? (
        <p className="px-5 pt-3.5 text-[14px] text-ink-2">{t('end.nothing')}</p>
      ) : (
        <ul className="divide-y divide-line border-line border-b">
          {went.map(({ line, how, days, again }) => (
            <li key={line.ref} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-5 py-3">
              <span dir="auto" className="min-w-0 flex-1 font-[550] [overflow-wrap:anywhere] max-sm:basis-full">
                {calledIn(line, (place) => t('list.untitled', place))}
                {line.title === null && <From title={line.from.title} />}
              </span>
              <Chip tone={how === 'right' ? 'right' : 'plain'}>
                <span aria-hidden>{SIGNS[how]} </span>
                {t(`end.${how}`)}
              </Chip>
              {again && <span className="text-[13px] text-ink-3">{t('end.second')}</span>}
              <span className="ms-auto whitespace-nowrap text-end text-[13px] text-ink-3 sm:min-w-20">
                {days !== null && t('list.comes', { days })}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className="px-5 py-3.5">
        <ButtonLink href="/home">{t('end.home')}</ButtonLink>
      </p>
    </section>
  );
}

function From({ title }: { title: string }) {
  const t = useTranslations('practise');
  return <span className="ms-2 font-normal text-[13px] text-ink-3">{t.rich('list.from', { title, ...BDI })}</span>;
}
