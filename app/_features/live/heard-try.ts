'use client';
/** Hears on the page's socket that the result of a try is there. */
import { connection } from '../../_client/socket.ts';

export function heardTry(id: string, ended: AbortSignal): Promise<void> {
  const socket = connection();
  return new Promise((resolve) => {
    const heard = (message: { try: string }): void => {
      if (message.try === id) resolve();
    };
    socket.on('tried', heard);
    ended.addEventListener('abort', () => socket.off('tried', heard), { once: true });
  });
}
