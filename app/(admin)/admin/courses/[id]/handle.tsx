'use client';
/** By which a row is dragged, or moved with ↑ and ↓. */
import { useTranslations } from 'next-intl';
import type { KeyboardEvent, PointerEvent } from 'react';

interface HandleProps {
  title: string;
  onDrag(event: PointerEvent): void;
  onStep(by: -1 | 1): void;
}

export function Handle({ title, onDrag, onStep }: HandleProps) {
  const t = useTranslations('desk.tree');
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    onStep(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <button
      type="button"
      data-handle
      onPointerDown={onDrag}
      onKeyDown={onKeyDown}
      aria-label={t('move', { title })}
      title={t('moveHow')}
      className="min-h-10 w-7 shrink-0 cursor-grab touch-none rounded-1 text-ink-3 hover:bg-fill hover:text-ink"
    >
      ⠿
    </button>
  );
}
