'use client';
/**
 * Hears of verdicts, and of another version of the lesson. The socket says that one is there; where it is silent (a proxy in
 * between, a lost packet) the page asks, so that nobody waits for a message.
 */
import { useEffect, useRef } from 'react';
import { connection, request } from '../../_client/socket.ts';
import { useEntrance } from '../live/use-entrance.ts';

const ASK_MS = 2000;
const SPREAD_MS = 1500;

export interface Hearers {
  /** reads a question anew */
  refresh(questionId: string): Promise<void>;
  /** the questions whose verdicts are waited for */
  pending(): string[];
  /** when the oldest state that is shown was read, in the database's clock: what came later may have been missed */
  since(): number;
  /** this version is published */
  see(versionId: string): void;
}

export function useVerdicts(lessonId: string, hearers: Hearers): void {
  const asked = useRef(hearers);
  asked.current = hearers;
  const follow = useEntrance(async () => {
    for (const question of asked.current.pending()) void asked.current.refresh(question);
    // the reply tells what was missed
    const reply = await request('follow', { lesson: lessonId, since: asked.current.since() });
    if (!reply.ok) return reply.refused;
    if (reply.versionId !== undefined) asked.current.see(reply.versionId);
    for (const question of reply.graded ?? []) void asked.current.refresh(question);
    return undefined;
  });
  useEffect(() => {
    const socket = connection();
    const heard = (message: { lesson: string; question: string }): void => {
      if (message.lesson === lessonId) void asked.current.refresh(message.question);
    };
    let soon: ReturnType<typeof setTimeout> | undefined;
    const published = (message: { lesson: string }): void => {
      if (message.lesson !== lessonId) return;
      clearTimeout(soon);
      // a class does not ask all at once
      soon = setTimeout(follow, Math.random() * SPREAD_MS);
    };
    socket.on('lesson', published);
    socket.on('connect', follow);
    socket.on('verdict', heard);
    if (socket.connected) follow();
    const timer = setInterval(() => {
      for (const question of asked.current.pending()) void asked.current.refresh(question);
    }, ASK_MS);
    return () => {
      socket.off('connect', follow);
      socket.off('verdict', heard);
      socket.off('lesson', published);
      clearTimeout(soon);
      clearInterval(timer);
    };
  }, [lessonId, follow]);
}
