'use client';
/** The head of an option once the bell has rung: its letter and shape, its text, and how many of the class chose it. */
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Html } from '../../_features/lesson/html.tsx';
import { optionStyle } from '../../_features/live/option-style.ts';

interface CountedOptionProps {
  letter: string;
  html: string;
  /** of those who answered, 0 … 1; null: it is not told */
  share: number | null;
  /** stands before the share */
  children?: ReactNode;
}

export function CountedOption({ letter, html, share, children }: CountedOptionProps) {
  const t = useTranslations('live.play');
  const style = optionStyle(letter);
  return (
    <div className="flex items-center gap-3">
      <span
        className="flex h-9 shrink-0 items-center gap-1.5 rounded-1 px-2.5 font-semibold text-[15px]"
        style={{ background: style.background, color: style.text }}
      >
        {letter} <span aria-hidden>{style.shape}</span>
      </span>
      <Html html={html} className="min-w-0 flex-1 font-serif text-[17px]" />
      {children}
      {share !== null && (
        <span className="shrink-0 text-[14px] text-ink-2 tabular-nums">
          <span aria-hidden>{t('share', { share })}</span>
          <span className="sr-only">{t('shareSaid', { share })}</span>
        </span>
      )}
    </div>
  );
}
