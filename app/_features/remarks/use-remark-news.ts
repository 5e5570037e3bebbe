'use client';
/** Hears that something was said to a submission, one's own or of one's classes, and asks again after a lost connection. */
import { useEffect, useRef } from 'react';
import type { Message } from '../../../domain/protocol.ts';
import { connection, request } from '../../_client/socket.ts';
import { isUndecided } from '../live/use-entrance.ts';

interface Hearer {
  onNews(news: Message<'remark'>): void;
  /** something may have been missed */
  onGap(): void;
}

const AGAIN_MS = 3_000;
/** All parts of the page that hear: the server is asked once for all of them. */
const hearers = new Set<Hearer>();
let isFollowed = false;
let timer: ReturnType<typeof setTimeout> | undefined;

/** First heard, then read. */
async function follow(): Promise<void> {
  clearTimeout(timer);
  const reply = await request('follow', {});
  isFollowed = reply.ok;
  if (reply.ok) for (const hearer of [...hearers]) hearer.onGap();
  else if (isUndecided(reply.refused) && hearers.size > 0) timer = setTimeout(() => void follow(), AGAIN_MS);
}

const heard = (news: Message<'remark'>): void => {
  for (const hearer of [...hearers]) hearer.onNews(news);
};
const connected = (): void => void follow();
const lost = (): void => {
  isFollowed = false;
};

function hear(hearer: Hearer): () => void {
  const socket = connection();
  hearers.add(hearer);
  if (hearers.size === 1) {
    socket.on('remark', heard);
    socket.on('connect', connected);
    socket.on('disconnect', lost);
    if (socket.connected) connected();
  } else if (isFollowed) hearer.onGap();
  return () => {
    hearers.delete(hearer);
    if (hearers.size > 0) return;
    clearTimeout(timer);
    isFollowed = false;
    socket.off('remark', heard);
    socket.off('connect', connected);
    socket.off('disconnect', lost);
  };
}

/**
 * @param onNews of one submission
 * @param onGap something may have been missed: at each connection
 */
export function useRemarkNews(onNews: Hearer['onNews'], onGap: Hearer['onGap']): void {
  const latest = useRef({ onNews, onGap });
  latest.current = { onNews, onGap };
  useEffect(() => hear({ onNews: (news) => latest.current.onNews(news), onGap: () => latest.current.onGap() }), []);
}
