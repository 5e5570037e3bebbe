'use client';
/** A moment by the clock of the class, and told in words, with its year and zone. */
import { useEffect, useState } from 'react';
import { fromWall, toWall } from '../../../domain/activities/time-zone.ts';
import { DateTime } from '../../_ui/date-time.tsx';
import { Field } from '../../_ui/field.tsx';

interface MomentFieldProps {
  label: string;
  /** what it means that there is none */
  without: string;
  iso: string | null;
  /** in which it is meant; null: that of whoever writes it */
  zone: string | null;
  error: string | undefined;
  onChange(iso: string | null): void;
}

export function MomentField({ label, without, iso, zone, error, onChange }: MomentFieldProps) {
  // the server does not know the reader's zone: the moment is written in once the browser is there
  const [text, setText] = useState('');
  useEffect(() => {
    // half a date stays as it is typed
    setText((before) =>
      before !== '' && isoOf(before, zone) === iso ? before : iso === null ? '' : toWall(Date.parse(iso), zone),
    );
  }, [iso, zone]);
  return (
    <Field
      label={label}
      type="datetime-local"
      value={text}
      hint={iso === null ? without : <DateTime iso={iso} form="full" zone={zone} />}
      error={error}
      onChange={({ target: { value, validity } }) => {
        setText(value);
        if (!validity.badInput) onChange(isoOf(value, zone));
      }}
      className="max-w-72 tabular-nums"
    />
  );
}

function isoOf(text: string, zone: string | null): string | null {
  const at = fromWall(text, zone);
  return at === null ? null : new Date(at).toISOString();
}
