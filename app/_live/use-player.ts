'use client';
/**
 * A player's seat: who they are is a token in this browser, not the socket. A reload, a sleeping phone or a lost network
 * is the same as entering: send the token, show the view. An answer is sent again under the same id until it is known
 * to be stored, or refused. What is picked or typed and not sent is stored on the way, and counts at the bell.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answer } from '../../domain/answer.ts';
import { lastMoment } from '../../domain/live/last-moment.ts';
import { nextView, wholeView } from '../../domain/live/read-view.ts';
import type { PlayerNews, PlayerView, Receipt, ShownQuestion } from '../../domain/live/views.ts';
import type { RefusalCode } from '../../domain/refusal.ts';
import { clientId } from './client-id.ts';
import { forgetSeat, keepCode, keptSeat } from './seat-key.ts';
import { connection, request } from './socket.ts';
import { type ServerClock, useServerClock } from './use-clock.ts';
import { type ConnectionState, useConnection } from './use-connection.ts';

/** How long what is typed waits before it is stored as a draft. */
const DRAFT_MS = 700;
/** Before the bell the last draft goes at once. */
const BEFORE_BELL_MS = 400;
/** So often somebody who was removed asks whether they are let back in. */
const BACK_MS = 5_000;

/** The bell of this player, who may have more time than others; null: none, or not yet. */
export function ownBell({ opensAt, closesAt, me }: PlayerView): number | null {
  if (opensAt === null || closesAt === null || me.timeFactor === null) return null;
  return lastMoment({ opensAt, closesAt }, me.timeFactor);
}

export interface PlayerSeat {
  view: PlayerView | undefined;
  /** why there is no seat; `noSeat`: this browser has none in this session */
  gone: RefusalCode | 'noSeat' | undefined;
  connection: ConnectionState;
  clock: ServerClock;
  /** what is on its way: shown as chosen, not yet as stored */
  sending: Answer | undefined;
  complaint: RefusalCode | undefined;
  send(answer: Answer): void;
  /** keeps what is picked or typed: it counts at the bell, unless something is sent; nothing, where it was taken off again */
  draft(answer: Answer): void;
  /** comes in with the seat that this browser has by now */
  enter(): void;
  /** forgets a seat that is one no more, so that another one may be taken */
  /** tries the seat once more; where it is gone for good a new one may be taken */
  leave(): Promise<void>;
}

export function usePlayer(session: string): PlayerSeat {
  const [view, setView] = useState<PlayerView>();
  const [gone, setGone] = useState<PlayerSeat['gone']>();
  const [sending, setSending] = useState<{ round: number; answer: Answer }>();
  const [complaint, setComplaint] = useState<RefusalCode>();
  const clock = useServerClock();
  const newest = useRef<{ id: string; stop(): void } | undefined>(undefined);
  const drafted = useRef<{ round: number; answer: Answer } | undefined>(undefined);
  /** rises with every change: a draft is sent again only while it is the last one */
  const changes = useRef(0);
  const draftTimer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const show = useCallback((next: PlayerView) => {
    setView((shown) => (shown !== undefined && shown.version > next.version ? shown : nextView(shown, next)));
    setComplaint((before) => (next.me.receipt === null ? before : undefined));
  }, []);
  const enter = useCallback((): void => {
    const token = keptSeat(session);
    if (token === null) {
      setGone('noSeat');
      return;
    }
    void clock.measure();
    void request('play', { token }).then((reply) => {
      if (reply.ok) {
        setGone(undefined);
        keepCode(reply.view.code, session);
        show(reply.view);
      } else if (reply.refused !== 'unavailable') setGone(reply.refused);
    });
  }, [session, clock, show]);
  const state = useConnection(enter, clock.measure);
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

  const send = (answer: Answer): void => {
    const token = keptSeat(session);
    if (view === undefined || token === null) return;
    const { round } = view;
    newest.current?.stop();
    drafted.current = undefined;
    changes.current += 1;
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
  const latestKeep = useRef<() => void>(() => undefined);
  const keepDraft = useCallback((): void => {
    clearTimeout(draftTimer.current);
    draftTimer.current = undefined;
    const token = keptSeat(session);
    const latest = drafted.current;
    if (latest === undefined || token === null) return;
    drafted.current = undefined;
    const change = changes.current;
    void request('answer', { token, ...latest, clientId: clientId(), provisional: true }).then((reply) => {
      // what was sent meanwhile stands
      if (reply.ok) return setView((shown) => withReceipt(shown, reply.receipt));
      if (change !== changes.current || (reply.refused !== 'unavailable' && reply.refused !== 'tooLate')) return;
      drafted.current = latest;
      // the host has rung the bell, and may open the question again
      if (reply.refused === 'tooLate') return;
      draftTimer.current ??= setTimeout(() => latestKeep.current(), DRAFT_MS);
    });
  }, [session]);
  latestKeep.current = keepDraft;
  useEffect(() => {
    // a phone that is put away keeps what was typed
    const leave = (): void => {
      if (document.visibilityState === 'hidden') keepDraft();
    };
    document.addEventListener('visibilitychange', leave);
    return () => document.removeEventListener('visibilitychange', leave);
  }, [keepDraft]);
  const draft = (answer: Answer): void => {
    if (view === undefined) return;
    changes.current += 1;
    drafted.current = { round: view.round, answer };
    draftTimer.current ??= setTimeout(keepDraft, DRAFT_MS);
  };
  const open = view?.phase === 'question';
  useEffect(() => {
    if (!open) return;
    setComplaint((before) => (before === 'tooLate' ? undefined : before));
    keepDraft();
  }, [open, keepDraft]);
  const bell = view?.phase === 'question' ? ownBell(view) : null;
  useEffect(() => {
    if (bell === null) return;
    const timer = setTimeout(keepDraft, Math.max(0, bell - clock.now() - BEFORE_BELL_MS));
    return () => clearTimeout(timer);
  }, [bell, clock, keepDraft]);
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
    forgetSeat(session);
    setGone('noSeat');
  };
  return {
    enter,
    leave,
    draft,
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
