'use client';
/** A time of day as the reader's own clock says it; the server does not know that, so it is filled in by the browser. */
import { useEffect, useState } from 'react';

export function LocalTime({ iso }: { iso: string }) {
  const [text, setText] = useState('');
  useEffect(() => {
    setText(new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' }).format(new Date(iso)));
  }, [iso]);
  return (
    <time dateTime={iso} className="inline-block min-w-9 tabular-nums">
      {text}
    </time>
  );
}
