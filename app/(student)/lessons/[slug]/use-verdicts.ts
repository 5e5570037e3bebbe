'use client';
/**
 * Hears of verdicts. The socket says that one is there; where it is silent (a proxy in between, a lost packet) the page
 * asks, so that nobody waits for a message.
 */
import { useEffect, useMemo, useRef } from 'react';
import { connection, request } from '../../../_live/socket.ts';

const ASK_MS = 2000;

export interface Verdicts {
  /** resolves when the verdict of that submission may be there */
  wait(submission: string): Promise<void>;
}

export function useVerdicts(
  lessonId: string,
  refresh: (questionId: string) => Promise<void>,
  pending: () => string[],
): Verdicts {
  const waiting = useRef(new Map<string, () => void>());
  const asked = useRef({ refresh, pending });
  asked.current = { refresh, pending };
  useEffect(() => {
    const socket = connection();
    const follow = (): void => {
      void request('follow', {});
      for (const question of asked.current.pending()) void asked.current.refresh(question);
    };
    const heard = (message: { lesson: string; question: string; submission: string }): void => {
      waiting.current.get(message.submission)?.();
      if (message.lesson === lessonId) void asked.current.refresh(message.question);
    };
    socket.on('connect', follow);
    socket.on('verdict', heard);
    if (socket.connected) follow();
    const timer = setInterval(() => {
      for (const question of asked.current.pending()) void asked.current.refresh(question);
    }, ASK_MS);
    return () => {
      socket.off('connect', follow);
      socket.off('verdict', heard);
      clearInterval(timer);
    };
  }, [lessonId]);
  return useMemo(
    () => ({
      wait: (submission) =>
        new Promise<void>((resolve) => {
          const done = (): void => {
            clearTimeout(timer);
            waiting.current.delete(submission);
            resolve();
          };
          const timer = setTimeout(done, ASK_MS);
          waiting.current.set(submission, done);
        }),
    }),
    [],
  );
}
