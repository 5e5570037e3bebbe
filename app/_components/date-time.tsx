'use client';
/** A day and a time in the reader's own zone; said only once the browser is there, which knows the zone. */
import { useEffect, useState } from 'react';

export function DateTime({ iso }: { iso: string }) {
  const [text, setText] = useState('');
  useEffect(() => {
    setText(
      new Intl.DateTimeFormat(undefined, {
        weekday: 'short',
        day: 'numeric',
        month: 'short',
        hour: '2-digit',
        minute: '2-digit',
      }).format(new Date(iso)),
    );
  }, [iso]);
  return (
    <time dateTime={iso} className="inline-block min-w-32 tabular-nums">
      {text}
    </time>
  );
}
