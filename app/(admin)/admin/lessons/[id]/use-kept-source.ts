'use client';
/** The text being edited: what is published, until something else was typed; that is kept on this device until published. */
import { useCallback, useEffect, useState } from 'react';

export interface KeptSource {
  source: string;
  /** there is text that is not published */
  kept: boolean;
  write(text: string): void;
  /** `text` is published now */
  settle(text: string): void;
  discard(): void;
}

export function useKeptSource(lessonId: string, published: string): KeptSource {
  const [base, setBase] = useState(published);
  const [source, setSource] = useState(published);
  const key = `nabla.lesson.${lessonId}`;
  useEffect(() => {
    const before = read(key);
    if (before !== null) setSource(before);
  }, [key]);
  const write = useCallback(
    (text: string): void => {
      setSource(text);
      keep(key, text === base ? null : text);
    },
    [key, base],
  );
  return {
    source,
    kept: source !== base,
    write,
    settle(text) {
      setBase(text);
      if (read(key) === text) keep(key, null);
    },
    discard() {
      setSource(base);
      keep(key, null);
    },
  };
}

// a browser that stores nothing (private windows, a full store) still edits
function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function keep(key: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // nothing to do: the text is in the editor
  }
}
