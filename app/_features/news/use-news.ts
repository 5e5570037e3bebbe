'use client';
/** Hears what the server says to an account: that something was said, asked or is new. Asks again after a lost connection. */
import { useEffect, useRef } from 'react';
import type { Message } from '../../../domain/protocol.ts';
import { connection, request } from '../../_client/socket.ts';
import { isUndecided } from '../live/use-entrance.ts';

type Heard = 'remark' | 'inquiry' | 'notice';
interface Hearer<N extends Heard> {
  onNews(news: Message<N>): void;
  /** something may have been missed */
  onGap(): void;
}

const AGAIN_MS = 3_000;
/** All parts of the page that hear: the server is asked once for all of them. */
const hearers: { [N in Heard]: Set<Hearer<N>> } = { remark: new Set(), inquiry: new Set(), notice: new Set() };
let isFollowed = false;
let timer: ReturnType<typeof setTimeout> | undefined;

const all = (): { onGap(): void }[] => Object.values(hearers).flatMap((some) => [...some]);

/** First heard, then read. */
async function follow(): Promise<void> {
  clearTimeout(timer);
  const reply = await request('follow', {});
  isFollowed = reply.ok;
  if (reply.ok) for (const hearer of all()) hearer.onGap();
  else if (isUndecided(reply.refused) && all().length > 0) timer = setTimeout(() => void follow(), AGAIN_MS);
}

const heardBy =
  <N extends Heard>(name: N) =>
  (news: Message<N>): void => {
    for (const hearer of [...hearers[name]]) hearer.onNews(news);
  };
const heard = { remark: heardBy('remark'), inquiry: heardBy('inquiry'), notice: heardBy('notice') };
const connected = (): void => void follow();
const lost = (): void => {
  isFollowed = false;
};

function hear<N extends Heard>(name: N, hearer: Hearer<N>): () => void {
  const socket = connection();
  const isFirst = all().length === 0;
  hearers[name].add(hearer);
  if (isFirst) {
    socket.on('remark', heard.remark);
    socket.on('inquiry', heard.inquiry);
    socket.on('notice', heard.notice);
    socket.on('connect', connected);
    socket.on('disconnect', lost);
    if (socket.connected) connected();
  } else if (isFollowed) hearer.onGap();
  return () => {
    hearers[name].delete(hearer);
    if (all().length > 0) return;
    clearTimeout(timer);
    isFollowed = false;
    socket.off('remark', heard.remark);
    socket.off('inquiry', heard.inquiry);
    socket.off('notice', heard.notice);
    socket.off('connect', connected);
    socket.off('disconnect', lost);
  };
}

/**
 * @param name of what is heard
 * @param onNews of one of them
 * @param onGap something may have been missed: at each connection
 */
export function useNews<N extends Heard>(name: N, onNews: Hearer<N>['onNews'], onGap: Hearer<N>['onGap']): void {
  const latest = useRef({ onNews, onGap });
  latest.current = { onNews, onGap };
  useEffect(
    () => hear<N>(name, { onNews: (news) => latest.current.onNews(news), onGap: () => latest.current.onGap() }),
    [name],
  );
}
