'use client';
/** At an exercise's card: the way to ask one's teachers, and how much one has asked; it opens there. */
import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef, useState } from 'react';
import { useLate } from '../../_late/late.ts';
import { Chip } from '../../_ui/chip.tsx';
import type { AskedAt } from './asked-at.ts';

const loadPanel = (): Promise<typeof import('./own-inquiries.tsx')> => import('./own-inquiries.tsx');

interface CardAskProps extends AskedAt {
  count: number;
  /** of how many there is an answer that one has not read */
  fresh: number;
}

export function CardAsk({ count, fresh, ...at }: CardAskProps) {
  const t = useTranslations('inquiries.card');
  const id = useId();
  const [open, setOpen] = useState(false);
  const { part } = useLate(open ? loadPanel : undefined);
  const place = useRef<HTMLDivElement>(null);
  const { questionId } = at.place;
  // who comes from a list of what is new has come to read it
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as the page comes
  useEffect(() => {
    if (fresh === 0 || location.hash !== `#${questionId}`) return;
    setOpen(true);
    place.current?.scrollIntoView?.({ block: 'start' });
  }, []);
  if (!at.may && count === 0) return null;
  return (
    <div
      ref={place}
      className="grid scroll-mt-20 grid-cols-[minmax(0,1fr)] gap-3 rounded-[10px] border border-line px-3.5 py-2 print:hidden"
    >
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        className="flex min-h-8 flex-wrap items-center gap-2 text-start font-semibold text-[14px] hover:text-violet-ink"
      >
        <span aria-hidden className="text-ink-3">
          {open ? '▾' : '▸'}
        </span>
        {count === 0 ? t('ask') : t('asked', { count })}
        <span aria-live="polite">{fresh > 0 && <Chip tone="violet">{t('fresh')}</Chip>}</span>
      </button>
      <div id={id} className="grid grid-cols-[minmax(0,1fr)] empty:hidden">
        {open && part === undefined && <p className="text-[14px] text-ink-2">{t('loading')}</p>}
        {open && part !== undefined && <part.OwnInquiries {...at} />}
      </div>
    </div>
  );
}
