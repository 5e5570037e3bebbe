'use client';
/** All that a lesson asks, put into a quiz at once. */
import { useTranslations } from 'next-intl';
import { Button } from '../../../_ui/button.tsx';
import type { QuizItem } from './quiz-item.ts';

interface AddAllProps {
  items: readonly QuizItem[];
  /** what the quiz asks already */
  taken: readonly string[];
  /** how many more it may have */
  room: number;
  onAdd(...items: QuizItem[]): void;
}

/** All that a lesson asks and the quiz does not yet, in the lesson's order, as far as there is room. */
export function AddAll({ items, taken, room, onAdd }: AddAllProps) {
  const t = useTranslations('desk.quizEditor');
  if (items.length === 0) return null;
  const missing = items.filter(({ ref }) => !taken.includes(ref));
  const fitting = missing.slice(0, room);
  return (
    <p className="flex flex-wrap items-center gap-3 text-[14px] text-ink-2">
      <Button size="small" idle={fitting.length === 0} onClick={() => onAdd(...fitting)}>
        {missing.length === 0
          ? `✓ ${t('allIn')}`
          : `+ ${t('addAll', { count: fitting.length, fits: fitting.length === missing.length ? 'yes' : 'no' })}`}
      </Button>
      {fitting.length < missing.length && <span>{t('allNoRoom', { count: missing.length - fitting.length })}</span>}
    </p>
  );
}
