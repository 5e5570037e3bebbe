/** What a quiz asks, to look at: each question with its time and points there, and what it asks. Needs no script. */
import { useTranslations } from 'next-intl';
import { Asked } from './asked.tsx';
import type { QuizItem } from './quiz-item.ts';

export function ItemList({ items }: { items: readonly QuizItem[] }) {
  const t = useTranslations('desk.quizEditor');
  const kinds = useTranslations('desk.board.kinds');
  return (
    <ol className="grid grid-cols-[minmax(0,1fr)] gap-2">
      {items.map((item, at) => (
        <li key={item.ref}>
          <details className="rounded-[10px] border border-line px-3">
            <summary className="flex cursor-pointer items-center gap-x-3 py-2.5">
              <span className="w-6 text-center text-[14px] text-ink-3 tabular-nums">{at + 1}</span>
              <span className="min-w-0 flex-1">
                <bdi className="font-[550]">{item.title}</bdi>
                <span className="block text-[13px] text-ink-2 tabular-nums">
                  {t('asIs', {
                    kind: kinds(item.kind),
                    seconds: item.seconds ?? item.usualSeconds,
                    points: item.points ?? item.usualPoints,
                  })}
                </span>
              </span>
              <span aria-hidden className="text-ink-2">
                ▾
              </span>
            </summary>
            <div className="grid grid-cols-[minmax(0,1fr)] gap-2 pb-2.5">
              <Asked item={item} />
            </div>
          </details>
        </li>
      ))}
    </ol>
  );
}
