'use client';
/** The line that one is about to say something to: kept with what is typed, for as long as the tab. */
import { useEffect, useState } from 'react';
import { keepItem, keptItem } from '../../_client/kept-item.ts';

export interface ChosenLine {
  /** null: to all of it */
  line: number | null;
  /** how often one was chosen: each time the field takes the focus */
  asked: number;
  choose(line: number | null): void;
}

/** @param keptAs as the text is kept; `lines`: how many there are */
export function useLine(keptAs: string, lines: number): ChosenLine {
  const [line, setLine] = useState<number | null>(null);
  const [asked, setAsked] = useState(0);
  const key = `${keptAs}:line`;
  useEffect(() => {
    const kept = Number(keptItem(key, 'session') ?? '');
    setLine(Number.isInteger(kept) && kept >= 1 && kept <= lines ? kept : null);
  }, [key, lines]);
  return {
    line,
    asked,
    choose: (next) => {
      setLine(next);
      keepItem(key, next === null ? '' : String(next), 'session');
      if (next !== null) setAsked((before) => before + 1);
    },
  };
}

/** Under which name what one types to a submission in a class is kept. */
export const keptAs = (side: 'desk' | 'student', classId: string | null, submissionId: string): string =>
  `remark:${side}:${classId}:${submissionId}`;
