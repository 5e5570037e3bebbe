'use client';
/** The part of the wall that is fitted, and turned where it takes more than a page. */
import './wall.css';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';
import { useFit } from './use-fit.ts';

interface StageProps {
  /** from 0; beyond the last one the last is shown */
  page: number;
  /** called with how many pages there are here, when that is known or has changed */
  onPages(pages: number): void;
  children: ReactNode;
}

export function Stage({ page, onPages, children }: StageProps) {
  const t = useTranslations('live.screen');
  const stage = useRef<HTMLElement>(null);
  const flow = useRef<HTMLDivElement>(null);
  const pages = useFit(stage, flow);
  useEffect(() => onPages(pages), [pages, onPages]);
  const shown = Math.min(page, pages - 1);
  return (
    <>
      <main id="content" ref={stage} className="wall-stage">
        <div
          ref={flow}
          className="wall-flow"
          style={{
            transform: shown === 0 ? undefined : `translateX(calc(${-shown} * var(--onward) * (100% + var(--gap))))`,
          }}
        >
          {children}
        </div>
      </main>
      {pages > 1 && (
        <p className="wall-pages" role="status">
          {t('page', { page: shown + 1, pages })}
        </p>
      )}
    </>
  );
}
