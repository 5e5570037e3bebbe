'use client';
/** Whether the socket is connected, and how; calls back at each (re)connection, which is the time to ask for the truth again. */
import { useEffect, useRef, useState } from 'react';
import { connection } from './socket.ts';

/** `polling`: connected, but a network on the way blocks WebSockets */
export type ConnectionState = 'connecting' | 'connected' | 'polling' | 'lost';

export function useConnection(onConnect: () => void): ConnectionState {
  const [state, setState] = useState<ConnectionState>('connecting');
  const latest = useRef(onConnect);
  latest.current = onConnect;
  useEffect(() => {
    const socket = connection();
    const how = (): void => setState(socket.io.engine.transport.name === 'polling' ? 'polling' : 'connected');
    const connected = (): void => {
      how();
      socket.io.engine.once('upgrade', how);
      latest.current();
    };
    const lost = (): void => setState('lost');
    // a phone that wakes up should not wait for the next try
    const awake = (): void => {
      if (document.visibilityState === 'visible' && !socket.connected) socket.connect();
    };
    socket.on('connect', connected);
    socket.on('disconnect', lost);
    document.addEventListener('visibilitychange', awake);
    if (socket.connected) connected();
    return () => {
      socket.off('connect', connected);
      socket.off('disconnect', lost);
      document.removeEventListener('visibilitychange', awake);
    };
  }, []);
  return state;
}
