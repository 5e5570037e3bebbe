'use client';
/** A moment in the zone of whoever writes it, and told in words, with its year and zone. */
import { useEffect, useState } from 'react';
import { DateTime } from '../../_ui/date-time.tsx';
import { Field } from '../../_ui/field.tsx';
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
  // the server does not know the reader's zone: the moment is written in once the browser is there
  const [text, setText] = useState('');
  useEffect(() => {
    // half a date stays as it is typed
    setText((before) => (fromLocal(before) === iso && before !== '' ? before : iso === null ? '' : toLocal(iso)));
  }, [iso]);
  return (
    <Field
      label={label}
      type="datetime-local"
      value={text}
      hint={iso === null ? without : <DateTime iso={iso} form="full" />}
      error={error}
      onChange={({ target: { value, validity } }) => {
        setText(value);
        if (!validity.badInput) onChange(fromLocal(value));
      }}
      className="max-w-72 tabular-nums"
    />
  );
}
