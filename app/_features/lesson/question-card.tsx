'use client';
/** A question: what is asked, its field, what grading says, hints, and what can be done. All data comes by props. */
import { useTranslations } from 'next-intl';
import { useCallback, useId } from 'react';
import type { Answer } from '../../../domain/answer.ts';
import { askedKind, emptyAnswer, hasContent } from '../../../domain/kinds/asked.ts';
import type { PracticeState } from '../../../domain/practice.ts';
import type { QuestionView } from '../../../domain/question.ts';
import { FREE } from '../../../domain/results/score.ts';
import type { Verdict } from '../../../domain/results/verdict.ts';
import { fieldOf } from '../../_kinds/fields.ts';
import { useNear } from '../../_late/use-near.ts';
import { Chip } from '../../_ui/chip.tsx';
import { editorAheadOfWaking } from '../../_ui/code-editor/code-editor.tsx';
import { DateTime } from '../../_ui/date-time.tsx';
import { Misread } from '../misconceptions/misread.tsx';
import { beginWith, taken } from './begin.ts';
import { CardFoot } from './card-foot.tsx';
import { saidOf, sameAnswer } from './card-parts.ts';
import type { KeptWork, QuestionCardProps } from './card-types.ts';
import { Changed } from './earlier.tsx';
import { Html } from './html.tsx';
import { Hints, Told } from './told.tsx';
import { useQuestion } from './use-question.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { fieldName, useStop } from './use-stop.tsx';
import { VerdictView } from './verdict-view.tsx';

editorAheadOfWaking();

export function QuestionCard(props: QuestionCardProps) {
  // a question that became one of another kind is another card
  // so is one with other values
  return <CardOf key={`${props.question.kind} ${props.question.variant ?? ''}`} {...props} />;
}

