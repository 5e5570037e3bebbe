'use client';
import { useTranslations } from 'next-intl';
/** A question once its key is open: what I answered, what is right, and why; the same at the reveal and in the review. */
import { askedKind } from '../../../../domain/kinds/asked.ts';
import type { Verdict } from '../../../../domain/results/verdict.ts';
import { Html } from '../../../_features/lesson/html.tsx';
import { VerdictView } from '../../../_features/lesson/verdict-view.tsx';
import { sentence } from '../../../_features/lesson/words.ts';
import { Specimen } from '../../../_features/live/specimen.tsx';
import { Misread } from '../../../_features/misconceptions/misread.tsx';
import { answeredKinds } from '../../../_kinds/answered.ts';
import type { AnsweredProps } from '../../../_kinds/answered-props.ts';

export function Answered(props: AnsweredProps & { verdict: Verdict | null; misread: readonly string[] }) {
  const t = useTranslations();
  const { verdict, misread, ...own } = props;
  const { question, answer, reveal, told } = own;
  const { explanationHtml, solutionHtml } = reveal;
  const Own = answeredKinds[question.kind];
  const withOption = reveal.correct.length === 1;
  const remarks = (told?.feedback ?? []).map((one) => sentence(t, one)).filter((text) => text !== null);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {Own !== undefined && <Own {...own} />}
      {remarks.map((text) => (
        <p key={text} className="text-[15px]">
          {text}
        </p>
      ))}
      {verdict !== null && <VerdictView verdict={verdict} played />}
      <Misread words={misread} />
      {answer !== null && askedKind(question).needsPool && (
        <details className="rounded-2 border border-line bg-sheet px-4 py-2">
          <summary className="min-h-7 cursor-pointer text-[14px]">{t('live.play.yourAnswer')}</summary>
          <div className="mt-2">
            <Specimen answer={answer} />
          </div>
        </details>
      )}
      {askedKind(question).needsPool && solutionHtml !== null && (
        <section className="grid grid-cols-[minmax(0,1fr)] gap-1 rounded-2 border-2 border-good bg-sheet px-4 py-3">
          <h3 className="font-semibold text-[14px] text-good">{t('live.solution')}</h3>
          <Html html={solutionHtml} className="lesson-prose lesson-small" />
        </section>
      )}
      {explanationHtml !== null && !withOption && (
        <section className="grid grid-cols-[minmax(0,1fr)] gap-1 rounded-2 border border-line bg-sheet px-4 py-3">
          <h3 className="font-semibold text-[14px] text-ink-2">{t('live.why')}</h3>
          <Html html={explanationHtml} className="lesson-prose lesson-small font-serif" />
        </section>
      )}
    </div>
  );
}
