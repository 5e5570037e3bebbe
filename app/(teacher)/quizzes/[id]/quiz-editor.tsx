'use client';
/** Puts a quiz together: questions in their order, each with its time and points; saved as a version, then played. */
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { ActivitySettings } from '../../../../domain/activities/settings.ts';
import type { Share } from '../../../../domain/people/policies/rule.ts';
import { type QuizSettings, sameSettings } from '../../../../domain/quiz/settings.ts';
import { minutesOf } from '../../../../domain/quiz/time.ts';
import { askBeforeLeaving } from '../../../_client/before-leaving.ts';
import { useCommand } from '../../../_client/use-command.ts';
import { SAVE_KEYS, useSaveKeys } from '../../../_client/use-save-keys.ts';
import type { KeptVersion } from '../../../_data/kept-versions.ts';
import { readTyped, typedOf } from '../../../_features/activities/homework-typed.ts';
import { Rows } from '../../../_features/authoring/rows.tsx';
import { TextField } from '../../../_features/authoring/text-field.tsx';
import { ExportButton } from '../../../_features/exporting/export-button.tsx';
import { StartQuiz } from '../../../_features/live/start-quiz.tsx';
import type { ShownShare } from '../../../_features/sharing/shares.tsx';
import { Sharing } from '../../../_features/sharing/sharing.tsx';
import { BDI } from '../../../_i18n/bdi.tsx';
import { Button, ButtonLink } from '../../../_ui/button.tsx';
import { Chip } from '../../../_ui/chip.tsx';
import { AddQuestions } from './add-questions.tsx';
import { GiveQuiz } from './give-quiz.tsx';
import { ItemList } from './item-list.tsx';
import type { QuizItem } from './quiz-item.ts';
import { QuizRow } from './quiz-row.tsx';
import { SettingsForm } from './settings-form.tsx';

const MOST = 100;

interface QuizEditorProps {
  quiz: {
    id: string;
    title: string;
    version: number;
    archived: boolean;
    /** whose it is; null: the viewer's own */
    owner: string | null;
    /** who it was handed over from */
    from: string | null;
    /** so many classes have it as homework now */
    out: number;
    may: { change: boolean; copy: boolean; keep: boolean };
    shares: readonly ShownShare[];
    settings: QuizSettings;
    items: readonly QuizItem[];
    classes: {
      id: string;
      name: string;
      showNames: boolean;
      settings: ActivitySettings | null;
      activityId: string | null;
      timeZone: string | null;
      kept: KeptVersion | null;
    }[];
  };
}

