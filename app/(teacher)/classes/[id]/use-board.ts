'use client';
/**
 * The board, kept current: the socket says that something changed, the page asks what, at most twice a second and once at
 * a time.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Board, openBoard, type WholeBoard, withChanges } from '../../../../domain/results/board-wire.ts';
import { calls } from '../../../_client/calls.ts';
import { connection, request } from '../../../_client/socket.ts';
import { type ConnectionState, useConnection } from '../../../_client/use-connection.ts';
import { useEntrance } from '../../../_features/live/use-entrance.ts';

const PAUSE_MS = 500;

export function useBoard(
  classId: string,
  initial: WholeBoard,
): { board: Board; connection: ConnectionState; refresh(): void } {
  const [board, setBoard] = useState(() => openBoard(initial));
  const lessonId = initial.lesson.id;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(board);
  const asking = useRef(false);
  const ask = useEntrance(async () => {
    asking.current = true;
    const { cursor: since } = latest.current;
    const read = await calls.board.read.mutate({ classId, lessonId, since });
    asking.current = false;
    if (!read.ok) return read.refused;
    latest.current = 'students' in read.board ? openBoard(read.board) : withChanges(latest.current, read.board);
    setBoard(latest.current);
    return undefined;
  });
  const refresh = useCallback((): void => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      if (asking.current) refresh();
      else ask();
    }, PAUSE_MS);
  }, [ask]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
  const follow = useEntrance(async () => {
    const reply = await request('board', { class: classId, lesson: lessonId });
    return reply.ok ? undefined : reply.refused;
  });
  const state = useConnection(() => {
    follow();
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
