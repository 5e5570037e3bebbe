'use client';
/** When a lesson is due, in the teacher's own zone; saves by itself a moment after the last change. */
import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef, useState } from 'react';
import { fromLocal, toLocal } from './local-moment.ts';

const PAUSE_MS = 900;

interface DueFieldProps {
  label: string;
  /** the lesson's title, for those who hear the field instead of seeing its row */
  of: string;
  dueAt: string | null;
  onChange(dueAt: string | null): void;
}

export function DueField({ label, of, dueAt, onChange }: DueFieldProps) {
  const t = useTranslations('desk.lessons');
  const id = useId();
  // the server does not know the reader's zone: the moment is written in once the browser is there
  const [text, setText] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setText(shown(dueAt)), [dueAt]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const settle = (written: string): void => {
    clearTimeout(timer.current);
    // compared as written: seconds, which the field does not show, are no change
    if (written !== shown(dueAt)) onChange(fromLocal(written));
  };
  return (
    <span className="flex items-center gap-2">
      <label htmlFor={id} className="text-ink-2">
        {label}
        <span className="sr-only">: {of}</span>
      </label>
      <input
        id={id}
        type="datetime-local"
        value={text}
        title={text === '' ? t('noDue') : undefined}
        onChange={(event) => {
          const { value, validity } = event.target;
          setText(value);
          clearTimeout(timer.current);
          // half a date is no date yet
          if (!validity.badInput) timer.current = setTimeout(() => settle(value), PAUSE_MS);
        }}
        onBlur={(event) => {
          if (!event.target.validity.badInput) settle(event.target.value);
        }}
        className="min-h-9 rounded-[10px] border border-line bg-paper px-2 tabular-nums"
      />
    </span>
  );
}

function shown(dueAt: string | null): string {
  return dueAt === null ? '' : toLocal(dueAt);
}
