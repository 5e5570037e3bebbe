'use client';
/** Questions of banks that one may ask, looked through beside the lesson: one press puts a question in where the cursor is. */
import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useState } from 'react';
import { call, type Given } from '../../../../_client/calls.ts';
import { Html } from '../../../../_features/lesson/html.tsx';
import { Button, ButtonLink } from '../../../../_ui/button.tsx';
import { SheetDialog } from '../../../../_ui/sheet-dialog.tsx';

type Found = Given<'quizzes.find'>['found'];
export type FoundQuestion = Found['rows'][number];

interface BankSheetProps {
  /** what the lesson asks already */
  taken: readonly string[];
  onTake(question: FoundQuestion): void;
  onClose(): void;
}

export function BankSheet({ taken, onTake, onClose }: BankSheetProps) {
  const t = useTranslations('desk.editor.bank');
  const [search, setSearch] = useState('');
  const [asked, setAsked] = useState({ search: '', page: 1 });
  const [found, setFound] = useState<Found>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let isNow = true;
    void call('quizzes.find', { ...asked, shelf: 'all' }).then((outcome) => {
      if (!isNow) return;
      setFailed(!outcome.ok);
      if (outcome.ok) setFound(outcome.found);
    });
    return () => {
      isNow = false;
    };
  }, [asked]);
  const look = (event: FormEvent): void => {
    event.preventDefault();
    setAsked({ search: search.trim(), page: 1 });
  };
  return (
    <SheetDialog title={t('title')} onClose={onClose}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
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
        {failed && (
          <p role="alert" className="text-[14px] text-wrong">
            {t('failed')}
          </p>
        )}
        <ul className="grid grid-cols-[minmax(0,1fr)] gap-1.5 empty:hidden">
          {(found?.rows ?? []).map((question) => (
            <Offered key={question.id} question={question} taken={taken.includes(question.id)} onTake={onTake} />
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
      </div>
    </SheetDialog>
  );
}

interface OfferedProps {
  question: FoundQuestion;
  taken: boolean;
  onTake(question: FoundQuestion): void;
}

function Offered({ question, taken, onTake }: OfferedProps) {
  const t = useTranslations('desk.editor.bank');
  const kinds = useTranslations('desk.board.kinds');
  const [shown, setShown] = useState(false);
  const { title, kind, promptHtml } = question;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)] gap-1 border-line border-b py-1.5 last:border-b-0">
      <div className="flex items-center gap-2">
        <button
          type="button"
          aria-expanded={shown}
          onClick={() => setShown(!shown)}
          className="min-w-0 flex-1 rounded-1 px-1 py-0.5 text-start hover:bg-fill"
        >
          <bdi className="block text-[15px]">{title}</bdi>
          <span className="text-[13px] text-ink-3">
            {kinds(kind)}
            {taken && ` · ${t('isIn')}`}
          </span>
        </button>
        {/* a lesson may ask it twice; its editor is told that it does */}
        <Button size="small" aria-label={t('putIn', { title })} onClick={() => onTake(question)}>
          {t('put')}
        </Button>
      </div>
      {shown && (
        <Html
          html={promptHtml}
          className="lesson-prose overflow-x-auto rounded-[10px] bg-fill px-3 py-2 font-serif text-[15px]"
        />
      )}
    </li>
  );
}
