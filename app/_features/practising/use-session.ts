'use client';
/** What is practised in this tab: begun, gone on with after a reload, and ended. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { forgetItem, keepItem, keptItem } from '../../_client/kept-item.ts';
import { readSession, type Session, writeSession } from './kept-session.ts';
import type { PracticeLine, Went } from './practice-line.ts';

interface PracticeSession {
  running: Session | null;
  /** how all went, once it has ended; null: nothing has */
  went: readonly Went[] | null;
  begin(lines: readonly PracticeLine[]): void;
  keep(session: Session): void;
  end(went: readonly Went[]): void;
}

/**
 * @param user whose it is: another account in this tab goes on with none of it
 * @param all every question of their lists
 */
export function useSession(user: string, all: readonly PracticeLine[]): PracticeSession {
  const key = `nabla-practising:${user}`;
  const [running, setRunning] = useState<Session | null>(null);
  const [went, setWent] = useState<readonly Went[] | null>(null);
  const lists = useRef(all);
  lists.current = all;
  const end = useCallback(
    (how: readonly Went[]): void => {
      forgetItem(key, 'session');
      setRunning(null);
      setWent(how);
    },
    [key],
  );
  useEffect(() => {
    const kept = readSession(keptItem(key, 'session'), lists.current);
    if (kept === null) return;
    // the last one was told, and only its button was not pressed
    if (kept.went.length === kept.lines.length) end(kept.went);
    else setRunning(kept);
  }, [key, end]);
  const keep = useCallback((session: Session) => keepItem(key, writeSession(session), 'session'), [key]);
  const begin = (lines: readonly PracticeLine[]): void => {
    const session = { lines, went: [] };
    setWent(null);
    setRunning(session);
    keep(session);
  };
  return { running, went, begin, keep, end };
}
