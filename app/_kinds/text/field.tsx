'use client';
/** A short text, typed. */
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { LONGEST_TEXT } from '../../../domain/longest-text.ts';
import type { FieldProps } from '../../_features/lesson/card-types.ts';
import { useTypedBefore } from '../../_late/typed-before.ts';

export function TextField({ answer, onChange, verdict, disabled }: FieldProps<'text'>) {
  const t = useTranslations('lesson.text');
  const id = useId();
  const write = (text: string): void => onChange({ kind: 'text', text });
  const field = useTypedBefore<HTMLInputElement>(answer.text, write);
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-[14px] text-ink-2">
        {t('label')}
      </label>
      <input
        id={id}
        ref={field}
        value={answer.text}
        onChange={(event) => write(event.target.value)}
        disabled={disabled}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        maxLength={LONGEST_TEXT}
        aria-invalid={verdict !== null && verdict.result !== 'pass'}
        className="min-h-11 w-full max-w-md rounded-[10px] border border-line bg-paper px-3 text-[16px] focus:border-violet aria-invalid:border-wrong"
      />
    </div>
  );
}
