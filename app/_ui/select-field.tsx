'use client';
/** A labelled choice of a few, with what is wrong with it. */
import clsx from 'clsx';
import { type ComponentProps, useId } from 'react';

interface SelectFieldProps extends ComponentProps<'select'> {
  label: string;
  options: readonly { value: string; label: string }[];
  error?: string | undefined;
  /** what it stands for is clear from where it is: the label is for screen readers */
  quiet?: boolean;
  /** as wide as there is room, however long its options are */
  wide?: boolean;
}

export function SelectField({ label, options, error, quiet = false, wide = false, ...rest }: SelectFieldProps) {
  const id = useId();
  return (
    <div className={clsx('grid content-start gap-1.5', wide && 'grid-cols-[minmax(0,1fr)]')}>
      <label htmlFor={id} className={quiet ? 'sr-only' : 'font-[550] text-[14px]'}>
        {label}
      </label>
      <select
        id={id}
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
        className="min-h-11 rounded-[10px] border border-line bg-sheet px-3 aria-invalid:border-wrong"
        {...rest}
      >
        {options.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
      {error !== undefined && (
        <p id={`${id}-error`} role="alert" className="text-[14px] text-wrong">
          {error}
        </p>
      )}
    </div>
  );
}
