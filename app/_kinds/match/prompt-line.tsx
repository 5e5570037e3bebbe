/** A prompt with the answer that it was given, or the place for one; once told, what is right and why a wrong one is not. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { KeyboardEvent } from 'react';
import type { PracticeState } from '../../../domain/practice.ts';
import type { QuestionViewOf } from '../../../domain/question.ts';
import { Html } from '../../_features/lesson/html.tsx';
import { PASSIVE } from './answer-chip.tsx';

interface PromptLineProps {
  number: string;
  html: string;
  letter: string | undefined;
  answers: QuestionViewOf<'match'>['answers'];
  told: PracticeState['choice'];
  /** the answer that is chosen next is for it */
  waits: boolean;
  disabled: boolean;
  onTake(byKey: boolean): void;
  onAway(): void;
  onKeyDown(event: KeyboardEvent): void;
}

export function PromptLine(props: PromptLineProps) {
  const { number, html, letter, answers, told, waits, disabled, onTake, onAway, onKeyDown } = props;
  const t = useTranslations('lesson.match');
  const htmlOf = (wanted: string): string => answers.find((one) => one.letter === wanted)?.html ?? '';
  const pair = `${number}${letter ?? ''}`;
  const rightPair = told?.correct.find((one) => one.startsWith(number));
  const note = told?.notes[pair];
  const right = rightPair === pair;
  const wrong = letter !== undefined && (note !== undefined || (rightPair !== undefined && !right));
  const inside = (
    <>
      <span className="flex w-full items-baseline gap-2.5">
        <span className="w-4 shrink-0 font-semibold text-[14px] text-ink-2 tabular-nums">{number}</span>
        <Html as="span" html={html} className={PASSIVE} />
      </span>
      {letter === undefined ? (
        <span className="ms-6.5 flex min-h-9 items-center rounded-[8px] border border-ink-3 border-dashed px-2.5 text-[14px] text-ink-2">
          {t('empty')}
        </span>
      ) : (
        <span className="ms-6.5 flex min-h-9 items-baseline gap-2.5 rounded-[8px] bg-paper px-2.5 py-1">
          <span className="shrink-0 font-semibold text-[14px] text-ink-2">{letter}</span>
          <Html as="span" html={htmlOf(letter)} className={PASSIVE} />
          {(right || wrong) && (
            <span className={clsx('shrink-0 font-[550] text-[13px]', right ? 'text-good' : 'text-wrong')}>
              <span aria-hidden>{right ? '✓ ' : '▲ '}</span>
              {t(right ? 'right' : 'wrong')}
            </span>
          )}
        </span>
      )}
    </>
  );
  const look = 'grid min-h-12 w-full grid-cols-[minmax(0,1fr)] gap-1.5 py-2 ps-3 text-start';
  return (
    <li
      data-field={number}
      data-prompt={number}
      className={clsx(
        'rounded-[10px] border transition-colors',
        right && 'border-good bg-good-soft',
        wrong && 'border-wrong bg-wrong-soft',
        !right && !wrong && (letter === undefined ? 'border-line bg-sheet' : 'border-line bg-violet-soft'),
        waits && !disabled && 'outline-2 outline-violet',
      )}
    >
      <div className="relative">
        {disabled ? (
          <div className={clsx(look, 'pe-3')}>{inside}</div>
        ) : (
          <button
            type="button"
            data-act={`prompt ${number}`}
            data-missing={letter === undefined ? '' : undefined}
            aria-pressed={waits}
            title={t('keys')}
            onClick={(event) => onTake(event.detail === 0)}
            onKeyDown={onKeyDown}
            className={clsx(look, 'scroll-mt-20 max-sm:scroll-mb-[44dvh]', letter === undefined ? 'pe-3' : 'pe-12')}
          >
            {inside}
          </button>
        )}
        {!disabled && letter !== undefined && (
          <button
            type="button"
            aria-label={t('away', { number, letter })}
            onClick={onAway}
            className="absolute end-0.5 bottom-1 grid size-11 place-items-center rounded-[8px] text-[16px] text-ink-2 hover:bg-fill"
          >
            <span aria-hidden>✕</span>
          </button>
        )}
      </div>
      {rightPair !== undefined && !right && (
        <p className="flex items-baseline gap-2.5 px-3 pb-2 text-[15px]">
          <span className="w-4 shrink-0 text-good" aria-hidden>
            ✓
          </span>
          <span className="sr-only">{t('rightIs')}</span>
          <span className="shrink-0 font-semibold text-[14px] text-ink-2">{rightPair.slice(1)}</span>
          <Html as="span" html={htmlOf(rightPair.slice(1))} className="lesson-prose min-w-0 flex-1" />
        </p>
      )}
      {note !== undefined && <Html html={note} className="lesson-note ms-6.5 px-3 pb-2 text-[14px] text-ink-2" />}
    </li>
  );
}
