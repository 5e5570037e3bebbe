'use client';
/**
 * What others change in an open grade book: the socket says that something did, the page reads of whom, at most once a second and once
 * at a time. What was missed while there was no line is read when it is back.
 */
import { useEffect, useRef } from 'react';
import { connection, request } from '../../../../_client/socket.ts';
import { type ConnectionState, useConnection } from '../../../../_client/use-connection.ts';
import { useEntrance } from '../../../../_features/live/use-entrance.ts';

const PAUSE_MS = 1_000;
/** More than these are all read again. */
const MOST = 60;

/** @param reread students left out: all */
export function useOthers(
  classId: string,
  reread: (students?: readonly string[]) => Promise<boolean>,
): ConnectionState {
  const changed = useRef<Set<string> | 'all'>(new Set());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asking = useRef(false);
  const latest = useRef(reread);
  latest.current = reread;
  const note = useRef((students: readonly string[] | undefined): void => {
    if (students === undefined || changed.current === 'all') changed.current = 'all';
    else for (const id of students) changed.current.add(id);
  }).current;
  const soon = useRef((): void => {
    timer.current ??= setTimeout(async () => {
      timer.current = undefined;
      if (asking.current) {
        soon();
        return;
      }
      const whose = changed.current;
      changed.current = new Set();
      asking.current = true;
      const all = whose === 'all' || whose.size > MOST;
      // what could not be read now is read with the next change, or when the line is back
      const isRead = await latest.current(all ? undefined : [...whose]).catch(() => false);
      asking.current = false;
      if (!isRead) note(all ? undefined : [...whose]);
    }, PAUSE_MS);
  }).current;
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
  const follow = useEntrance(async () => {
    const reply = await request('grades', { class: classId });
    return reply.ok ? undefined : reply.refused;
  });
  const state = useConnection(() => {
    follow();
    changed.current = 'all';
    soon();
  });
  useEffect(() => {
    const socket = connection();
    const heard = (message: { class: string; students?: string[] | undefined }): void => {
      if (message.class !== classId) return;
      note(message.students);
      soon();
    };
    socket.on('grades', heard);
    return () => {
      socket.off('grades', heard);
    };
  }, [classId, note, soon]);
  return state;
}