export function QuizEditor({ quiz }: QuizEditorProps) {
  const t = useTranslations('desk.quizEditor');
  const router = useRouter();
  const [title, setTitle] = useState(quiz.title);
  const [items, setItems] = useState<readonly QuizItem[]>(quiz.items);
  const [live, setLive] = useState(quiz.settings.live);
  const [homework, setHomework] = useState(() => typedOf(quiz.settings.homework));
  const [told, setTold] = useState('');
  /** a copy that could not take all along */
  const [copied, setCopied] = useState<string>();
  const place = useRef<HTMLElement>(null);
  const { busy, error, field, send } = useCommand();
  /** somebody else has saved: nothing is written over theirs, or mine, before one of them is chosen */
  const [met, setMet] = useState(false);
  const sharing = useCommand();
  /** where somebody else has saved, the note over it says more */
  const refused = met ? undefined : error;
  const rules = readTyped(homework);
  const settings = 'range' in rules ? undefined : { live, homework: rules };
  const faulty = items.findIndex((one) => Object.values(one.faulty ?? {}).some((text) => text !== undefined));
  const isSet = settings !== undefined && sameSettings(settings, quiz.settings);
  const changed = title !== quiz.title || faulty >= 0 || !isSet || said(items) !== said(quiz.items);
  // what was saved has names now; who has gone on writing meanwhile keeps that
  useEffect(() => {
    setItems((before) => (said(before) === said(quiz.items) ? quiz.items : before));
  }, [quiz.items]);
  useEffect(() => (changed ? askBeforeLeaving(() => true) : undefined), [changed]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each answer of the server
  useEffect(() => {
    if (error === undefined || field !== 'base') return;
    setMet(true);
    // what it says by now: saving once more is meant then
    router.refresh();
  }, [error, field]);
  const takeNewer = (): void => {
    setTitle(quiz.title);
    setItems(quiz.items);
    setLive(quiz.settings.live);
    setHomework(typedOf(quiz.settings.homework));
    setMet(false);
  };
  const save = async (): Promise<void> => {
    if (faulty >= 0) {
      setTold(t('faulty', { place: faulty + 1 }));
      place.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    if (settings === undefined) {
      setTold(t('faultySettings'));
      place.current?.parentElement?.querySelector<HTMLElement>('details [aria-invalid="true"]')?.focus();
      return;
    }
    setTold('');
    const questions = items.map(({ name, ref, version, seconds, points }) => ({ name, ref, version, seconds, points }));
    const whole = { base: quiz.version, title: title.trim(), questions, settings };
    const saved = await send('quizzes.save', { quizId: quiz.id, ...whole });
    if (saved === undefined) return;
    setMet(false);
    router.refresh();
  };
  const copy = async (): Promise<void> => {
    const made = await send('quizzes.copy', { quizId: quiz.id, title: t('copyTitle', { title: quiz.title }) });
    if (made === undefined) return;
    if (made.left.length === 0) router.push(`/quizzes/${made.quizId}`);
    else {
      setTold(t('copiedWithout', { titles: made.left.join(', ') }));
      setCopied(`/quizzes/${made.quizId}`);
    }
  };
  const share = async (login: string | null, may: Share | null): Promise<boolean> => {
    const done = await sharing.send('quizzes.share', { quizId: quiz.id, login, may });
    if (done !== undefined) router.refresh();
    return done !== undefined;
  };
  const archive = async (archived: boolean): Promise<void> => {
    if ((await send('quizzes.archive', { quizId: quiz.id, archived })) === undefined) return;
    setTold(t(archived ? 'archivedNow' : 'backNow'));
    router.refresh();
  };
  const idle = busy || met || !changed || title.trim() === '';
  useSaveKeys(quiz.may.change && !idle ? () => void save() : undefined);
  const minutes = minutesOf(
    items.map((one) => one.seconds ?? one.usualSeconds),
    live.readSeconds,
  );
  const points = items.reduce((sum, one) => sum + (one.points ?? one.usualPoints), 0);
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h1 className="min-w-0 font-semibold text-[22px]">
          <bdi>{quiz.title}</bdi>
        </h1>
        {quiz.may.change &&
          (changed ? <Chip tone="wait">✎ {t('unsaved')}</Chip> : <Chip tone="right">✓ {t('saved')}</Chip>)}
        {quiz.owner !== null && <Chip tone="plain">{t.rich('sharedBy', { name: quiz.owner, ...BDI })}</Chip>}
        {quiz.from !== null && <Chip tone="plain">{t.rich('cameFrom', { name: quiz.from, ...BDI })}</Chip>}
        {quiz.archived && <Chip tone="plain">{t('archived')}</Chip>}
        <span className="ms-auto flex flex-wrap items-center gap-2">
          {quiz.version > 0 && (
            <ButtonLink
              look="quiet"
              href={`/quizzes/${quiz.id}/versions/${quiz.version}`}
              prefetch={false}
              // what is not saved yet stays
              target={changed ? '_blank' : undefined}
            >
              {t('versions.title')}
            </ButtonLink>
          )}
          {quiz.may.keep && (
            <Button look="quiet" idle={busy} onClick={() => void archive(!quiz.archived)}>
              {t(quiz.archived ? 'bringBack' : 'archive')}
            </Button>
          )}
          {quiz.may.copy && items.length > 0 && <ExportButton idle={busy || changed} wanted={{ quizId: quiz.id }} />}
          {quiz.may.copy && (
            <Button idle={busy || changed} onClick={() => void copy()}>
              {t('copy')}
            </Button>
          )}
          {quiz.may.change && (
            <Button
              look={changed ? 'first' : 'plain'}
              idle={idle}
              title={t('saveKeys')}
              aria-keyshortcuts={SAVE_KEYS}
              onClick={() => void save()}
            >
              {t(busy ? 'saving' : 'save')}
            </Button>
          )}
        </span>
      </div>
      {met && (
        <p
          role="alert"
          className="flex flex-wrap items-center gap-3 rounded-2 bg-wait-soft px-4 py-3 text-[14px] text-wait"
        >
          {t('newer')}
          <ButtonLink
            size="small"
            href={`/quizzes/${quiz.id}/versions/${quiz.version}`}
            prefetch={false}
            target="_blank"
          >
            {t('lookNewer')}
          </ButtonLink>
          <Button size="small" idle={busy} onClick={() => void save()}>
            {t('mineOver')}
          </Button>
          <Button size="small" idle={busy} onClick={takeNewer}>
            {t('takeNewer')}
          </Button>
        </p>
      )}
      {changed && quiz.out > 0 && (
        <p className="rounded-2 bg-wait-soft px-4 py-3 text-[14px] text-wait">{t('isOut', { count: quiz.out })}</p>
      )}
      <p
        role="status"
        className={
          refused === undefined && faulty < 0
            ? 'text-[14px] text-good empty:hidden'
            : 'text-[14px] text-wrong empty:hidden'
        }
      >
        {refused ?? told}
        {refused === undefined && copied !== undefined && (
          <>
            {' '}
            <Link href={copied} prefetch={false} className="text-violet-ink underline underline-offset-4">
              {t('openCopy')}
            </Link>
          </>
        )}
      </p>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)]">
        <section
          ref={place}
          aria-label={t('questions')}
          className="grid grid-cols-[minmax(0,1fr)] gap-4 rounded-2 border border-line bg-sheet px-4 py-4 sm:px-5"
        >
          {quiz.may.change && (
            <TextField label={t('name')} part="title" value={title} onChange={setTitle} maxLength={200} />
          )}
          <div className="flex flex-wrap items-baseline gap-x-3">
            <h2 className="font-semibold text-[16px]">{t('questions')}</h2>
            <p role="status" className="text-[14px] text-ink-2 tabular-nums">
              {t('sum', { count: items.length, minutes, points })}
            </p>
          </div>
          {items.length === 0 && (
            <p className="rounded-2 border border-line border-dashed p-6 text-center text-ink-2">{t('empty')}</p>
          )}
          {quiz.may.change ? (
            <Rows<QuizItem> one={t('question')} rows={items} onChange={setItems} most={MOST}>
              {(item, set, index) => <QuizRow item={item} place={index + 1} onChange={set} />}
            </Rows>
          ) : (
            <ItemList items={items} />
          )}
        </section>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
          {items.length > 0 && (
            <section
              aria-label={t('play')}
              className="grid grid-cols-[minmax(0,1fr)] gap-3 rounded-2 border border-line bg-sheet px-4 py-4 sm:px-5"
            >
              <h2 className="font-semibold text-[16px]">{t('play')}</h2>
              {changed ? (
                <p className="text-[14px] text-ink-2">{t('saveFirst')}</p>
              ) : (
                <StartQuiz
                  key={quiz.version}
                  lessonId={quiz.id}
                  classes={quiz.classes}
                  questions={quiz.items.map(played)}
                  live={quiz.settings.live}
                />
              )}
            </section>
          )}
          {items.length > 0 && <GiveQuiz quiz={quiz} isSaved={!changed} />}
          {quiz.may.change && (
            <>
              <AddQuestions
                taken={items.map(({ ref }) => ref)}
                room={MOST - items.length}
                onAdd={(...more) => setItems((before) => [...before, ...more].slice(0, MOST))}
              />
              <SettingsForm live={live} homework={homework} onLive={setLive} onHomework={setHomework} />
            </>
          )}
          {quiz.may.keep && (
            <div className="rounded-2 border border-line bg-sheet px-4 py-4 sm:px-5">
              <Sharing of="quiz" shares={quiz.shares} busy={sharing.busy} refused={sharing} share={share} />
            </div>
          )}
        </div>
      </div>
    </>
  );
}

/** What is saved of the questions, their names aside. */
const said = (items: readonly QuizItem[]): string =>
  JSON.stringify(items.map(({ ref, version, seconds, points }) => [ref, version, seconds, points]));

/** A question as whoever starts the quiz looks at it. */
function played({ name, title, kind, seconds, usualSeconds, promptHtml }: QuizItem) {
  return { id: name ?? '', role: 'check' as const, title, kind, seconds: seconds ?? usualSeconds, promptHtml };
}
