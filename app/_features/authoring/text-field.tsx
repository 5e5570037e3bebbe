'use client';
/** A short field of a form: one line of plain text, with what is wrong with it below. */
import clsx from 'clsx';
import { type ComponentProps, useId } from 'react';
import type { PartProblem } from './form-props.ts';
import { WrongWords } from './wrong-words.tsx';

interface TextFieldProps extends Omit<ComponentProps<'input'>, 'onChange'> {
  label: string;
  /** what it stands for is clear from where it is: the label is for screen readers */
  quiet?: boolean;
  hint?: string | undefined;
  /** of the document: where a problem of it is told, and what is looked at once it was left */
  part: string;
  value: string;
  onChange(value: string): void;
  wrong?: readonly PartProblem[];
  code?: boolean;
}

const NONE: readonly PartProblem[] = [];

export function TextField({
  label,
  quiet = false,
  hint,
  part,
  value,
  onChange,
  wrong = NONE,
  code = false,
  className,
  ...rest
}: TextFieldProps) {
  const id = useId();
  const described = [hint === undefined ? '' : `${id}-hint`, wrong.length === 0 ? '' : `${id}-wrong`].join(' ').trim();
  return (
    <div data-part={part} className={clsx('grid content-start gap-1.5', className)}>
      <label htmlFor={id} className={quiet ? 'sr-only' : 'font-[550] text-[14px]'}>
        {label}
      </label>
      <input
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={wrong.length > 0}
        aria-describedby={described === '' ? undefined : described}
        autoComplete="off"
        spellCheck={!code}
        className={clsx(
          'min-h-10 w-full min-w-0 rounded-[10px] border border-line bg-sheet px-3 text-[15px] aria-invalid:border-wrong',
          code && 'font-mono text-[14px]',
        )}
        {...rest}
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-[13px] text-ink-3">
          {hint}
        </p>
      )}
      <WrongWords id={`${id}-wrong`} problems={wrong} />
    </div>
  );
}
