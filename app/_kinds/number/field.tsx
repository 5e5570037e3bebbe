'use client';
/** One number, with its unit. */
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { FieldProps } from '../../_features/lesson/card-types.ts';
import { useTypedBefore } from '../../_late/typed-before.ts';
import { NumberReading } from './reading.tsx';

export function NumberField({ question, answer, onChange, verdict, disabled }: FieldProps<'number'>) {
  const t = useTranslations('lesson.number');
  const id = useId();
  const write = (value: string): void => onChange({ kind: 'number', value });
  const field = useTypedBefore<HTMLInputElement>(answer.value, write);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <label htmlFor={id} className="text-[14px] text-ink-2">
        {t('label')}
      </label>
      <input
        id={id}
        ref={field}
        value={answer.value}
        onChange={(event) => write(event.target.value)}
        disabled={disabled}
        inputMode="decimal"
        autoComplete="off"
        maxLength={60}
        aria-describedby={`${id}-reading`}
        aria-invalid={verdict !== null && verdict.result !== 'pass' && verdict.result !== 'undecided'}
        className="min-h-11 w-44 rounded-[10px] border border-line bg-paper px-3 font-mono text-[16px] focus:border-violet aria-invalid:border-wrong"
      />
      {question.unit !== null && <span>{question.unit}</span>}
      <div id={`${id}-reading`} className="min-h-6 basis-full text-[13px] text-ink-2 empty:hidden">
        <NumberReading question={question} answer={answer} onChange={onChange} disabled={disabled} />
      </div>
    </div>
  );
}
