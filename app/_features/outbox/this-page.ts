'use client';
/** The outbox of this page, and what wakes it: the network, the page coming back, the page going. */
import { askBeforeLeaving } from '../../_client/before-leaving.ts';
import { clientId } from '../../_client/client-id.ts';
import { alone } from './alone.ts';
import { openChannel } from './channel.ts';
import { openNote } from './note.ts';
import { Outbox } from './outbox.ts';
import { sendEntry } from './send.ts';
import { openStore } from './store.ts';

let opened: { user: string; outbox: Outbox } | undefined;

/**
 * The outbox of the account whose page this is; only in a browser.
 * @param serverNow the server's clock when it made the page
 */
export function outboxOf(user: string, serverNow: number): Outbox {
  if (opened?.user === user) return opened.outbox;
  opened?.outbox.stop();
  const outbox = new Outbox(user, {
    store: openStore(),
    note: openNote(),
    send: sendEntry,
    alone,
    channel: openChannel(),
    now: () => Date.now(),
    ahead: serverNow - Date.now(),
    random: Math.random,
    newId: clientId,
    online: () => navigator.onLine,
  });
  if (opened === undefined) listen();
  opened = { user, outbox };
  return outbox;
}

function listen(): void {
  const hurry = (): void => opened?.outbox.hurry();
  for (const event of ['online', 'focus', 'pageshow']) window.addEventListener(event, hurry);
  window.addEventListener('pagehide', () => opened?.outbox.leave());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') hurry();
    else opened?.outbox.leave();
  });
  askBeforeLeaving(() => opened?.outbox.risky === true);
}
