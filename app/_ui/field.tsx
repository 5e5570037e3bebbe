'use client';
/** A labelled input with its hint and its error, tied together for screen readers. */
import clsx from 'clsx';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { useOwnWords } from './use-own-words.ts';

interface FieldProps extends Omit<ComponentProps<'input'>, 'onInvalid' | 'onInput'> {
  label: string;
  hint?: ReactNode;
  /** what the server has said of it */
  error?: string | undefined;
}

export function Field({ label, hint, error: refused, className, ...rest }: FieldProps) {
  const id = useId();
  const { invalid, listeners } = useOwnWords();
  const error = invalid ?? refused;
  const described = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].join(' ').trim();
  return (
    <div className={clsx('grid gap-1.5', className)}>
      <label htmlFor={id} className="font-[550] text-[14px]">
        {label}
      </label>
      <input
        id={id}
        aria-invalid={error !== undefined}
        aria-describedby={described === '' ? undefined : described}
        className="min-h-11 rounded-[10px] border border-line bg-sheet px-3 text-[16px] aria-invalid:border-wrong"
        {...rest}
        {...listeners}
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-[13px] text-ink-3">
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} role="alert" className="text-[14px] text-wrong">
          {error}
        </p>
      )}
    </div>
  );
}
