'use client';
/** The answers, each with a number to speak of it, as large as there is room: letters are those of options. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ShownSnapshot } from '../../../../../../domain/class-now/snapshot.ts';
import { AnswerShown } from '../../../../../_features/class-now/answer-shown.tsx';
import { Html } from '../../../../../_features/lesson/html.tsx';
import { BDI } from '../../../../../_i18n/bdi.tsx';
import { Button, ButtonLink } from '../../../../../_ui/button.tsx';

export function SideBySide({ classId, shown }: { classId: string; shown: ShownSnapshot }) {
  const t = useTranslations('now.wall');
  const [named, setNamed] = useState(false);
  const many = shown.answers.length;
  return (
    <main id="content" className="grid min-h-dvh grid-cols-[minmax(0,1fr)] content-start gap-6 px-5 py-6 sm:px-10">
      <header className="flex flex-wrap items-start gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-80">
          <h1 dir="auto" className="font-semibold font-serif text-[clamp(22px,2.2vw,44px)] leading-tight">
            {shown.title}
          </h1>
          <Html
            html={shown.question.promptHtml}
            className="lesson-prose mt-2 max-w-none text-[clamp(17px,1.5vw,34px)]"
          />
        </div>
        <div className="flex flex-wrap gap-2 print:hidden">
          <Button onClick={() => setNamed(!named)}>{t(named ? 'noNames' : 'names')}</Button>
          <ButtonLink href={`/classes/${classId}/now`} prefetch={false}>
            {t('back')}
          </ButtonLink>
        </div>
      </header>
      <ol
        className={clsx(
          'grid grid-cols-[minmax(0,1fr)] items-start gap-4',
          many === 2 && 'lg:grid-cols-2',
          many === 4 && 'lg:grid-cols-2',
          (many === 3 || many > 4) && 'md:grid-cols-2 xl:grid-cols-3',
        )}
      >
        {shown.answers.map(({ userId, name, answer, values }, at) => (
          <li
            key={userId}
            className={clsx(
              'grid grid-cols-[minmax(0,1fr)] gap-3 rounded-3 border border-line bg-sheet px-5 py-4',
              // as large as so many leave room for: two are read from the last row
              many <= 2 && 'text-[clamp(17px,1.9vw,46px)]',
              many > 2 && many <= 4 && 'text-[clamp(16px,1.55vw,38px)]',
              many > 4 && 'text-[clamp(16px,1.25vw,30px)]',
            )}
          >
            <h2 className="flex items-center gap-3">
              <span className="sr-only">{t('letter', { number: at + 1 })}</span>
              <span
                aria-hidden
                className="grid size-[1.8em] shrink-0 place-items-center rounded-full bg-violet font-semibold text-on-violet"
              >
                {at + 1}
              </span>
              {named && <bdi className="min-w-0 truncate font-[550]">{name}</bdi>}
            </h2>
            {values !== null && <p className="text-[0.8em] text-ink-2">{t.rich('values', { values, ...BDI })}</p>}
            <div className="text-[1em] [&_pre]:px-[0.8em] [&_pre]:py-[0.6em] [&_pre]:text-[0.95em]">
              <AnswerShown question={shown.question} answer={answer} large />
            </div>
          </li>
        ))}
      </ol>
    </main>
  );
}
