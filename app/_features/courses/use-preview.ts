'use client';
/** What the server makes of a source, asked for a moment after the last change; the newest question counts. */
import { useEffect, useRef, useState } from 'react';
import type { LessonProblem } from '../../../domain/lesson/problems.ts';
import type { Outcome } from '../../../domain/refusal.ts';

const PAUSE_MS = 400;
/** Where the server could not: asked again after growing pauses, and not for ever. */
const RETRY_MS = [3_000, 6_000, 12_000, 24_000];

export interface ShownPreview<C> {
  /** the last content that compiled; null: none yet */
  content: C | null;
  /** the source that it was made of */
  of: string;
  /** it is of before: what was looked at last did not compile */
  old: boolean;
  problems: readonly LessonProblem[];
  /** what may well be meant, and should be looked at */
  notes: readonly LessonProblem[];
  /** the source that these are problems of */
  seen: string;
  /** nothing is known yet */
  pending: boolean;
}

type Asked<C> = Outcome<{
  preview: { problems: readonly LessonProblem[]; notes?: readonly LessonProblem[]; content: C | null; of?: string };
}>;

/** @param look asks the server; the same function while it is about the same thing */
export function usePreview<C>(source: string, look: (source: string) => Promise<Asked<C>>): ShownPreview<C> {
  const [shown, setShown] = useState<ShownPreview<C>>({
    content: null,
    of: '',
    old: false,
    problems: [],
    notes: [],
    seen: '',
    pending: true,
  });
  const asked = useRef(0);
  useEffect(() => {
    const mine = ++asked.current;
    let timer: ReturnType<typeof setTimeout>;
    const ask = async (tried = 0): Promise<void> => {
      const read = await look(source);
      if (mine !== asked.current) return;
      if (!read.ok) {
        const pause = RETRY_MS[tried];
        const isWorthwhile = read.refused === 'unavailable' || read.refused === 'replaced';
        if (isWorthwhile && pause !== undefined) timer = setTimeout(() => void ask(tried + 1), pause);
        return;
      }
      const { content, problems, notes = [], of = source } = read.preview;
      const made = content === null ? { old: true } : { content, of, old: false };
      setShown((before) => ({ ...before, ...made, problems, notes, seen: source, pending: false }));
    };
    timer = setTimeout(() => void ask(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [look, source]);
  return shown;
}
