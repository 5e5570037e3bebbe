'use client';
/** One question after another, by mouse or by keys alone: Enter goes on once it is told how it went. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Result } from '../../../domain/results/verdict.ts';
import { BDI } from '../../_i18n/bdi.tsx';
import { useRefusals } from '../../_i18n/use-refusals.ts';
import { Button } from '../../_ui/button.tsx';
import { saidOf } from '../lesson/card-parts.ts';
import { QuestionCard } from '../lesson/question-card.tsx';
import type { Session } from './kept-session.ts';
import { calledIn, type PracticeLine, type Went } from './practice-line.ts';
import { usePracticed } from './use-practiced.ts';

interface PracticeRunProps {
  session: Session;
  /** whenever one of it was told or left out */
  onKeep(session: Session): void;
  onEnd(went: readonly Went[]): void;
}

export function PracticeRun({ session, onKeep, onEnd }: PracticeRunProps) {
  const t = useTranslations('practise.session');
  const { lines } = session;
  const [at, setAt] = useState(session.went.length);
  const went = useRef<Went[]>([...session.went]);
  /** how it went with the question that is shown; null: it is not told yet */
  const now = useRef<Went | null>(null);
  const line = lines[at];
  if (line === undefined) return null;
  const isLast = at + 1 >= lines.length;
  const on = (one: Went): void => {
    went.current.push(one);
    now.current = null;
    onKeep({ lines, went: went.current });
    if (isLast) onEnd(went.current);
    else setAt(at + 1);
  };
  const told = (one: Went): void => onKeep({ lines, went: [...went.current, one] });
  return (
    <section aria-label={t('label')} className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <p className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 text-[14px] text-ink-2">
        <span className="tabular-nums">{t('progress', { at: at + 1, count: lines.length })}</span>
        {/* what was not answered waits as it did, and nothing is said of it */}
        <Button
          size="small"
          look="quiet"
          onClick={() => onEnd([...went.current, ...(now.current ? [now.current] : [])])}
        >
          {t('stop')}
        </Button>
      </p>
      <Practiced key={line.ref} line={line} isLast={isLast} now={now} onTold={told} onNext={on} />
    </section>
  );
}

interface PracticedProps {
  line: PracticeLine;
  isLast: boolean;
  now: RefObject<Went | null>;
  onTold(went: Went): void;
  onNext(went: Went): void;
}

function Practiced({ line, isLast, now, onTold, onNext }: PracticedProps) {
  const t = useTranslations('practise.session');
  const list = useTranslations('practise.list');
  const say = useRefusals();
  const { shown, state, days, first, refused, actions, isTyping, readAgain } = usePracticed(line.ref);
  const typing = useRef(isTyping);
  typing.current = isTyping;
  const head = useRef<HTMLHeadingElement>(null);
  const next = useRef<HTMLButtonElement>(null);
  const told = first !== null;
  const again = told && state?.last != null && state.last.id !== first.id;
  const went: Went | null = first && { line, how: HOW[first.result] ?? 'wrong', days, again };
  now.current = went;
  const keep = useRef(onTold);
  keep.current = onTold;
  const how = went?.how ?? null;
  useEffect(() => {
    if (how !== null) keep.current({ line, how, days, again });
  }, [line, how, days, again]);
  const verdict = state?.last?.verdict ?? null;
  const questionId = shown?.question.id;
  useEffect(() => head.current?.focus(), []);
  useEffect(() => {
    // what one wants next; who goes on typing keeps their place
    if (told && !typing.current()) next.current?.focus({ preventScroll: true });
  }, [told]);
  useEffect(() => {
    // on a phone it comes below what can be seen
    if (verdict !== null && questionId !== undefined && !typing.current())
      document.getElementById(saidOf(questionId))?.scrollIntoView({ block: 'nearest' });
  }, [verdict, questionId]);
  const named = calledIn(line, (place) => list('untitled', place));
  // it is not gone, it did not come: what is pressed next asks for it once more
  const lost = shown === null && refused?.refused === 'unavailable';
  return (
    <>
      {/* the card says what it is called */}
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
      {shown !== null && state !== null && (
        <QuestionCard question={shown.question} state={state} actions={actions} pointless />
      )}
      {refused !== null && (
        <p role="alert" className="rounded-[10px] bg-fill px-4 py-3 text-[14px] text-ink-2">
          {refused.refused === 'notFound' ? t('gone') : say(refused)}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {lost && (
          <Button look="first" onClick={readAgain}>
            {t('retry')}
          </Button>
        )}
        {went !== null ? (
          <Button ref={next} look="first" onClick={() => onNext(went)}>
            {t(isLast ? 'last' : 'next')}
          </Button>
        ) : (
          <Button onClick={() => onNext({ line, how: 'left', days: Math.max(0, line.days), again: false })}>
            {t(shown === null && refused !== null && !lost ? (isLast ? 'last' : 'next') : 'skip')}
          </Button>
        )}
        <p role="status" className="text-[14px] text-ink-2">
          {again && <>{t('second')} </>}
          {went !== null && (went.how === 'waits' ? t('waits') : days !== null && t('again', { days }))}
        </p>
      </div>
    </>
  );
}

const HOW: Partial<Record<Result, Went['how']>> = {
  pass: 'right',
  partial: 'partly',
  undecided: 'waits',
  received: 'waits',
};
