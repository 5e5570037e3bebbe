'use client';
/** A question without a key: options to pick from, a text of some length, or a few words. Nothing in it is ever marked. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { LONGEST_OPEN, LONGEST_WORD, MOST_WORDS } from '../../../domain/kinds/open/words.ts';
import type { FieldProps } from '../../_features/lesson/card-types.ts';
import { Html } from '../../_features/lesson/html.tsx';
import { useTypedBefore } from '../../_late/typed-before.ts';

type OpenProps = FieldProps<'open'>;

const FORMS = { poll: Poll, text: OpenText, cloud: Words } as const;
const BOX = 'w-full rounded-[10px] border border-line bg-paper px-3 text-[16px] focus:border-violet';

export function OpenField(props: OpenProps) {
  const Form = FORMS[props.question.form];
  return <Form {...props} />;
}

function Poll({ question, answer, onChange, disabled, labelledBy }: OpenProps) {
  const t = useTranslations('lesson.open');
  const name = useId();
  const { multiple } = question;
  const choose = (letter: string, on: boolean): void => {
    const others = multiple ? answer.choices.filter((one) => one !== letter) : [];
    onChange({ ...answer, choices: on ? [...others, letter].toSorted() : others });
  };
  return (
    <fieldset aria-labelledby={labelledBy} disabled={disabled} className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <p className="text-[13.5px] text-ink-2">{t(multiple ? 'several' : 'one')}</p>
      {question.options.map(({ letter, html }) => {
        const chosen = answer.choices.includes(letter);
        return (
          <label
            key={letter}
            className={clsx(
              'flex min-h-12 items-start gap-3 rounded-[10px] border px-3.5 py-2.5 transition-colors has-focus-visible:outline-2 has-focus-visible:outline-violet',
              !disabled && 'cursor-pointer hover:border-violet',
              chosen ? 'border-violet bg-violet-soft' : 'border-line bg-paper',
            )}
          >
            <input
              type={multiple ? 'checkbox' : 'radio'}
              name={name}
              checked={chosen}
              onChange={(event) => choose(letter, event.target.checked)}
              className="mt-1.5 size-4 shrink-0 accent-violet focus-visible:outline-none"
            />
            <span className="mt-0.5 w-4 shrink-0 font-semibold text-[14px] text-ink-2">{letter}</span>
            <Html as="span" html={html} className="lesson-prose block min-w-0 flex-1" />
          </label>
        );
      })}
    </fieldset>
  );
}

function OpenText({ answer, onChange, disabled }: OpenProps) {
  const t = useTranslations('lesson.open');
  const id = useId();
  const write = (text: string): void => onChange({ ...answer, text });
  const field = useTypedBefore<HTMLTextAreaElement>(answer.text, write);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
      <label htmlFor={id} className="text-[14px] text-ink-2">
        {t('text')}
      </label>
      <textarea
        id={id}
        ref={field}
        dir="auto"
        rows={4}
        value={answer.text}
        onChange={(event) => write(event.target.value)}
        disabled={disabled}
        maxLength={LONGEST_OPEN}
        aria-describedby={`${id}-left`}
        className={clsx(BOX, 'min-h-24 py-2.5 leading-normal')}
      />
      <p id={`${id}-left`} className="text-end text-[13px] text-ink-3 tabular-nums">
        {t('left', { left: LONGEST_OPEN - answer.text.length })}
      </p>
    </div>
  );
}

function Words({ answer, onChange, disabled, labelledBy }: OpenProps) {
  const t = useTranslations('lesson.open');
  const places = Array.from({ length: MOST_WORDS }, (_, at) => at);
  const write = (at: number, word: string): void => {
    const words = places.map((place) => (place === at ? word : (answer.words[place] ?? '')));
    // what is empty at the end is not there: a field that was emptied is as it was before
    onChange({ ...answer, words: words.slice(0, words.findLastIndex((one) => one !== '') + 1) });
  };
  return (
    <fieldset aria-labelledby={labelledBy} disabled={disabled} className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <p className="text-[13.5px] text-ink-2">{t('words', { most: MOST_WORDS })}</p>
      {places.map((at) => (
        <input
          key={at}
          dir="auto"
          value={answer.words[at] ?? ''}
          onChange={(event) => write(at, event.target.value)}
          aria-label={t('word', { number: at + 1 })}
          autoComplete="off"
          maxLength={LONGEST_WORD}
          className={clsx(BOX, 'min-h-11 max-w-md')}
        />
      ))}
    </fieldset>
  );
}
