'use client';
/** One number, with its unit. */
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { FieldProps } from '../card-types.ts';

export function NumberField({ question, answer, onChange, verdict, disabled }: FieldProps<'number'>) {
  const t = useTranslations('lesson.number');
  const id = useId();
  return (
    <div className="flex items-center gap-3">
      <label htmlFor={id} className="text-[14px] text-ink-2">
        {t('label')}
      </label>
      <input
        id={id}
        value={answer.value}
        onChange={(event) => onChange({ value: event.target.value })}
        disabled={disabled}
        inputMode="decimal"
        autoComplete="off"
        maxLength={60}
        aria-invalid={verdict !== null && verdict.result !== 'pass' && verdict.result !== 'undecided'}
        className="min-h-11 w-44 rounded-[10px] border border-line bg-paper px-3 font-mono text-[16px] focus:border-violet aria-invalid:border-wrong"
      />
      {question.unit !== null && <span>{question.unit}</span>}
    </div>
  );
}
