'use client';
/**
 * A player's seat: who they are is a token in this browser, not the socket. A reload, a sleeping phone or a lost network
 * is the same as entering: send the token, show the view. How answers get to the server is told in use-delivery.ts.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import { lastMoment } from '../../../domain/live/last-moment.ts';
import { nextView, wholeView } from '../../../domain/live/read-view.ts';
import type { PlayerNews, PlayerView, Receipt, ShownQuestion } from '../../../domain/live/views.ts';
import type { RefusalCode } from '../../../domain/refusal.ts';
import { connection, request } from '../../_client/socket.ts';
import { type ConnectionState, useConnection } from '../../_client/use-connection.ts';
import { showSeat } from './seat-cookie.ts';
import { forgetSeat, isDead, keepCode, keptSeat } from './seat-key.ts';
import { type ServerClock, useServerClock } from './use-clock.ts';
import { type Delivery, useDelivery } from './use-delivery.ts';
import { isUndecided, useEntrance } from './use-entrance.ts';

/** So often somebody who was removed asks whether they are let back in. */
const BACK_MS = 5_000;

/** The bell of this player, who may have more time than others; null: none, or not yet. */
export function ownBell({ opensAt, closesAt, me }: PlayerView): number | null {
  if (opensAt === null || closesAt === null || me.timeFactor === null) return null;
  return lastMoment({ opensAt, closesAt }, me.timeFactor);
}

export interface PlayerSeat extends Omit<Delivery, 'recall' | 'appease'> {
  view: PlayerView | undefined;
  /** why there is no seat; `noSeat`: this browser has none in this session */
  gone: RefusalCode | 'noSeat' | undefined;
  connection: ConnectionState;
  clock: ServerClock;
  /** comes in with the seat that this browser has by now */
  enter(): void;
  /** tries the seat once more; where it is gone for good it is forgotten, and another one may be taken */
  leave(): Promise<void>;
}

/** A seat in a room: what its player sees, and what they send. */
export function usePlayer(session: string): PlayerSeat {
  const [view, setView] = useState<PlayerView>();
  const [gone, setGone] = useState<PlayerSeat['gone']>();
  const clock = useServerClock();
  const onReceipt = useCallback((receipt: Receipt) => setView((shown) => withReceipt(shown, receipt)), []);
  const bell = view?.phase === 'question' ? ownBell(view) : null;
  const { recall, appease, ...delivery } = useDelivery(session, { view, bell, clock, onReceipt });
  /** the next view is the first one of a stay in the room */
  const comes = useRef(true);
  const show = useCallback(
    (next: PlayerView) => {
      if (comes.current) recall(next);
      comes.current = false;
      setView((shown) => (shown !== undefined && shown.version > next.version ? shown : nextView(shown, next)));
      if (next.me.receipt !== null) appease();
    },
    [recall, appease],
  );
  const enter = useEntrance(async () => {
    const token = keptSeat(session);
    if (token === null) {
      setGone('noSeat');
      return undefined;
    }
    comes.current = true;
    void clock.measure();
    // a browser that keeps what lies in its store may have dropped its cookies
    showSeat(session, token);
    const reply = await request('play', { token });
    if (!reply.ok) {
      if (!isUndecided(reply.refused)) setGone(reply.refused);
      return reply.refused;
    }
    setGone(undefined);
    keepCode(reply.view.code, session);
    show(reply.view);
    return undefined;
  });
  const state = useConnection(enter, clock.measure, view?.phase === 'read' || view?.phase === 'question');
  useEffect(() => {
    const socket = connection();
    let question: ShownQuestion | null = null;
    const received = (news: PlayerNews): void => {
      const next = wholeView(news, question);
      if (next === undefined) return;
      question = next.question;
      if (next.session === session) show(next);
    };
    const removed = (message: { session: string }): void => {
      if (message.session === session) setGone('removed');
    };
    socket.on('player', received);
    socket.on('removed', removed);
    return () => {
      socket.off('player', received);
      socket.off('removed', removed);
    };
  }, [session, show]);
  // who was removed by mistake is let back in on the host's page, and need not do anything
  useEffect(() => {
    if (gone !== 'removed') return;
    const timer = setInterval(enter, BACK_MS);
    return () => clearInterval(timer);
  }, [gone, enter]);
  const leave = async (): Promise<void> => {
    const token = keptSeat(session);
    const reply = token === null ? undefined : await request('play', { token });
    if (reply?.ok === true) return enter();
    // a network that is away says nothing about the seat
    if (reply !== undefined && !isDead(reply.refused)) return;
    forgetSeat(session);
    setGone('noSeat');
  };
  return { ...delivery, enter, leave, view, gone, connection: state, clock };
}

function withReceipt(view: PlayerView | undefined, receipt: Receipt): PlayerView | undefined {
  return view === undefined || view.round !== receipt.round ? view : { ...view, me: { ...view.me, receipt } };
}
