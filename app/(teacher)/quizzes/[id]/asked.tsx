/** What a question asks, and the way to it. */
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Html } from '../../../_features/lesson/html.tsx';
import type { QuizItem } from './quiz-item.ts';

export function Asked({ item: { ref, promptHtml, opens = false } }: { item: QuizItem }) {
  const t = useTranslations('desk.quizEditor');
  return (
    <>
      <Html
        html={promptHtml}
        className="lesson-prose overflow-x-auto rounded-[10px] bg-fill px-3 py-2 font-serif text-[15px]"
      />
      {opens && (
        <p className="text-[14px]">
          <Link
            href={`/questions/${ref}`}
            prefetch={false}
            className="inline-block min-h-7 text-violet-ink underline underline-offset-4"
          >
            {t('openQuestion')}
          </Link>
        </p>
      )}
    </>
  );
}
