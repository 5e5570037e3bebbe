'use client';
/** Drafts save by themselves: a moment after the last key, at once when the page is left, again when it failed. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answer } from '../../../domain/answer.ts';
import { hasContent } from '../../../domain/unfinished.ts';
import type { QuestionActions } from './card-types.ts';

const AFTER_MS = 800;
const AGAIN_MS = 4_000;

export type DraftStatus = { is: 'none' | 'saving' | 'failed' } | { is: 'saved'; at: string };

export interface Draft {
  status: DraftStatus;
  /** call with every change */
  changed(answer: Answer): void;
  /** forgets what waits to be saved: the answer has been handed in */
  done(): void;
}

export function useDraft(save: QuestionActions['saveDraft'] | undefined, savedAt: string | null): Draft {
  const [status, setStatus] = useState<DraftStatus>(savedAt === null ? { is: 'none' } : { is: 'saved', at: savedAt });
  const waiting = useRef<Answer | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    const answer = waiting.current;
    if (answer === null || save === undefined) return;
    waiting.current = null;
    setStatus({ is: 'saving' });
    const reply = await save(answer).catch(() => null);
    if (reply?.ok) {
      setStatus({ is: 'saved', at: reply.savedAt });
      return;
    }
    setStatus({ is: 'failed' });
    // a newer change saves itself; a refusal will not change by asking again
    if (reply === null && waiting.current === null) {
      waiting.current = answer;
      timer.current = setTimeout(() => void flush(), AGAIN_MS);
    }
  }, [save]);

  useEffect(() => {
    const leave = (): void => {
      if (document.visibilityState === 'hidden') void flush();
    };
    document.addEventListener('visibilitychange', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      void flush();
    };
  }, [flush]);

  return {
    status,
    changed(answer) {
      if (save === undefined || !hasContent(answer)) return;
      waiting.current = answer;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), AFTER_MS);
    },
    done() {
      waiting.current = null;
      clearTimeout(timer.current);
    },
  };
}
