'use client';
/** Which questions a quiz asks: each with its kind, its time and a look at what it asks. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { QuizQuestion } from '../../../domain/live/quiz-questions.ts';
import { Button } from '../../_ui/button.tsx';
import { Chip } from '../../_ui/chip.tsx';
import { Html } from '../lesson/html.tsx';

interface QuestionsProps {
  questions: readonly QuizQuestion[];
  chosen: readonly string[];
  /** given before each question for reading */
  readSeconds: number;
  onChange(chosen: string[]): void;
}

export function Questions({ questions, chosen, readSeconds, onChange }: QuestionsProps) {
  const t = useTranslations('desk.board');
  const [shown, setShown] = useState<string>();
  const asked = questions.filter((one) => chosen.includes(one.id));
  const seconds = asked.reduce((sum, one) => sum + one.seconds + readSeconds, 0);
  const all = questions.map((one) => one.id);
  const checks = questions.filter((one) => one.role === 'check').map((one) => one.id);
  return (
    <>
      <div className="flex flex-wrap items-center gap-2 pb-1">
        <Button size="small" onClick={() => onChange(checks)}>
          {t('checksOnly')}
        </Button>
        <Button size="small" onClick={() => onChange(all)}>
          {t('all')}
        </Button>
        <span role="status" className="ms-auto text-[13px] text-ink-2 tabular-nums">
          {t('questionsTime', { minutes: Math.ceil(seconds / 60) })}
        </span>
      </div>
      {questions.map((question) => (
        <div key={question.id} className="grid gap-1">
          <div className="flex min-h-10 items-center gap-2.5">
            <label className="flex min-h-10 min-w-0 flex-1 items-center gap-2.5">
              <input
                type="checkbox"
                checked={chosen.includes(question.id)}
                onChange={({ target }) =>
                  onChange(target.checked ? [...chosen, question.id] : chosen.filter((one) => one !== question.id))
                }
                className="size-4 shrink-0 accent-violet"
              />
              <span className="min-w-0">{question.title}</span>
            </label>
            {question.room && <Chip tone="violet">{t('forRoom')}</Chip>}
            <span className="shrink-0 whitespace-nowrap text-[13px] text-ink-3 tabular-nums">
              {t(`kinds.${question.kind}`)}, {t('questionSeconds', { seconds: question.seconds })}
            </span>
            <button
              type="button"
              aria-expanded={shown === question.id}
              aria-label={t('look', { title: question.title })}
              onClick={() => setShown(shown === question.id ? undefined : question.id)}
              className="grid size-8 shrink-0 place-items-center rounded-1 text-ink-2 hover:bg-fill hover:text-ink"
            >
              <span aria-hidden>{shown === question.id ? '▴' : '▾'}</span>
            </button>
          </div>
          {shown === question.id && (
            <Html
              html={question.promptHtml}
              className="lesson-prose overflow-x-auto rounded-[10px] bg-fill px-3 py-2 font-serif text-[15px]"
            />
          )}
        </div>
      ))}
    </>
  );
}
