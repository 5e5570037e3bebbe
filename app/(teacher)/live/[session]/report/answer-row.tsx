'use client';
/** One answer in a report: how it was, of whom or to what, what it says, and how long it took. */
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Mark } from '../../../../../domain/live/report/marks.ts';
import { SIGNS } from './signs.ts';

interface AnswerRowProps {
  mark: Mark;
  head: ReactNode;
  /** of a first vote, as it is shown before what counts; null: there was none */
  first: ReactNode;
  text: string;
  /** null: it is not known */
  tookMs: number | null;
}

export function AnswerRow({ mark, head, first, text, tookMs }: AnswerRowProps) {
  const t = useTranslations('live.report');
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)_auto] gap-x-3 py-2">
      <span role="img" aria-label={t(`mark.${mark}`)}>
        {SIGNS[mark]}
      </span>
      <span className="min-w-0">
        {head}
        <span
          dir="auto"
          className="block whitespace-pre-wrap font-mono text-[12.5px] text-ink-2 [overflow-wrap:anywhere]"
        >
          {first !== null && <del className="me-2 no-underline opacity-70">{first} →</del>}
          {text}
        </span>
      </span>
      <span className="text-ink-3 tabular-nums">{tookMs === null ? '' : t('seconds', { ms: tookMs / 1000 })}</span>
    </li>
  );
}
