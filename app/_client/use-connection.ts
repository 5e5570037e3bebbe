'use client';
/** Whether the line holds, and how; calls back at each (re)connection, which is the time to ask for the truth again. */
import { useEffect, useRef, useState } from 'react';
import { connection, request } from './socket.ts';

/** `polling`: connected, but a network on the way blocks WebSockets */
export type ConnectionState = 'connecting' | 'connected' | 'polling' | 'lost';

/** So often a page that is looked at asks whether it is still heard. */
const PING_MS = 4000;
/** A second connection that answers so soon has healed it before anybody is told. */
const HEALS_MS = 300;
/** Who looked away for longer may have slept, and slept through the end of the connection. */
const SLEPT_MS = 5000;

/** @param onWake called when a page is looked at again, or the network is back: clocks may have stood still */
export function useConnection(onConnect: () => void, onWake: () => void = () => undefined): ConnectionState {
  const [state, setState] = useState<ConnectionState>('connecting');
  const latest = useRef({ onConnect, onWake });
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
    /** Is anybody there? */
    const ask = async (): Promise<void> => {
      const reply = await request('clock', {});
      if (reply.ok) how();
      else lost();
    };
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
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible' && line.connected) void ask();
    }, PING_MS);
    const trust = line.onDoubt(doubt);
    line.on('connect', connected);
    line.on('disconnect', lost);
    document.addEventListener('visibilitychange', seen);
    window.addEventListener('online', online);
    window.addEventListener('offline', lost);
    if (line.connected) connected();
    return () => {
      clearInterval(timer);
      trust();
      line.off('connect', connected);
      line.off('disconnect', lost);
      document.removeEventListener('visibilitychange', seen);
      window.removeEventListener('online', online);
      window.removeEventListener('offline', lost);
    };
  }, []);
  return state;
}
