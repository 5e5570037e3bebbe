'use client';
/** A choice: rows with letter and text, one or several; once told, what was right and why the others are not. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { FieldProps } from '../../_features/lesson/card-types.ts';
import { Html } from '../../_features/lesson/html.tsx';

/** An option is called by its place: in an order of a student's own, its letter would say where it stood. */
const PLACES = 'ABCDEF';

export function ChoiceField({ question, answer, onChange, state, disabled, labelledBy }: FieldProps<'choice'>) {
  const t = useTranslations('lesson.choice');
  const name = useId();
  const told = state.choice ?? null;
  const choose = (letter: string, on: boolean): void => {
    if (!question.multiple) onChange({ kind: 'choice', choices: [letter] });
    else
      onChange({
        kind: 'choice',
        choices: on ? [...answer.choices, letter].toSorted() : answer.choices.filter((one) => one !== letter),
      });
  };
  return (
    <fieldset aria-labelledby={labelledBy} disabled={disabled} className="grid gap-2">
      {question.multiple && <p className="text-[13.5px] text-ink-2">{t('several')}</p>}
      {question.options.map(({ letter, html }, at) => {
        const chosen = answer.choices.includes(letter);
        const right = told?.correct.includes(letter) ?? false;
        const wrong = told !== null && chosen && !right;
        const note = chosen ? told?.notes[letter] : undefined;
        return (
          <label
            key={letter}
            className={clsx(
              'flex min-h-12 items-start gap-3 rounded-[10px] border px-3.5 py-2.5 transition-colors has-focus-visible:outline-2 has-focus-visible:outline-violet',
              !disabled && 'cursor-pointer hover:border-violet',
              right && 'border-good bg-good-soft',
              wrong && 'border-wrong bg-wrong-soft',
              !right && !wrong && (chosen ? 'border-violet bg-violet-soft' : 'border-line bg-paper'),
            )}
          >
            <input
              type={question.multiple ? 'checkbox' : 'radio'}
              name={name}
              checked={chosen}
              onChange={(event) => choose(letter, event.target.checked)}
              className="mt-1.5 size-4 shrink-0 accent-violet focus-visible:outline-none"
            />
            <span className="mt-0.5 w-4 shrink-0 font-semibold text-[14px] text-ink-2">{PLACES[at]}</span>
            <span className="min-w-0 flex-1">
              <Html as="span" html={html} className="lesson-prose block" />
              {note !== undefined && (
                <Html as="span" html={note} className="lesson-note mt-1 block text-[14px] text-ink-2" />
              )}
            </span>
            {(right || wrong) && (
              <span className={clsx('shrink-0 pt-0.5 font-[550] text-[13px]', right ? 'text-good' : 'text-wrong')}>
                <span aria-hidden>{right ? '✓ ' : '✗ '}</span>
                {t(right ? 'right' : 'wrong')}
              </span>
            )}
          </label>
        );
      })}
    </fieldset>
  );
}
