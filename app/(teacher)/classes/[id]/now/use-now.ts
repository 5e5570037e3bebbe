'use client';
/**
 * A class at this moment, read again every 0.7 s while the page is looked at. What is typed is told by nobody: a hint for each
 * letter would make everybody who hands in wait for it.
 */
import { useEffect, useRef } from 'react';
import { applied, type ClassNow } from '../../../../../domain/class-now/changes.ts';
import { calls } from '../../../../_client/calls.ts';
import { connection, request } from '../../../../_client/socket.ts';
import { useRead } from '../../../../_client/use-read.ts';

/** With the quarter of a second that places wait for each other (server/sockets/handlers.ts) no more than a second. */
const AGAIN_MS = 700;

/** @returns `lost`: it could not be read, the last time */
export function useNow(classId: string, initial: ClassNow): { seen: ClassNow; lost: boolean; again(): void } {
  const newest = useRef(initial);
  const ask = async () => {
    // what comes goes on from this one, whatever another reading brings meanwhile
    const before = newest.current;
    const outcome = await calls.now.read.mutate({ classId, after: before.reading });
    if (!outcome.ok) return outcome;
    const read = applied(before, outcome);
    if (read === null) throw new Error('it goes on from a reading that this page does not have');
    if (read.now >= newest.current.now) newest.current = read;
    return { ok: true as const, ...newest.current };
  };
  const { seen, refused, again } = useRead(['now', classId], ask, {
    initial: { ok: true, ...initial },
    againMs: () => AGAIN_MS,
  });
  useEffect(() => {
    const socket = connection();
    // a hand or a pause is not waited for until the second is over
    const heard = (news: { class: string }): void => {
      if (news.class === classId) void again();
    };
    const follow = (): void => void request('follow', {});
    socket.on('connect', follow);
    socket.on('hour', heard);
    socket.on('hands', heard);
    if (socket.connected) follow();
    return () => {
      socket.off('connect', follow);
      socket.off('hour', heard);
      socket.off('hands', heard);
    };
  }, [classId, again]);
  return { seen: seen ?? initial, lost: refused, again: () => void again() };
}
