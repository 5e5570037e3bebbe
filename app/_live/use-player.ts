'use client';
/**
 * A player's seat: who they are is a token in this browser, not the socket. A reload, a sleeping phone or a lost network
 * is the same as entering: send the token, show the view. An answer is sent again under the same id until it is known
 * to be stored, or refused.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answer } from '../../domain/answer.ts';
import type { PlayerView, Receipt } from '../../domain/live/views.ts';
import type { RefusalCode } from '../../domain/refusal.ts';
import { clientId, connection, request } from './socket.ts';
import { type ServerClock, useServerClock } from './use-clock.ts';
import { type ConnectionState, useConnection } from './use-connection.ts';

export function seatKey(session: string): string {
  return `nabla-seat:${session}`;
}

export interface PlayerSeat {
  view: PlayerView | undefined;
  gone: RefusalCode | undefined;
  connection: ConnectionState;
  clock: ServerClock;
  /** what is on its way: shown as chosen, not yet as stored */
  sending: Answer | undefined;
  complaint: RefusalCode | undefined;
  send(answer: Answer): void;
}

export function usePlayer(session: string): PlayerSeat {
  const [view, setView] = useState<PlayerView>();
  const [gone, setGone] = useState<RefusalCode>();
  const [sending, setSending] = useState<{ round: number; answer: Answer }>();
  const [complaint, setComplaint] = useState<RefusalCode>();
  const clock = useServerClock();
  const newest = useRef<{ id: string; stop(): void } | undefined>(undefined);
  const show = useCallback((next: PlayerView) => {
    setView((shown) => (shown !== undefined && shown.version > next.version ? shown : next));
    setComplaint((before) => (next.me.receipt === null ? before : undefined));
  }, []);
  const state = useConnection(() => {
    const token = localStorage.getItem(seatKey(session));
    if (token === null) return setGone('noSuchRoom');
    void clock.measure();
    void request('play', { token }).then((reply) => {
      if (reply.ok) {
        setGone(undefined);
        show(reply.view);
      } else if (reply.refused !== 'unavailable') setGone(reply.refused);
    });
  });
  useEffect(() => {
    const socket = connection();
    const received = (next: PlayerView): void => {
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

  const send = (answer: Answer): void => {
    const token = localStorage.getItem(seatKey(session));
    if (view === undefined || token === null) return;
    const { round } = view;
    newest.current?.stop();
    let stopped = false;
    const id = clientId();
    newest.current = { id, stop: () => (stopped = true) };
    setSending({ round, answer });
    setComplaint(undefined);
    void (async () => {
      while (!stopped) {
        const reply = await request('answer', { token, round, clientId: id, answer });
        if (stopped) return;
        if (reply.ok) {
          setView((shown) => withReceipt(shown, reply.receipt));
          return setSending(undefined);
        }
        if (reply.refused !== 'unavailable') {
          setComplaint(reply.refused);
          return setSending(undefined);
        }
        await new Promise((resolve) => setTimeout(resolve, 700));
      }
    })();
  };
  return {
    view,
    gone,
    connection: state,
    clock,
    sending: sending !== undefined && sending.round === view?.round ? sending.answer : undefined,
    complaint,
    send,
  };
}

function withReceipt(view: PlayerView | undefined, receipt: Receipt): PlayerView | undefined {
  return view === undefined || view.round !== receipt.round ? view : { ...view, me: { ...view.me, receipt } };
}
