'use client';
/** The questions of a page of the bank: opened by their titles, chosen by their boxes, and several at once put somewhere. */
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { TOO_FEW } from '../../../domain/bank-list.ts';
import { SHARES, type Share } from '../../../domain/people/policies/rule.ts';
import { useCommand } from '../../_client/use-command.ts';
import { BDI } from '../../_i18n/bdi.tsx';
import { DateTime } from '../../_ui/date-time.tsx';
import { type PlainColumn, PlainTable } from '../../_ui/table/plain-table.tsx';
import { ChosenBar } from './chosen-bar.tsx';
import type { ShownQuestion } from './shown-question.ts';

const PATH = '/questions';

interface QuestionListProps {
  rows: readonly ShownQuestion[];
  archived: boolean;
  /** several can be put somewhere at once */
  choosing: boolean;
}

export function QuestionList({ rows, archived, choosing }: QuestionListProps) {
  const t = useTranslations('desk.questions');
  const kinds = useTranslations('desk.board.kinds');
  const router = useRouter();
  /** also of pages that were turned: searching and turning pages lose nothing */
  const [chosen, setChosen] = useState<readonly ShownQuestion[]>([]);
  const [done, setDone] = useState<{ words: string; undo: (() => Promise<unknown>) | null } | null>(null);
  const { busy, error, send } = useCommand();
  const sharing = useCommand();
  const isChosen = ({ id }: ShownQuestion): boolean => chosen.some((one) => one.id === id);
  const toggle = (row: ShownQuestion): void =>
    setChosen((before) => (isChosen(row) ? before.filter(({ id }) => id !== row.id) : [...before, row]));
  const all = rows.every(isChosen);
  const columns: PlainColumn<ShownQuestion>[] = [
    {
      id: 'chosen',
      title: (
        // in the same column as those of the rows
        <label className="grid min-h-8 min-w-8 place-items-center">
          <input
            type="checkbox"
            aria-label={t('chooseAll')}
            checked={all}
            onChange={() =>
              setChosen((before) =>
                all
                  ? before.filter((one) => !rows.some(({ id }) => id === one.id))
                  : [...before, ...rows.filter((row) => !isChosen(row))],
              )
            }
            className="size-4"
          />
        </label>
      ),
      head: 'w-10',
      show: (row) => (
        <label className="grid min-h-10 min-w-8 place-items-center">
          <input
            type="checkbox"
            aria-label={t('choose', { title: row.title })}
            checked={isChosen(row)}
            onChange={() => toggle(row)}
            className="size-4"
          />
        </label>
      ),
    },
    {
      id: 'title',
      title: t('column.title'),
      names: true,
      show: ({ id, title, kind, tags, lesson, lessons, quizzes }) => (
        <>
          <Link href={`${PATH}/${id}`} prefetch={false} className="font-[550] hover:text-violet-ink hover:underline">
            <bdi>{title}</bdi>
          </Link>
          <span className="block text-[13px] text-ink-3">
            {kinds(kind)}
            {lesson !== null && (
              <>
                {' · '}
                <bdi>{lesson}</bdi>
              </>
            )}
            {tags.map((tag) => (
              <span key={tag}>
                {' · '}
                <bdi>{tag}</bdi>
              </span>
            ))}
            <span className="sm:hidden">{lessons + quizzes > 0 && ` · ${t('usedIn', { lessons, quizzes })}`}</span>
          </span>
        </>
      ),
    },
    {
      id: 'right',
      title: t('right'),
      head: 'max-sm:hidden',
      cell: 'max-sm:hidden tabular-nums',
      show: ({ firstTries, firstRight }) => <Right tries={firstTries} right={firstRight} />,
    },
    {
      id: 'used',
      title: t('column.used'),
      head: 'max-sm:hidden',
      cell: 'max-sm:hidden',
      show: ({ lessons, quizzes, askedAt }) => (
        <>
          {lessons + quizzes === 0 ? (
            <span className="text-ink-3">{t('unused')}</span>
          ) : (
            t('usedIn', { lessons, quizzes })
          )}
          {askedAt !== null && (
            <span className="block text-[13px] text-ink-3">
              <DateTime iso={askedAt} form="day" />
            </span>
          )}
        </>
      ),
    },
    {
      id: 'owner',
      title: t('column.owner'),
      names: true,
      head: 'max-sm:hidden',
      cell: 'max-sm:hidden',
      show: ({ mine, owner, course, from }) => (
        <>
          {mine ? t('mine') : <bdi>{owner ?? course ?? t('ofLesson')}</bdi>}
          {from !== null && (
            <span className="block text-[13px] text-ink-3">{t.rich('cameFrom', { name: from, ...BDI })}</span>
          )}
        </>
      ),
    },
    {
      id: 'changed',
      title: t('column.changed'),
      head: 'max-md:hidden',
      cell: 'max-md:hidden',
      show: ({ changedAt }) => <DateTime iso={changedAt} form="day" />,
    },
  ];
  const archive = async (to: boolean, ids: string[]): Promise<void> => {
    if ((await send('bank.archive', { questionIds: ids, archived: to })) === undefined) return;
    setChosen([]);
    setDone({
      words: t(to ? 'archivedNow' : 'backNow', { count: ids.length }),
      undo: () => archive(!to, ids),
    });
    router.refresh();
  };
  const tag = async (tags: string[], ids: string[]): Promise<void> => {
    const given = await send('bank.tag', { questionIds: ids, add: tags, remove: [] });
    if (given === undefined) return;
    const undo = async (): Promise<void> => {
      // from those only that did not have it before
      for (const { tag: one, questionIds } of given.added)
        if (questionIds.length > 0) await send('bank.tag', { questionIds, add: [], remove: [one] });
      setDone(null);
      router.refresh();
    };
    setDone({ words: t('taggedNow', { count: ids.length, tags: tags.join(', ') }), undo });
    router.refresh();
  };
  const copy = async (): Promise<void> => {
    const questionIds = chosen.filter(({ copies }) => copies).map(({ id }) => id);
    const made = await send('bank.copyAll', { questionIds });
    if (made === undefined) return;
    const undo = async (): Promise<void> => {
      if ((await send('bank.archive', { questionIds: made.questionIds, archived: true })) === undefined) return;
      setDone({ words: t('copiesBack', { count: made.questionIds.length }), undo: null });
      router.refresh();
    };
    setChosen([]);
    setDone({ words: t('copiedNow', { count: questionIds.length }), undo });
    router.refresh();
  };
  const share = async (login: string | null, may: Share, questionIds: string[]): Promise<boolean> => {
    const shared = await sharing.send('bank.shareAll', { questionIds, login, may });
    if (shared === undefined) return false;
    const undo = async (): Promise<void> => {
      // each as far as it was before
      for (const before of [...SHARES, null]) {
        const ids = shared.before.flatMap((one) => (one.may === before ? one.questionId : []));
        if (ids.length === 0) continue;
        if ((await send('bank.shareAll', { questionIds: ids, login, may: before })) === undefined) return;
      }
      setDone({ words: t('unsharedNow', { count: questionIds.length }), undo: null });
      router.refresh();
    };
    setDone({ words: t('sharedNow', { count: questionIds.length }), undo });
    router.refresh();
    return true;
  };
  const makeQuiz = async (): Promise<void> => {
    const questions = chosen.map(({ id, version }) => ({ name: null, ref: id, version, seconds: null, points: null }));
    const made = await send('quizzes.make', { title: t('quizTitle'), questions });
    if (made !== undefined) router.push(`/quizzes/${made.quizId}`);
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {rows.length > 0 && (
        <PlainTable
          label={t('title')}
          columns={choosing ? columns : columns.slice(1)}
          rows={rows}
          idOf={({ id }) => id}
        />
      )}
      <p role="status" className="flex flex-wrap items-center gap-3 text-[14px] text-ink-2">
        {done?.words}
        {done !== null && done.undo !== null && (
          <button
            type="button"
            disabled={busy}
            className="min-h-8 text-violet-ink underline underline-offset-4"
            onClick={() => void done.undo?.()}
          >
            {t('undo')}
          </button>
        )}
        {error !== undefined && <span className="text-wrong">{error}</span>}
      </p>
      {chosen.length > 0 && (
        <ChosenBar
          chosen={chosen}
          busy={busy}
          archived={archived}
          onQuiz={() => void makeQuiz()}
          onTag={(tags) => void tag(tags, mineOf(chosen))}
          onCopy={() => void copy()}
          sharing={sharing}
          onShare={(login, may) => share(login, may, mineOf(chosen))}
          onArchive={() => void archive(!archived, mineOf(chosen))}
          onClear={() => setChosen([])}
        />
      )}
    </div>
  );
}

const mineOf = (chosen: readonly ShownQuestion[]): string[] => chosen.filter(({ mine }) => mine).map(({ id }) => id);

function Right({ tries, right }: { tries: number; right: number }) {
  const t = useTranslations('desk.questions');
  if (tries === 0) return <span className="text-ink-3">–</span>;
  if (tries < TOO_FEW) return <span className="text-[13px] text-ink-3">{t('tooFew', { count: tries })}</span>;
  const share = right / tries;
  return (
    <>
      <span className="flex items-center gap-2">
        {t('percent', { share })}
        <span aria-hidden className="h-1.5 w-16 overflow-hidden rounded-full bg-line">
          <span className="block h-full bg-violet" style={{ width: `${share * 100}%` }} />
        </span>
      </span>
      <span className="block text-[13px] text-ink-3">{t('answers', { count: tries })}</span>
    </>
  );
}
