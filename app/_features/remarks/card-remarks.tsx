'use client';
/** At an exercise's card: how much was said to what one has handed in; it opens there. */
import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef, useState } from 'react';
import { useLate } from '../../_late/late.ts';
import { Chip } from '../../_ui/chip.tsx';

const loadRemarks = (): Promise<typeof import('./own-remarks.tsx')> => import('./own-remarks.tsx');

interface CardRemarksProps {
  lessonId: string;
  questionId: string;
  count: number;
  fresh: number;
  /** another one: something was said, or is said otherwise */
  changedBy: number;
  onRead(): void;
}

export function CardRemarks({ lessonId, questionId, count, fresh, changedBy, onRead }: CardRemarksProps) {
  const t = useTranslations('remarks.own');
  const id = useId();
  const [open, setOpen] = useState(false);
  const { part } = useLate(open ? loadRemarks : undefined);
  const place = useRef<HTMLDivElement>(null);
  // who comes from a list of what is new has come to read it
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as the page comes
  useEffect(() => {
    if (fresh === 0 || location.hash !== `#${questionId}`) return;
    setOpen(true);
    place.current?.scrollIntoView?.({ block: 'start' });
  }, []);
  return (
    <div
      ref={place}
      className="grid scroll-mt-20 grid-cols-[minmax(0,1fr)] gap-3 rounded-[10px] border border-line px-3.5 py-2"
    >
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        className="flex min-h-8 flex-wrap items-center gap-2 text-start font-semibold text-[14px] hover:text-violet-ink print:hidden"
      >
        <span aria-hidden className="text-ink-3">
          {open ? '▾' : '▸'}
        </span>
        {t('open', { count })}
        <span aria-live="polite">{fresh > 0 && <Chip tone="violet">{t('fresh', { count: fresh })}</Chip>}</span>
      </button>
      <div id={id} className="grid grid-cols-[minmax(0,1fr)] empty:hidden">
        {open && part === undefined && <p className="text-[14px] text-ink-2">{t('loading')}</p>}
        {open && part !== undefined && (
          <part.OwnRemarks lessonId={lessonId} questionId={questionId} changedBy={changedBy} onRead={onRead} />
        )}
      </div>
    </div>
  );
}
