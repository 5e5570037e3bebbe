'use client';
/** What grading says: how it went in one line, then test by test. State by sign and word, not by colour alone. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { Result, Verdict } from '../../../domain/results/verdict.ts';
import { TestRow } from './test-row.tsx';
import { sentence } from './words.ts';

type Tone = 'right' | 'wrong' | 'wait' | 'received';
const TONES: Record<Result, Tone> = {
  pass: 'right',
  partial: 'wait',
  fail: 'wrong',
  undecided: 'wait',
  error: 'wrong',
  timeout: 'wrong',
  memory: 'wrong',
  received: 'received',
};
const SIGNS: Record<Tone, string> = { right: '✓', wrong: '▲', wait: '◐', received: '✓' };
const BOX: Record<Tone, string> = {
  right: 'bg-good-soft text-good',
  wrong: 'bg-wrong-soft text-wrong',
  wait: 'bg-wait-soft text-wait',
  received: 'bg-violet-soft text-violet-ink',
};

/** These ask to hand in again, where something was handed in. */
const AGAIN: ReadonlySet<string> = new Set(['feedback.partUnreadable', 'feedback.partAsked']);
/** How a played round ended is told above its verdict. */
const TOLD_ABOVE: ReadonlySet<Result> = new Set(['pass', 'partial', 'fail']);

interface VerdictViewProps {
  verdict: Verdict;
  /** a run on the visible examples: no points are told */
  run?: boolean;
  /** the answer has changed since */
  old?: boolean;
  /** played live and told already how it went: nothing can be handed in again */
  played?: boolean;
  /** no attempt is left, or somebody else looks at it: it is not “not yet” right */
  last?: boolean;
  /** leaves out what passed, where the fields themselves say so */
  onlyOpen?: boolean;
  /** nothing is handed in, so no attempt is spoken of */
  free?: boolean;
  /** there are no points, and none are told */
  pointless?: boolean;
  /** what the question earns so far: where attempts and hints cost, or an earlier answer was better, that is told instead */
  counts?: { best: number | null; points: number };
}

export function VerdictView({
  verdict,
  run = false,
  old = false,
  played = false,
  last = played,
  onlyOpen = false,
  free = false,
  pointless = false,
  counts,
}: VerdictViewProps) {
  const t = useTranslations();
  const tone = verdict.outcome === 'graded' ? TONES[verdict.result] : 'wait';
  const graded = verdict.outcome === 'graded';
  const asked = verdict.readings !== undefined || verdict.tests.some((test) => test.readings !== undefined);
  const best = counts?.best ?? null;
  const other = !run && !pointless && graded && best !== null && best !== verdict.points;
  const ending = { last: last ? 'yes' : 'no' };
  const headline = played
    ? t(graded ? `lesson.verdict.plain.${verdict.result}` : 'live.play.unread', ending)
    : other || (pointless && graded && !run)
      ? t(`lesson.verdict.plain.${verdict.result}`, ending)
      : graded
        ? t(`lesson.verdict.${run ? 'run' : 'result'}.${verdict.result}`, {
            points: verdict.points,
            maxPoints: verdict.maxPoints,
            ...ending,
          })
        : t(`lesson.verdict.${free ? 'free' : 'outcome'}.${asked ? 'asked' : verdict.outcome}`);
  const said = played || free ? verdict.feedback.filter(({ code }) => !AGAIN.has(code)) : verdict.feedback;
  const remarks = said.map((feedback) => sentence(t, feedback)).filter((text) => text !== null);
  const tests = onlyOpen ? verdict.tests.filter((test) => test.passed !== true) : verdict.tests;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {old && <p className="text-[13px] text-ink-3">{t('lesson.verdict.old')}</p>}
      {!(played && graded && TOLD_ABOVE.has(verdict.result) && remarks.length === 0) && (
        <div className={clsx('flex gap-2.5 rounded-[10px] px-3.5 py-2.5 text-[14.5px]', BOX[tone])}>
          <span aria-hidden className="leading-[1.6]">
            {SIGNS[tone]}
          </span>
          <div>
            <p className="font-semibold">{headline}</p>
            {other && <p>{t('lesson.verdict.counts', { best, points: counts?.points ?? 0 })}</p>}
            {remarks.map((text) => (
              <p key={text}>{text}</p>
            ))}
          </div>
        </div>
      )}
      {tests.length > 0 && (
        <ul className="divide-y divide-line overflow-hidden rounded-[10px] border border-line">
          {tests.map((test) => (
            <TestRow key={test.id} test={test} judged={graded} showPoints={!run && graded && !other && !pointless} />
          ))}
        </ul>
      )}
    </div>
  );
}
