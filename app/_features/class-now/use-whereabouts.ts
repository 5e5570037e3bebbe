'use client';
/** Says to the server where somebody is in a lesson that their class was given: when it changes, and now and then that they are still there. */
import { useEffect, useRef } from 'react';
import { SAYS_MS } from '../../../domain/class-now/work.ts';
import { connection, request } from '../../_client/socket.ts';
import { type Place, whereIn } from './where.ts';

/** Who scrolls past is nowhere yet. */
const SETTLES_MS = 700;
const SIGNS = ['scroll', 'focusin', 'resize'] as const;

interface Shown {
  questions: readonly string[];
  sections: readonly string[];
}

/** @param lessonId null: nobody is told */
export function useWhereabouts(lessonId: string | null, shown: Shown): void {
  const latest = useRef(shown);
  latest.current = shown;
  useEffect(() => {
    if (lessonId === null) return;
    const socket = connection();
    let said: string | undefined;
    let saying = false;
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): { place: Place; away: boolean } => ({
      place: whereIn(latest.current.questions, latest.current.sections),
      away: document.visibilityState === 'hidden',
    });
    /** One at a time: what was said last is what is stored last. */
    const say = async (again: boolean): Promise<void> => {
      const now = look();
      const text = JSON.stringify(now);
      if (gone || saying || !socket.connected || (!again && text === said)) return;
      saying = true;
      const { ok } = await request('at', { lesson: lessonId, ...now.place, away: now.away });
      saying = false;
      said = ok ? text : undefined;
      // it may be another place by now
      if (ok && !gone && JSON.stringify(look()) !== text) soon();
    };
    const soon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => void say(false), SETTLES_MS);
    };
    const turned = (): void => void say(false);
    const connected = (): void => void say(true);
    const beat = setInterval(() => {
      if (document.visibilityState === 'visible') void say(true);
    }, SAYS_MS);
    for (const sign of SIGNS) addEventListener(sign, soon, { passive: true });
    document.addEventListener('visibilitychange', turned);
    socket.on('connect', connected);
    soon();
    return () => {
      gone = true;
      // who goes on to another page of this app is not there any more
      if (socket.connected && said !== undefined) void request('at', { lesson: lessonId, ...look().place, away: true });
      clearTimeout(timer);
      clearInterval(beat);
      for (const sign of SIGNS) removeEventListener(sign, soon);
      document.removeEventListener('visibilitychange', turned);
      socket.off('connect', connected);
    };
  }, [lessonId]);
}
