/** Says to the other tabs that storage has changed; where browsers cannot, tabs look when it is their turn to send. */
export interface Channel {
  tell(): void;
  hear(hearer: () => void): void;
  close(): void;
}

export function openChannel(): Channel {
  if (typeof BroadcastChannel === 'undefined')
    return { tell: () => undefined, hear: () => undefined, close: () => undefined };
  const channel = new BroadcastChannel('nabla-outbox');
  return {
    tell: () => channel.postMessage(null),
    hear(hearer) {
      channel.onmessage = hearer;
    },
    close: () => channel.close(),
  };
}
