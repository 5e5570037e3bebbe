'use client';
/** The questions of banks that one may ask, looked through by words, a page at a time. */
import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { calls, type Given } from '../../_client/calls.ts';
import { Reads } from '../../_client/reads.tsx';
import { useRead } from '../../_client/use-read.ts';
import { Button, ButtonLink } from '../../_ui/button.tsx';
import { OfferedQuestion } from './offered-question.tsx';

type Found = Given<'quizzes.find'>['found'];
export type FoundQuestion = Found['rows'][number];

interface BankSearchProps {
  /** another way to find some, between the words and what was found */
  beside?: ReactNode;
  /** what is said of one beside its kind */
  said?(question: FoundQuestion): string | undefined;
  /** what can be done with one */
  children(question: FoundQuestion): ReactNode;
}

export function BankSearch(props: BankSearchProps) {
  return (
    <Reads>
      <Search {...props} />
    </Reads>
  );
}

function Search({ beside, said, children }: BankSearchProps) {
  const t = useTranslations('desk.bankSearch');
  const [search, setSearch] = useState('');
  const [asked, setAsked] = useState({ search: '', page: 1 });
  const { seen, refused, again } = useRead(
    ['bank', asked],
    () => calls.quizzes.find.mutate({ ...asked, shelf: 'all' }),
    { keeps: true },
  );
  const found = seen?.found;
  // a question may have been made meanwhile, in the tab that is opened from here
  useEffect(() => {
    const lookAgain = (): void => void again();
    addEventListener('focus', lookAgain);
    return () => removeEventListener('focus', lookAgain);
  }, [again]);
  const look = (event: FormEvent): void => {
    event.preventDefault();
    const next = { search: search.trim(), page: 1 };
    // pressed once more, it looks once more
    if (JSON.stringify(next) === JSON.stringify(asked)) void again();
    else setAsked(next);
  };
  return (
    <>
      <form onSubmit={look} className="flex items-end gap-2">
        <label className="grid min-w-0 flex-1 gap-1.5 font-[550] text-[14px]">
          {t('search')}
          <input
            type="search"
            value={search}
            onChange={({ target }) => setSearch(target.value)}
            maxLength={200}
            className="min-h-10 min-w-0 rounded-[10px] border border-line bg-sheet px-3 font-normal"
          />
        </label>
        <Button type="submit">{t('find')}</Button>
      </form>
      {beside}
      {refused && (
        <p role="alert" className="text-[14px] text-wrong">
          {t('failed')}
        </p>
      )}
      <ul className="grid max-h-[60dvh] grid-cols-[minmax(0,1fr)] gap-1.5 overflow-y-auto empty:hidden">
        {(found?.rows ?? []).map((question) => (
          <OfferedQuestion key={question.id} {...question} said={said?.(question)}>
            {children(question)}
          </OfferedQuestion>
        ))}
      </ul>
      {found !== undefined && (
        <p role="status" className="flex flex-wrap items-center gap-2 text-[14px] text-ink-2">
          {found.of === 0
            ? t(asked.search === '' ? 'none' : 'nothing')
            : t('page', { page: found.page, pages: found.pages })}
          {found.page > 1 && (
            <Button size="small" onClick={() => setAsked({ ...asked, page: found.page - 1 })}>
              {t('before')}
            </Button>
          )}
          {found.page < found.pages && (
            <Button size="small" onClick={() => setAsked({ ...asked, page: found.page + 1 })}>
              {t('next')}
            </Button>
          )}
          <ButtonLink size="small" look="quiet" href="/questions/new" target="_blank" prefetch={false}>
            {t('makeOne')}
          </ButtonLink>
        </p>
      )}
    </>
  );
}
