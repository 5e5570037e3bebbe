'use client';
/** The lesson as its readers will see it; the last one that compiled stays while the next does not. */
import { useTranslations } from 'next-intl';
import type { MouseEvent } from 'react';
import type { LessonContent } from '../../../../../domain/lesson/compiled.ts';
import { UNTOUCHED } from '../../../../_features/lesson/card-types.ts';
import { LessonBody } from '../../../../_features/lesson/lesson-body.tsx';
import { QuestionCard } from '../../../../_features/lesson/question-card.tsx';
import { accountTry, tryOut } from '../../../../_features/live/try-out.ts';

/** Links from lesson to lesson are from place to place beside it, and this page is elsewhere; what is being written stays open. */
function followBeside(event: MouseEvent): void {
  const href = event.target instanceof Element && event.target.closest('a[href]')?.getAttribute('href');
  if (typeof href !== 'string' || /^(?:#|[a-z]+:)/i.test(href)) return;
  event.preventDefault();
  window.open(`/lessons/${href}`, '_blank', 'noopener');
}

interface LessonPreviewProps {
  content: LessonContent | null;
  stale: boolean;
  /** what stands in the editor: code is run as it is written there */
  of: { lessonId: string; source: string };
}

export function LessonPreview({ content, stale, of }: LessonPreviewProps) {
  const t = useTranslations('desk.editor');
  return (
    <section aria-label={t('preview')} className="rounded-2 border border-line bg-paper px-4 py-6 sm:px-8">
      {content === null ? (
        <p className="text-ink-2">{t('previewWait')}</p>
      ) : (
        <div className="mx-auto max-w-[43.75rem]" onClickCapture={followBeside}>
          {stale && (
            <p className="mb-4 rounded-[10px] bg-wait-soft px-3.5 py-2 text-[14px] text-wait">{t('previewOld')}</p>
          )}
          <h2 className="text-balance font-semibold font-serif text-[34px] leading-[1.15]">{content.title}</h2>
          <p className="mt-2 mb-8 font-serif text-[19px] text-ink-2 leading-[1.45]">{content.description}</p>
          <LessonBody
            body={content.body}
            question={(id) => {
              const question = content.questions.find((one) => one.id === id);
              // made anew when the question changes: cards keep what was typed into the old one
              return question === undefined ? null : (
                <QuestionCard
                  key={JSON.stringify(question)}
                  question={question}
                  state={UNTOUCHED}
                  actions={{ run: (answer) => tryOut(accountTry({ ...of, questionId: id, answer })) }}
                />
              );
            }}
          />
        </div>
      )}
    </section>
  );
}
