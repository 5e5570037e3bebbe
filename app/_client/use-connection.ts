'use client';
/** Whether the line holds, and how; calls back at each (re)connection, which is the time to ask for the truth again. */
import { useEffect, useRef, useState } from 'react';
import { connection, request } from './socket.ts';

/** `polling`: connected, but a network on the way blocks WebSockets */
export type ConnectionState = 'connecting' | 'connected' | 'polling' | 'lost';

/** So often a page that is looked at asks whether it is still heard; and so often while every second counts. */
const PING_MS = 4000;
const CLOSE_PING_MS = 1200;
/** Who is not answered for so long is told. A second connection is asked later: a server that stands still has enough to do. */
const SILENT_MS = 1500;
/** Where the network is far away, a reply may take so many times what the last one took. */
const SILENT_TIMES = 3;
/** A second connection that answers so soon has healed it before anybody is told. */
const HEALS_MS = 300;
/** Who looked away for longer may have slept, and slept through the end of the connection. */
const SLEPT_MS = 5000;

/**
 * @param onWake called when a page is looked at again, or the network is back: clocks may have stood still
 * @param closely a round is under way: a line that died is told within 3 s, also where nobody touches anything
 */
export function useConnection(
  onConnect: () => void,
  onWake: () => void = () => undefined,
  closely = false,
): ConnectionState {
  const [state, setState] = useState<ConnectionState>('connecting');
  const latest = useRef({ onConnect, onWake });
  const asks = useRef<() => Promise<void>>(async () => undefined);
  latest.current = { onConnect, onWake };
  useEffect(() => {
    const line = connection();
    const how = (): void => {
      const { engine } = line.socket.io;
      if (line.connected) setState(engine.transport.name === 'polling' ? 'polling' : 'connected');
    };
    const connected = (): void => {
      how();
      line.socket.io.engine.once('upgrade', how);
      latest.current.onConnect();
    };
    const lost = (): void => setState('lost');
    // not known yet: nobody is told before a second connection is asked
    let took = SILENT_MS;
    /** Is anybody there? */
    const ask = async (): Promise<void> => {
      const asked = performance.now();
      const silent = setTimeout(lost, Math.max(SILENT_MS, SILENT_TIMES * took));
      const reply = await request('clock', {});
      clearTimeout(silent);
      if (!reply.ok) return lost();
      took = performance.now() - asked;
      how();
    };
    asks.current = ask;
    // something was asked, and nobody has answered in time
    const doubt = (over: Promise<void>): void => {
      const silent = setTimeout(lost, HEALS_MS);
      void over.then(() => {
        clearTimeout(silent);
        void ask();
      });
    };
    let hiddenAt = 0;
    // a phone that wakes up should not wait for the next try, nor for the end of what may be dead
    const awake = (slept: boolean): void => {
      if (!line.connected) line.socket.connect();
      else if (slept) void line.challenge();
      void ask();
      latest.current.onWake();
    };
    const seen = (): void => {
      if (document.visibilityState === 'hidden') hiddenAt = Date.now();
      else awake(hiddenAt !== 0 && Date.now() - hiddenAt > SLEPT_MS);
    };
    const online = (): void => awake(true);
    const trust = line.onDoubt(doubt);
    line.on('connect', connected);
    line.on('disconnect', lost);
    document.addEventListener('visibilitychange', seen);
    window.addEventListener('online', online);
    window.addEventListener('offline', lost);
    if (line.connected) connected();
    return () => {
      trust();
      line.off('connect', connected);
      line.off('disconnect', lost);
      document.removeEventListener('visibilitychange', seen);
      window.removeEventListener('online', online);
      window.removeEventListener('offline', lost);
    };
  }, []);
  useEffect(() => {
    const timer = setInterval(
      () => {
        if (document.visibilityState === 'visible' && connection().connected) void asks.current();
      },
      closely ? CLOSE_PING_MS : PING_MS,
    );
    return () => clearInterval(timer);
  }, [closely]);
  return state;
}
