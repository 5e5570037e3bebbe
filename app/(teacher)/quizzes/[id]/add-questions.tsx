'use client';
/** Where a quiz's questions come from: the bank, looked through, or the checks of a lesson. */
import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useState } from 'react';
import type { Outcome } from '../../../../domain/refusal.ts';
import { call, type Given } from '../../../_client/calls.ts';
import { Html } from '../../../_features/lesson/html.tsx';
import { Button, ButtonLink } from '../../../_ui/button.tsx';
import { SelectField } from '../../../_ui/select-field.tsx';
import type { QuizItem } from './quiz-item.ts';
import { SuggestForm } from './suggest-form.tsx';

interface AddQuestionsProps {
  /** what the quiz asks already */
  taken: readonly string[];
  /** how many more it may have */
  room: number;
  onAdd(...items: QuizItem[]): void;
}

type Found = Given<'quizzes.find'>['found'];
type Lessons = Given<'quizzes.lessons'>;

export function AddQuestions({ taken, room, onAdd }: AddQuestionsProps) {
  const t = useTranslations('desk.quizEditor');
  const [search, setSearch] = useState('');
  const [asked, setAsked] = useState({ search: '', page: 1 });
  const [found, setFound] = useState<Found>();
  const [lessonId, setLessonId] = useState<string | null>(null);
  const [lessons, setLessons] = useState<Lessons>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let isNow = true;
    void call('quizzes.find', { ...asked, shelf: 'all' }).then((outcome) => {
      if (!isNow) return;
      setFailed(!outcome.ok);
      if (isDone(outcome)) setFound(outcome.found);
    });
    return () => {
      isNow = false;
    };
  }, [asked]);
  useEffect(() => {
    let isNow = true;
    void call('quizzes.lessons', { lessonId }).then((outcome) => {
      if (isNow && isDone(outcome)) setLessons(outcome);
    });
    return () => {
      isNow = false;
    };
  }, [lessonId]);
  // a question may have been made meanwhile, in the tab that is opened from here
  useEffect(() => {
    const lookAgain = (): void => setAsked((before) => ({ ...before }));
    window.addEventListener('focus', lookAgain);
    return () => window.removeEventListener('focus', lookAgain);
  }, []);
  const look = (event: FormEvent): void => {
    event.preventDefault();
    setAsked({ search: search.trim(), page: 1 });
  };
  const ofBank = (found?.rows ?? []).map(itemOf);
  const ofLesson = (lessons?.items ?? []).map(
    (item): QuizItem => ({ ...item, name: null, seconds: null, points: null }),
  );
  return (
    <section
      aria-label={t('add')}
      className="grid grid-cols-[minmax(0,1fr)] gap-3 rounded-2 border border-line bg-sheet px-4 py-4 sm:px-5"
    >
      <h2 className="font-semibold text-[16px]">{t('add')}</h2>
      <SelectField
        label={t('from')}
        wide
        value={lessonId ?? ''}
        options={[
          { value: '', label: t('fromBank') },
          ...(lessons?.lessons ?? []).map(({ id, title }) => ({ value: id, label: t('fromLesson', { title }) })),
        ]}
        onChange={({ target }) => setLessonId(target.value === '' ? null : target.value)}
      />
      {lessonId === null && (
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
      )}
      {lessonId === null && (
        <details>
          <summary className="min-h-9 cursor-pointer py-1.5 text-[14px] text-violet-ink">{t('suggest.open')}</summary>
          <SuggestForm taken={taken} room={room} onFound={(rows) => onAdd(...rows.map(itemOf))} />
        </details>
      )}
      {failed && (
        <p role="alert" className="text-[14px] text-wrong">
          {t('failed')}
        </p>
      )}
      <ul className="grid max-h-[60dvh] grid-cols-[minmax(0,1fr)] gap-1.5 overflow-y-auto empty:hidden">
        {(lessonId === null ? ofBank : ofLesson).map((item) => (
          <Offered key={item.ref} item={item} taken={taken.includes(item.ref)} onAdd={() => onAdd(item)} />
        ))}
      </ul>
      {lessonId === null && found !== undefined && (
        <p className="flex flex-wrap items-center gap-2 text-[14px] text-ink-2">
          {found.of === 0
            ? asked.search === ''
              ? t('noneYet')
              : t('nothing')
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
    </section>
  );
}

function itemOf({ id, title, kind, version, seconds, points, promptHtml }: Found['rows'][number]): QuizItem {
  return {
    name: null,
    ref: id,
    version,
    newest: version,
    title,
    kind,
    promptHtml,
    usualSeconds: seconds,
    usualPoints: points,
    seconds: null,
    points: null,
  };
}

function Offered({ item, taken, onAdd }: { item: QuizItem; taken: boolean; onAdd(): void }) {
  const t = useTranslations('desk.quizEditor');
  const kinds = useTranslations('desk.board.kinds');
  const [shown, setShown] = useState(false);
  return (
    <li className="grid grid-cols-[minmax(0,1fr)] gap-1 border-line border-b py-1.5 last:border-b-0">
      <div className="flex items-center gap-2">
        <button
          type="button"
          aria-expanded={shown}
          onClick={() => setShown(!shown)}
          className="min-w-0 flex-1 rounded-1 px-1 py-0.5 text-start hover:bg-fill"
        >
          <bdi className="block text-[15px]">{item.title}</bdi>
          <span className="text-[13px] text-ink-3">{kinds(item.kind)}</span>
        </button>
        <Button
          size="small"
          idle={taken}
          aria-label={t(taken ? 'isIn' : 'addOne', { title: item.title })}
          onClick={onAdd}
        >
          {taken ? `✓ ${t('in')}` : `+ ${t('addShort')}`}
        </Button>
      </div>
      {shown && (
        <Html
          html={item.promptHtml}
          className="lesson-prose overflow-x-auto rounded-[10px] bg-fill px-3 py-2 font-serif text-[15px]"
        />
      )}
    </li>
  );
}

function isDone<O extends Outcome<object>>(outcome: O): outcome is Extract<O, { ok: true }> {
  return outcome.ok;
}
