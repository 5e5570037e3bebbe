'use client';
/** A question: what is asked, its field, what grading says, hints, and what can be done. All data comes by props. */
import { useTranslations } from 'next-intl';
import { useCallback, useId } from 'react';
import type { Answer, AnswerOf } from '../../../domain/answer.ts';
import { hasContent } from '../../../domain/being-written.ts';
import type { PracticeState } from '../../../domain/practice.ts';
import type { QuestionKind, QuestionView, QuestionViewOf } from '../../../domain/question.ts';
import { FREE } from '../../../domain/score.ts';
import { useNear } from '../../_late/use-near.ts';
import { Chip } from '../chip.tsx';
import { editorAheadOfWaking } from '../code-editor/code-editor.tsx';
import { DateTime } from '../date-time.tsx';
import { beginWith, taken } from './begin.ts';
import { CardFoot } from './card-foot.tsx';
import type { KeptWork, QuestionCardProps } from './card-types.ts';
import { Changed } from './earlier.tsx';
import { Html } from './html.tsx';
import type { CardKind } from './kinds/kind.ts';
import { cardKinds } from './kinds/kinds.ts';
import { Hints, Told } from './told.tsx';
import { useQuestion } from './use-question.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { fieldName, useStop } from './use-stop.tsx';
import { VerdictView } from './verdict-view.tsx';

editorAheadOfWaking();

export function QuestionCard({ question, ...rest }: QuestionCardProps) {
  // a question that became one of another kind is another card
  switch (question.kind) {
    case 'choice':
      return <CardOf key="choice" kind={cardKinds.choice} question={question} {...rest} />;
    case 'number':
      return <CardOf key="number" kind={cardKinds.number} question={question} {...rest} />;
    case 'text':
      return <CardOf key="text" kind={cardKinds.text} question={question} {...rest} />;
    case 'order':
      return <CardOf key="order" kind={cardKinds.order} question={question} {...rest} />;
    case 'maths':
      return <CardOf key="maths" kind={cardKinds.maths} question={question} {...rest} />;
    case 'blanks':
      return <CardOf key="blanks" kind={cardKinds.blanks} question={question} {...rest} />;
    case 'function':
      return <CardOf key="function" kind={cardKinds.function} question={question} {...rest} />;
  }
}

interface CardOfProps<K extends QuestionKind> extends Omit<QuestionCardProps, 'question'> {
  kind: CardKind<K>;
  question: QuestionViewOf<K>;
}

function CardOf<K extends QuestionKind>({ kind, question, state: arrived, actions, kept }: CardOfProps<K>) {
  const t = useTranslations('lesson');
  const id = useId();
  const { place, near } = useNear<HTMLDivElement>();
  const begin = useCallback(
    (state: PracticeState, written: KeptWork['written']) => beginWith(kind, question, state, written),
    [kind, question],
  );
  const isOwn = (asked: QuestionView, answer: Answer): boolean =>
    hasContent(answer) && !('starter' in asked && 'code' in answer && asked.starter.trim() === answer.code.trim());
  const model = useQuestion<AnswerOf<K>>({
    question,
    state: arrived,
    actions,
    kept,
    begin,
    takeOver: (answer) => taken(kind, question, answer),
    isOwn,
  });
  const { state, shown } = model;
  const stop = useStop<HTMLElement, AnswerOf<K>>(
    (reader, answer) => reader.firstUnread(question, answer),
    (field) => fieldName(question, field),
  );
  const submit = async (): Promise<void> => {
    if (await stop.passes(model.answer)) await model.submit();
  };
  const exhausted = question.attempts !== null && state.attemptsUsed >= question.attempts;
  const locked = actions === null || exhausted || model.grading || model.busy === 'submit';
  // an author's preview runs code, and hands nothing in
  const mayHandIn = actions?.submit !== undefined;
  // an order that has not been begun is asked for too: what is missing takes the focus. A starter as it came is nobody's work
  const isBegun = question.kind === 'order' || isOwn(question, model.answer);
  const isFree = !locked && model.busy === null;
  const canRun = isFree && hasContent(model.answer);
  const canSubmit = isFree && isBegun;
  const shortcuts = useShortcuts({
    ...(kind.runs ? { run: () => void model.run() } : {}),
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
      className="scroll-mt-20 overflow-hidden rounded-2 border border-line bg-sheet shadow-sheet print:break-inside-avoid"
    >
      <header className="flex flex-wrap items-center justify-between gap-x-3 gap-y-2 border-line border-b px-4 py-3 sm:px-5">
        <Chip tone="violet">{t(`role.${question.role}`, { number: question.number })}</Chip>
        <h3
          id={`${id}-title`}
          className="min-w-0 flex-1 font-semibold text-[15.5px] leading-snug max-sm:order-last max-sm:basis-full"
        >
          {question.title}
        </h3>
        <Points state={state} points={question.points} />
      </header>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 px-4 py-4 sm:px-5">
        <Html html={question.promptHtml} className="lesson-prose" />
        {model.changed && <Changed earlier={model.earlier} />}
        <div ref={place}>
          <kind.Field
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
        {actions !== null && (actions.submit !== undefined || kind.runs) && (
          <CardFoot
            id={question.id}
            model={{ ...model, submit }}
            attempts={question.attempts}
            hintCount={question.hintCount}
            runs={kind.runs ? { ready: canRun } : null}
            runOnly={actions.submit === undefined}
            canSubmit={canSubmit}
            exhausted={exhausted}
            points={question.points}
            costs={question.costs ?? FREE}
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
        <div aria-live="polite" className="empty:hidden">
          {model.grading && <p className="text-[14px] text-ink-2">{t('card.grading')}</p>}
          {!model.grading && shown !== null && (
            <VerdictView
              verdict={shown.verdict}
              run={shown.from === 'run'}
              old={model.current === null}
              onlyOpen={question.kind === 'maths'}
              counts={{ best: state.bestPoints, points: question.points }}
            />
          )}
        </div>
        <Told explanationHtml={state.explanationHtml} solutionHtml={state.solutionHtml} />
      </div>
    </article>
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
