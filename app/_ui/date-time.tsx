'use client';
/** A day, a time or both, by the reader's own clock or that of a place; said only once the browser is there, which knows the zone. */
import clsx from 'clsx';
import { useEffect, useState } from 'react';
import { useTimes } from '../_i18n/use-times.ts';

/** So that nothing moves when it comes. */
const ROOM = {
  moment: 'min-w-32',
  dated: 'min-w-44',
  clock: 'min-w-9',
  short: 'min-w-12',
  day: 'min-w-24',
  full: 'min-w-64',
  near: 'min-w-16',
};

interface DateTimeProps {
  iso: string;
  form?: keyof typeof ROOM;
  /** by whose clock; left out or null: the reader's own */
  zone?: string | null;
}

export function DateTime({ iso, form = 'moment', zone = null }: DateTimeProps) {
  const written = useTimes();
  const [text, setText] = useState('');
  useEffect(() => setText(written(iso, form, zone)), [written, iso, form, zone]);
  return (
    <time dateTime={iso} className={clsx('inline-block tabular-nums', ROOM[form])}>
      {text}
    </time>
  );
}
