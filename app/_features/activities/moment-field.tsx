'use client';
/** A moment in the zone of whoever writes it, and told in words, with its year and zone. */
import { useEffect, useId, useState } from 'react';
import { DateTime } from '../../_ui/date-time.tsx';
import { fromLocal, toLocal } from './local-moment.ts';

interface MomentFieldProps {
  label: string;
  /** what it means that there is none */
  without: string;
  iso: string | null;
  error: string | undefined;
  onChange(iso: string | null): void;
}

export function MomentField({ label, without, iso, error, onChange }: MomentFieldProps) {
  const id = useId();
  // the server does not know the reader's zone: the moment is written in once the browser is there
  const [text, setText] = useState('');
  useEffect(() => {
    // half a date stays as it is typed
    setText((before) => (fromLocal(before) === iso && before !== '' ? before : iso === null ? '' : toLocal(iso)));
  }, [iso]);
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-[550] text-[14px]">
        {label}
      </label>
      <input
        id={id}
        type="datetime-local"
        value={text}
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? `${id}-words` : `${id}-words ${id}-error`}
        onChange={({ target: { value, validity } }) => {
          setText(value);
          if (!validity.badInput) onChange(fromLocal(value));
        }}
        className="min-h-11 max-w-72 rounded-[10px] border border-line bg-sheet px-3 tabular-nums aria-invalid:border-wrong"
      />
      <p id={`${id}-words`} className="text-[13px] text-ink-2">
        {iso === null ? without : <DateTime iso={iso} form="full" />}
      </p>
      {error !== undefined && (
        <p id={`${id}-error`} role="alert" className="text-[14px] text-wrong">
          {error}
        </p>
      )}
    </div>
  );
}
