'use client';
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { TestOutcome } from '../../../domain/results/verdict.ts';
import { ScrolledText } from '../../_ui/scrolled-text.tsx';
/** One test of a verdict: what was called, what was expected and what came; for hidden ones their hint. */
import { Html } from './html.tsx';
import { Tex } from './tex.tsx';
import { sentence } from './words.ts';

type State = 'passed' | 'failed' | 'undecided' | 'ungraded';
const LOOK: Record<State, { sign: string; colour: string }> = {
  passed: { sign: '✓', colour: 'text-good' },
  failed: { sign: '✗', colour: 'text-wrong' },
  undecided: { sign: '?', colour: 'text-wait' },
  // nobody will decide: its student corrects it
  ungraded: { sign: '–', colour: 'text-ink-3' },
};

export function TestRow({ test, judged, showPoints }: { test: TestOutcome; judged: boolean; showPoints: boolean }) {
  const t = useTranslations();
  const state: State = !judged ? 'ungraded' : test.passed === null ? 'undecided' : test.passed ? 'passed' : 'failed';
  const { sign, colour } = LOOK[state];
  const remarks = test.feedback.map((feedback) => sentence(t, feedback)).filter((text) => text !== null);
  return (
    <li className="bg-sheet px-3.5 py-2.5 text-[13.5px]">
      <div className="flex items-baseline gap-2.5">
        <span className={clsx('shrink-0 font-[550]', colour)}>
          <span aria-hidden>{sign}</span> <span className="sr-only sm:not-sr-only">{t(`lesson.test.${state}`)}</span>
        </span>
        <bdi className="min-w-0 flex-1 break-words font-[550]">{test.name}</bdi>
        {!test.visible && <span className="shrink-0 text-[12.5px] text-ink-3">{t('lesson.test.hidden')}</span>}
        {showPoints && (
          <span className="shrink-0 text-[12.5px] text-ink-3 tabular-nums">
            {t('lesson.test.points', { points: test.points, maxPoints: test.maxPoints })}
          </span>
        )}
      </div>
      <div className="mt-1 grid grid-cols-[minmax(0,1fr)] gap-1 empty:hidden sm:ps-5.5">
        {test.readingTex !== undefined && (
          <p className="text-ink-2">
            {t('lesson.maths.readAs')} <Tex tex={test.readingTex} />
          </p>
        )}
        {remarks.map((text) => (
          <p key={text}>{text}</p>
        ))}
        {test.hintHtml !== undefined && test.passed !== true && (
          <Html html={test.hintHtml} className="lesson-note text-ink-2" />
        )}
        <Values test={test} />
        {test.error !== undefined && test.error.traceback !== '' && (
          <Code label={t('lesson.test.error')}>{test.error.traceback}</Code>
        )}
        {test.printed !== undefined && test.printed !== '' && (
          <Code label={t('lesson.test.printed')}>{test.printed}</Code>
        )}
      </div>
    </li>
  );
}

function Values({ test }: { test: TestOutcome }) {
  const t = useTranslations('lesson.test');
  const rows: [string, string | undefined][] = [
    [t('call'), test.call],
    [t('expected'), test.expected],
    [t('got'), test.got],
  ];
  const told = rows.filter((row): row is [string, string] => row[1] !== undefined && row[1] !== '');
  if (told.length === 0) return null;
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5">
      {told.map(([label, value]) => (
        <div key={label} className="contents">
          <dt className="text-ink-3">{label}</dt>
          <dd className="whitespace-pre-wrap break-words font-mono text-[12.5px] sm:text-[13px]">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Code({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <p className="text-ink-3">{label}</p>
      <ScrolledText
        label={label}
        className="mt-0.5 max-h-48 whitespace-pre-wrap break-words px-2.5 py-1.5 text-[12.5px]"
      >
        {children}
      </ScrolledText>
    </div>
  );
}
