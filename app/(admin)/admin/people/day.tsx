'use client';
/** A day with its year, as the reader's browser writes it. */
import { useEffect, useState } from 'react';

export function Day({ iso }: { iso: string }) {
  const [text, setText] = useState('');
  useEffect(() => setText(new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' }).format(new Date(iso))), [iso]);
  return (
    <time dateTime={iso} className="inline-block min-w-24 tabular-nums">
      {text}
    </time>
  );
}
