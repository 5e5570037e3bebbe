'use client';
/** What a quiz asks, to look at: each question with its time and points there, and a look at what it asks. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Asked, type QuizItem } from './quiz-row.tsx';

export function ItemList({ items }: { items: readonly QuizItem[] }) {
  return (
    <ol className="grid grid-cols-[minmax(0,1fr)] gap-2">
      {items.map((item, at) => (
        <Item key={item.ref} item={item} place={at + 1} />
      ))}
    </ol>
  );
}

function Item({ item, place }: { item: QuizItem; place: number }) {
  const t = useTranslations('desk.quizEditor');
  const kinds = useTranslations('desk.board.kinds');
  const [shown, setShown] = useState(false);
  return (
    <li className="grid grid-cols-[minmax(0,1fr)] gap-2 rounded-[10px] border border-line px-3 py-2.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <span className="w-6 text-center text-[14px] text-ink-3 tabular-nums">{place}</span>
        <span className="min-w-0 flex-1 basis-40">
          <bdi className="font-[550]">{item.title}</bdi>
          <span className="block text-[13px] text-ink-2 tabular-nums">
            {t('asIs', {
              kind: kinds(item.kind),
              seconds: item.seconds ?? item.usualSeconds,
              points: item.points ?? item.usualPoints,
            })}
          </span>
        </span>
        <button
          type="button"
          aria-expanded={shown}
          aria-label={t('look', { title: item.title })}
          onClick={() => setShown(!shown)}
          className="grid size-9 shrink-0 place-items-center rounded-1 text-ink-2 hover:bg-fill hover:text-ink"
        >
          <span aria-hidden>{shown ? '▴' : '▾'}</span>
        </button>
      </div>
      {shown && <Asked item={item} />}
    </li>
  );
}
