'use client';
/** New questions that were begun and not saved, on the server or on this device alone: each is gone on with from here. */
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { draftTitle } from '../../../domain/draft-title.ts';
import type { UnsavedQuestion } from '../../../domain/drafting.ts';
import { useTimes } from '../../_i18n/use-times.ts';
import { forgetMark, keptNewQuestions, newQuestionEnd, newQuestionName, untoldEnds } from '../outbox/kept-lessons.ts';
import { waysOf } from './draft-ways.ts';
import { timeForm } from './time-form.ts';

/** What the server knows of them. */
export interface Unsaved {
  kept: readonly UnsavedQuestion[];
  /** those that were saved or thrown away lately, also on another device */
  ended: readonly string[];
}

interface UnsavedQuestionsProps extends Unsaved {
  user: string;
  /** the one that is open: it is not listed */
  open?: string;
}

/** Nothing at all where there is none. */
export function UnsavedQuestions({ user, kept, ended, open }: UnsavedQuestionsProps) {
  const t = useTranslations('authoring.unsaved');
  const times = useTimes();
  /** once the page is in a browser, which alone knows its zone and what it keeps */
  const [all, setAll] = useState<readonly UnsavedQuestion[]>([]);
  /** what the server had not been told is told: how often */
  const [told, setTold] = useState(0);
  useEffect(() => {
    for (const end of untoldEnds(user).filter(({ newId }) => newId !== open))
      void tellEnd(user, end).then((isTold) => {
        if (isTold) setTold((before) => before + 1);
      });
  }, [user, open]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is told is gone from this device
  useEffect(() => {
    const known = new Set([...kept.map(({ newId }) => newId), ...ended]);
    const here = keptNewQuestions(user).filter(({ newId }) => !known.has(newId));
    // its page may have been left before the server heard of it
    const isThere = ({ newId, at }: UnsavedQuestion): boolean => (at ?? 0) > (newQuestionEnd(user, newId) ?? -1);
    const ours = here.map(({ newId, source, at }) => ({ newId, title: draftTitle(source), at: at === 0 ? null : at }));
    setAll([...ours, ...kept.filter(isThere)].filter(({ newId }) => newId !== open));
  }, [user, kept, ended, open, told]);
  if (all.length === 0) return null;
  return (
    <nav
      aria-label={t('title')}
      className="flex flex-wrap items-baseline gap-x-4 gap-y-1 rounded-2 bg-wait-soft px-4 py-2.5 text-[14px]"
    >
      <span className="font-[550] text-wait">{t('title')}</span>
      <ul className="contents">
        {all.map(({ newId, title, at }) => (
          <li key={newId} className="min-w-0 py-1">
            <Link
              href={`/questions/new?draft=${newId}`}
              prefetch={false}
              className="underline decoration-line underline-offset-4 hover:text-violet-ink"
            >
              <bdi>{title ?? t('untitled')}</bdi>
            </Link>
            {at !== null && <span className="text-ink-3"> · {times(at, timeForm(at))}</span>}
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Says to the server what it has not answered to: the page went, or the network. @returns whether it knows it now */
async function tellEnd(user: string, { newId, mark }: ReturnType<typeof untoldEnds>[number]): Promise<boolean> {
  const { at, follows, sent } = mark;
  const told = await waysOf(user, { of: 'new', newId }).drop(
    at,
    [follows, sent].flatMap((one) => one ?? []),
  );
  if (told.ok) forgetMark(user, newQuestionName(newId));
  return told.ok;
}
