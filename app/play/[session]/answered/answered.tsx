'use client';
/** A question once its key is open: what I answered, what is right, and why; the same at the reveal and in the review. */
import { useTranslations } from 'next-intl';
import type { Answer } from '../../../../domain/answer.ts';
import { isPoolGraded } from '../../../../domain/live/pool-graded.ts';
import type { PlayerReveal, ShownQuestion, Told } from '../../../../domain/live/views.ts';
import type { Verdict } from '../../../../domain/verdict.ts';
import { Html } from '../../../_components/lesson/html.tsx';
import { VerdictView } from '../../../_components/lesson/verdict-view.tsx';
import { sentence } from '../../../_components/lesson/words.ts';
import { Specimen } from '../../../_components/live/specimen.tsx';
import { OwnOrder } from './own-order.tsx';
import { OwnValue } from './own-value.tsx';
import { RevealedOptions } from './revealed-options.tsx';

interface AnsweredProps {
  question: ShownQuestion;
  answer: Answer | null;
  right: boolean;
  reveal: PlayerReveal;
  verdict: Verdict | null;
  told: Told | null;
}

export function Answered(props: AnsweredProps) {
  const t = useTranslations();
  const { question, answer, reveal, verdict, told } = props;
  const { explanationHtml, solutionHtml } = reveal;
  const withOption = question.kind === 'choice' && reveal.correct.length === 1;
  const remarks = (told?.feedback ?? []).map((one) => sentence(t, one)).filter((text) => text !== null);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {question.kind === 'choice' && question.options !== null && (
        <RevealedOptions
          options={question.options}
          mine={answer !== null && 'choices' in answer ? answer.choices : []}
          reveal={reveal}
          told={told}
          explanationHtml={withOption ? explanationHtml : null}
        />
      )}
      {(question.kind === 'number' || question.kind === 'text') && <OwnValue {...props} unit={question.unit} />}
      {question.kind === 'order' && (
        <OwnOrder {...props} mine={answer !== null && 'order' in answer ? answer.order : []} />
      )}
      {remarks.map((text) => (
        <p key={text} className="text-[15px]">
          {text}
        </p>
      ))}
      {verdict !== null && <VerdictView verdict={verdict} played />}
      {answer !== null && isPoolGraded(question) && (
        <details className="rounded-2 border border-line bg-sheet px-4 py-2">
          <summary className="min-h-7 cursor-pointer text-[14px]">{t('live.play.yourAnswer')}</summary>
          <div className="mt-2">
            <Specimen answer={answer} />
          </div>
        </details>
      )}
      {isPoolGraded(question) && solutionHtml !== null && (
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
