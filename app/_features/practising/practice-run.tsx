'use client';
/** One question after another, by mouse or by keys alone: Enter goes on once it is told how it went. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { PracticeState } from '../../../domain/practice.ts';
import { inWords } from '../../../domain/refusal.ts';
import { BDI } from '../../_i18n/bdi.tsx';
import { Button } from '../../_ui/button.tsx';
import { QuestionCard } from '../lesson/question-card.tsx';
import type { PracticeLine, Went } from './practice-line.ts';
import { usePracticed } from './use-practiced.ts';

interface PracticeRunProps {
  lines: readonly PracticeLine[];
  onEnd(went: readonly Went[]): void;
}

export function PracticeRun({ lines, onEnd }: PracticeRunProps) {
  const t = useTranslations('practise.session');
  const [at, setAt] = useState(0);
  const went = useRef<Went[]>([]);
  const line = lines[at];
  if (line === undefined) return null;
  const isLast = at + 1 >= lines.length;
  const on = (one: Went): void => {
    went.current.push(one);
    if (isLast) onEnd(went.current);
    else setAt(at + 1);
  };
  return (
    <section aria-label={t('label')} className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <p className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 text-[14px] text-ink-2">
        <span className="tabular-nums">{t('progress', { at: at + 1, count: lines.length })}</span>
        <Button size="small" look="quiet" onClick={() => onEnd([...went.current, ...leftOf(lines.slice(at))])}>
          {t('stop')}
        </Button>
      </p>
      <Practiced key={line.ref} line={line} isLast={isLast} onNext={on} />
    </section>
  );
}

const leftOf = (lines: readonly PracticeLine[]): Went[] =>
  lines.map((line) => ({ line, how: 'left', days: Math.max(0, line.days) }));

function Practiced({ line, isLast, onNext }: { line: PracticeLine; isLast: boolean; onNext(went: Went): void }) {
  const t = useTranslations('practise.session');
  const list = useTranslations('practise.list');
  const words = useTranslations('refusals');
  const { shown, state, days, refused, actions, isTyping } = usePracticed(line.ref);
  const typing = useRef(isTyping);
  typing.current = isTyping;
  const head = useRef<HTMLHeadingElement>(null);
  const next = useRef<HTMLButtonElement>(null);
  const verdict = state?.last?.verdict ?? null;
  const told = verdict !== null && verdict.outcome === 'graded';
  useEffect(() => head.current?.focus(), []);
  useEffect(() => {
    // what one wants next; who goes on typing keeps their place
    if (told && !typing.current()) next.current?.focus();
  }, [told]);
  const how = howOf(state);
  const named = line.title ?? list('untitled');
  return (
    <>
      {/* the card says what it is called; what is behind it is said above */}
      <h2
        ref={head}
        tabIndex={-1}
        dir="auto"
        className={clsx(
          'font-semibold font-serif text-[22px] leading-snug outline-none',
          shown?.question.title === named && 'sr-only',
        )}
      >
        {named}
      </h2>
      <p className="-mt-2 text-[13px] text-ink-3">{list.rich('from', { title: line.from.title, ...BDI })}</p>
      {shown === null && refused === null && <p className="text-[14px] text-ink-2">{t('loading')}</p>}
      {shown !== null && state !== null && <QuestionCard question={shown.question} state={state} actions={actions} />}
      {refused !== null && shown === null && (
        <p role="alert" className="rounded-[10px] bg-fill px-4 py-3 text-[14px] text-ink-2">
          {refused.refused === 'notFound' ? t('gone') : words(refused.refused, inWords(refused))}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {told ? (
          <Button ref={next} look="first" onClick={() => onNext({ line, how, days })}>
            {t(isLast ? 'last' : 'next')}
          </Button>
        ) : (
          <Button onClick={() => onNext({ line, how: 'left', days: Math.max(0, line.days) })}>
            {t(shown === null && refused !== null ? (isLast ? 'last' : 'next') : 'skip')}
          </Button>
        )}
        <p role="status" className="text-[14px] text-ink-2">
          {told && (verdict.result === 'undecided' ? t('waits') : days !== null && t('again', { days }))}
        </p>
      </div>
    </>
  );
}

function howOf(state: PracticeState | null): Went['how'] {
  const result = state?.last?.verdict?.result;
  if (result === undefined) return 'left';
  if (result === 'pass') return 'right';
  return result === 'partial' ? 'partly' : 'wrong';
}
