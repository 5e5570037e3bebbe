'use client';
/** How it went, and what comes when. */
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { ButtonLink } from '../../_ui/button.tsx';
import { Chip } from '../../_ui/chip.tsx';
import type { Went } from './practice-line.ts';

const SIGNS = { right: '✓', partly: '◐', wrong: '▲', left: '–' } as const;

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
      <ul className="divide-y divide-line">
        {went.map(({ line, how, days }) => (
          <li key={line.ref} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-5 py-3">
            <span dir="auto" className="min-w-0 flex-1 basis-40 font-[550] [overflow-wrap:anywhere]">
              {line.title ?? t('list.untitled')}
            </span>
            <Chip tone={how === 'right' ? 'right' : 'plain'}>
              <span aria-hidden>{SIGNS[how]} </span>
              {t(`end.${how}`)}
            </Chip>
            <span className="min-w-20 text-end text-[13px] text-ink-3">
              {days !== null && t('list.comes', { days })}
            </span>
          </li>
        ))}
      </ul>
      <p className="border-line border-t px-5 py-3.5">
        <ButtonLink href="/home">{t('end.home')}</ButtonLink>
      </p>
    </section>
  );
}