function CardOf({ question, state: arrived, actions, kept, remarks, ask, pointless = false }: QuestionCardProps) {
  const t = useTranslations('lesson');
  const id = useId();
  const { place, near } = useNear<HTMLDivElement>();
  const kind = askedKind(question);
  const Field = fieldOf(question);
  const begin = useCallback(
    (state: PracticeState, written: KeptWork['written']) => beginWith(question, state, written),
    [question],
  );
  const isOwn = (asked: QuestionView, answer: Answer): boolean =>
    hasContent(answer) && !sameAnswer(emptyAnswer(asked), answer);
  const model = useQuestion({
    question,
    state: arrived,
    actions,
    kept,
    begin,
    takeOver: (answer) => taken(question, answer),
    isOwn,
  });
  const { state, shown } = model;
  const stop = useStop<HTMLElement>(
    (reader, answer) => reader.firstUnread(question, answer),
    (field) => fieldName(question, field),
  );
  const submit = async (): Promise<void> => {
    if (await stop.passes(model.answer)) await model.submit();
  };
  const takes = state.given?.takes ?? 'counts';
  // to practise there are as many as one likes
  const attempts = takes === 'practice' ? null : question.attempts;
  const exhausted = attempts !== null && state.attemptsUsed >= attempts;
  // nothing is left to be had with the values that are drawn here: others are to practise
  const isSettled = exhausted || (state.bestPoints ?? 0) >= question.points;
  const underWay = model.grading || model.busy === 'submit';
  // who goes on writing meanwhile keeps their place, and a verdict says of which answer it is; after the last attempt nothing counts
  const isLast = attempts !== null && state.attemptsUsed + (underWay ? 1 : 0) >= attempts;
  const locked = actions === null || isLast || takes === 'nothing';
  // an author's preview runs code, and hands nothing in
  const mayHandIn = actions?.submit !== undefined;
  // an order that has not been begun is asked for too: what is missing takes the focus. A starter as it came is nobody's work
  const isBegun = kind.asksForMissing || isOwn(question, model.answer);
  const isFree = !locked && !underWay && model.busy === null;
  const canRun = isFree && hasContent(model.answer);
  const canSubmit = isFree && isBegun;
  const shortcuts = useShortcuts({
    ...(kind.runsCode ? { run: () => void model.run() } : {}),
    submit: () => mayHandIn && void submit(),
    runs: canRun,
    ready: canSubmit,
  });
  return (
    <article
      ref={stop.fields}
      onKeyDownCapture={shortcuts}
      id={question.id}
      aria-labelledby={`${id}-title`}
      className="scroll-mt-20 overflow-clip rounded-2 border border-line bg-sheet shadow-sheet print:break-inside-avoid"
    >
      <header className="flex flex-wrap items-center justify-between gap-x-3 gap-y-2 border-line border-b px-4 py-3 sm:px-5">
        <Chip tone="violet">{t(`role.${question.role}`, { number: question.number })}</Chip>
        <h3
          id={`${id}-title`}
          dir="auto"
          className="min-w-0 flex-1 font-semibold text-[15.5px] leading-snug max-sm:order-last max-sm:basis-full"
        >
          {question.title}
        </h3>
        {kind.scored && !pointless && <Points state={state} points={question.points} />}
      </header>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 px-4 py-4 sm:px-5">
        {!kind.promptInField && <Html html={question.promptHtml} className="lesson-prose" />}
        {model.changed && <Changed question={question} earlier={model.earlier} />}
        <div ref={place}>
          <Field
            question={question}
            answer={model.answer}
            onChange={model.write}
            verdict={model.current}
            state={state}
            disabled={locked}
            labelledBy={`${id}-title`}
            asleep={!near}
            {...(mayHandIn ? { submit: { label: t('card.submit'), ready: canSubmit, run: () => void submit() } } : {})}
          />
        </div>
        {actions !== null && (actions.submit !== undefined || kind.runsCode) && (
          <CardFoot
            id={question.id}
            model={{ ...model, submit }}
            attempts={attempts}
            practice={takes === 'practice'}
            hintCount={question.hintCount}
            drawsAnew={question.varies === true && (attempts === null || isSettled)}
            runs={kind.runsCode ? { ready: canRun } : null}
            runOnly={actions.submit === undefined}
            canSubmit={canSubmit}
            exhausted={exhausted}
            scored={kind.scored}
            points={question.points}
            costs={pointless ? FREE : (question.costs ?? FREE)}
          />
        )}
        {stop.reason(model.answer)}
        <Hints hints={state.hintsShown} />
        {state.regradedAt != null && (
          <p className="rounded-[10px] bg-violet-soft px-3.5 py-2.5 text-[14px] text-violet-ink">
            <span aria-hidden>↻ </span>
            {t('card.regraded', { best: state.bestPoints ?? 0, points: question.points })}{' '}
            <DateTime iso={state.regradedAt} />
          </p>
        )}
        <div
          id={saidOf(question.id)}
          aria-live="polite"
          className="grid scroll-mt-20 scroll-mb-4 grid-cols-[minmax(0,1fr)] gap-3 empty:hidden"
        >
          {model.grading && <p className="text-[14px] text-ink-2">{t('card.grading')}</p>}
          {state.last?.untold === true && <Untold until={state.given?.untold?.until ?? null} />}
          {state.last?.practice === true && !pointless && (
            <p className="text-[14px] text-ink-2">{t('card.practised')}</p>
          )}
          {!model.grading && shown !== null && (
            <VerdictView
              verdict={state.noted === undefined ? shown.verdict : withoutNote(shown.verdict)}
              run={shown.from === 'run'}
              old={model.current === null}
              onlyOpen={kind.testsAreFields}
              last={exhausted && shown.from !== 'run'}
              pointless={pointless}
              counts={{ best: state.bestPoints, points: question.points }}
            />
          )}
          {!model.grading && shown !== null && shown.from !== 'run' && state.noted !== undefined && (
            <Html html={state.noted} className="lesson-prose lesson-small" />
          )}
          {!model.grading && shown !== null && shown.from !== 'run' && <Misread words={state.misread} />}
        </div>
        {remarks}
        {ask?.(model.answer)}
        <Told explanationHtml={state.explanationHtml} solutionHtml={state.solutionHtml} />
      </div>
    </article>
  );
}

/** The author's words on an answer stand below, typeset. */
const withoutNote = (verdict: Verdict): Verdict => ({
  ...verdict,
  feedback: verdict.feedback.filter(({ code }) => code !== 'feedback.textNote'),
});

/** It is graded, and what came of it is told later, or not at all. */
function Untold({ until }: { until: string | null }) {
  const t = useTranslations('lesson.card');
  return (
    <p className="rounded-[10px] bg-violet-soft px-3.5 py-2.5 text-[14.5px] text-violet-ink">
      <span aria-hidden>✓ </span>
      {until === null ? t('untoldForGood') : t.rich('untold', { time: () => <DateTime iso={until} form="full" /> })}
    </p>
  );
}

function Points({ state, points }: { state: PracticeState; points: number }) {
  const t = useTranslations('lesson.card');
  if (state.bestPoints === null) return <Chip>{t('points', { points })}</Chip>;
  const full = state.bestPoints >= points;
  return (
    <Chip tone={full ? 'right' : 'plain'}>
      {full && <span aria-hidden>✓</span>}
      {t('pointsOf', { best: state.bestPoints, points })}
    </Chip>
  );
}
