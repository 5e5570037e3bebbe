'use client';
/** Pairs once their key is open: mine line by line, what is right where mine is not, why it is not, and how many had each right. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { Html } from '../../_features/lesson/html.tsx';
import type { AnsweredProps } from '../answered-props.ts';

export function MatchAnswered({ question: { asked }, answer, reveal, told }: AnsweredProps) {
  const t = useTranslations('live.match');
  if (asked?.kind !== 'match') return null;
  const mine = answer?.kind === 'match' ? answer.pairs : {};
  const htmlOf = (letter: string): string => asked.answers.find((one) => one.letter === letter)?.html ?? '';
  return (
    <ol className="grid grid-cols-[minmax(0,1fr)] gap-2.5" aria-label={t('pairs')}>
      {asked.prompts.map(({ number, html }) => {
        const rightPair = reveal.correct.find((pair) => pair.startsWith(number)) ?? '';
        const letter = mine[number];
        const fits = `${number}${letter ?? ''}` === rightPair;
        const note = told?.notes.find((one) => one.letter === `${number}${letter ?? ''}`);
        const share = (reveal.shares?.[rightPair] ?? 0) / 100;
        return (
          <li
            key={number}
            className={clsx(
              'grid grid-cols-[minmax(0,1fr)] gap-1.5 rounded-2 border-2 bg-sheet px-3 py-2.5 text-[16px]',
              fits ? 'border-good' : letter === undefined ? 'border-line' : 'border-wrong',
            )}
          >
            <div className="flex items-baseline gap-2.5">
              <span className="w-4 shrink-0 font-semibold text-ink-2 tabular-nums">{number}</span>
              <Html as="span" html={html} className="min-w-0 flex-1 font-serif" />
              {reveal.shares !== null && (
                <span className="shrink-0 text-[14px] text-ink-2 tabular-nums">
                  <span aria-hidden>{t('share', { share })}</span>
                  <span className="sr-only">{t('shareSaid', { share })}</span>
                </span>
              )}
            </div>
            {letter !== undefined && !fits && (
              <Line tone="wrong" said={t('wrong')} letter={letter} html={htmlOf(letter)} />
            )}
            {note !== undefined && <Html html={note.html} className="lesson-prose lesson-small ms-6.5 font-serif" />}
            <Line
              tone="good"
              said={t(fits ? 'ownRight' : 'right')}
              letter={rightPair.slice(1)}
              html={htmlOf(rightPair.slice(1))}
            />
          </li>
        );
      })}
    </ol>
  );
}

/** An answer by its sign, its letter and what it says. */
function Line({ tone, said, letter, html }: { tone: 'good' | 'wrong'; said: string; letter: string; html: string }) {
  return (
    <p className="flex items-baseline gap-2.5">
      <span aria-hidden className={clsx('w-4 shrink-0 text-center', tone === 'good' ? 'text-good' : 'text-wrong')}>
        {tone === 'good' ? '✓' : '▲'}
      </span>
      <span className="shrink-0 font-semibold text-ink-2">{letter}</span>
      <Html as="span" html={html} className="min-w-0 flex-1 font-serif" />
      <span className={clsx('shrink-0 text-[13px]', tone === 'good' ? 'text-good' : 'text-wrong')}>{said}</span>
    </p>
  );
}
