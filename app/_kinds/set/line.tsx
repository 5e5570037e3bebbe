'use client';
/** A set on one line: what is typed, keys for signs that few keyboards have, and how it is read. */
import { useTranslations } from 'next-intl';
import { useId, useRef } from 'react';
import { LONGEST } from '../../../domain/kinds/set/signs.ts';
import type { FieldProps } from '../../_features/lesson/card-types.ts';
import { FieldReading } from '../common/field-reading.tsx';
import { SignKeys } from '../common/sign-keys.tsx';
import { SIGNS } from './signs.ts';

export function SetLine({ question, answer, onChange, verdict, disabled }: FieldProps<'set'>) {
  const t = useTranslations('lesson.set');
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const { asks, variable } = question;
  const values = asks === 'values';
  const type = (text: string): void => {
    const field = input.current;
    if (field === null) return;
    const from = field.selectionStart ?? answer.set.length;
    const next = answer.set.slice(0, from) + text + answer.set.slice(field.selectionEnd ?? from);
    if (next.length > LONGEST) return;
    field.focus();
    onChange({ kind: 'set', set: next });
    // once it stands there
    requestAnimationFrame(() => field.setSelectionRange(from + text.length, from + text.length));
  };
  return (
    <div className="grid max-w-xl gap-2">
      <label htmlFor={id} className="text-[14px] text-ink-2">
        {t(values ? 'values' : 'reals')}
      </label>
      <input
        ref={input}
        id={id}
        value={answer.set}
        onChange={({ target }) => onChange({ kind: 'set', set: target.value })}
        disabled={disabled}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        dir="ltr"
        maxLength={LONGEST}
        aria-describedby={`${id}-how ${id}-reading`}
        aria-invalid={verdict !== null && verdict.result !== 'pass' && verdict.result !== 'undecided'}
        className="min-h-11 w-full min-w-0 rounded-[10px] border border-line bg-paper px-3 font-mono text-[16px] focus:border-violet aria-invalid:border-wrong"
      />
      {!disabled && <SignKeys signs={SIGNS[asks]} onType={type} />}
      <p id={`${id}-how`} className="text-[13px] text-ink-3">
        {t(values ? 'valuesHow' : 'realsHow', { variable })}
      </p>
      <div id={`${id}-reading`} className="min-h-6 text-[13px] text-ink-2">
        <FieldReading
          text={answer.set}
          read={(reader, set) => reader.readSetField(question, { kind: 'set', set })}
          chosen={answer.reading}
          onChoose={(reading) => onChange({ ...answer, reading })}
          disabled={disabled}
        />
      </div>
    </div>
  );
}
