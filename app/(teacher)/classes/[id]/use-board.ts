'use client';
/** The board, kept current: the socket says that something changed, the page reads it again, at most twice a second. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Board } from '../../../../server/commands/board.ts';
import { post } from '../../../_live/post.ts';
import { connection, request } from '../../../_live/socket.ts';
import { type ConnectionState, useConnection } from '../../../_live/use-connection.ts';

const PAUSE_MS = 500;

export function useBoard(
  classId: string,
  initial: Board,
): { board: Board; connection: ConnectionState; refresh(): void } {
  const [board, setBoard] = useState(initial);
  const lessonId = initial.lesson.id;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef(0);
  const refresh = useCallback((): void => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      const mine = ++asked.current;
      void post<{ board: Board }>('/api/desk/board', { classId, lessonId }).then((read) => {
        if (read.ok && mine === asked.current) setBoard(read.board);
      });
    }, PAUSE_MS);
  }, [classId, lessonId]);
  const state = useConnection(() => {
    void request('board', { class: classId, lesson: lessonId });
    refresh();
  });
  useEffect(() => {
    const socket = connection();
    const changed = (message: { lesson: string }): void => {
      if (message.lesson === lessonId) refresh();
    };
    socket.on('board', changed);
    return () => {
      socket.off('board', changed);
    };
  }, [lessonId, refresh]);
  return { board, connection: state, refresh };
}
