'use client';
/**
 * Brings what a player sends or types to the server. What is sent goes again under the same id until it is known to be stored, or
 * refused; what is picked or typed and not sent is stored on the way, and counts at the bell. Until then this browser
 * keeps it, and an earlier page's goes on from this one.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answer } from '../../../domain/answer.ts';
import type { Phase } from '../../../domain/live/state.ts';
import type { PlayerView, Receipt } from '../../../domain/live/views.ts';
import type { RefusalCode } from '../../../domain/refusal.ts';
import { askBeforeLeaving } from '../../_client/before-leaving.ts';
import { clientId } from '../../_client/client-id.ts';
import { request } from '../../_client/socket.ts';
import {
  forgetKept,
  forgetWritten,
  keepAsTyped,
  keepSent,
  keepTyped,
  keptAnswer,
  type Written,
} from './kept-answer.ts';
import { keptSeat } from './seat-key.ts';
import type { ServerClock } from './use-clock.ts';

/** How long what is typed waits before it is stored as a draft, and what could not be sent before it goes again. */
const AGAIN_MS = 700;
/** Where the server said that it is too much, or that it cannot yet. */
const PATIENT_MS = 3_000;
/** Before the bell the last draft goes at once. */
const BEFORE_BELL_MS = 400;
/** After the bell a host may open the question again; then it is over. */
const UNDECIDED: ReadonlySet<Phase> = new Set(['read', 'question', 'closed']);

/**
 * What becomes of what was refused: it goes again; it is not handed in, but it is written; it waits for its seat; it has
 * no place any more.
 */
type Fate = 'again' | 'written' | 'waits' | 'none';
const FATES: Partial<Record<RefusalCode, Fate>> = {
  unavailable: 'again',
  tooMany: 'again',
  storedLater: 'again',
  tooLate: 'written',
  unreadable: 'written',
  twoReadings: 'written',
  removed: 'waits',
  notSignedIn: 'waits',
};
const pauseAfter = (refused: RefusalCode): number => (refused === 'unavailable' ? AGAIN_MS : PATIENT_MS);

interface Deliveries {
  view: PlayerView | undefined;
  /** when this player's bell rings; null: none, or not yet */
  bell: number | null;
  clock: ServerClock;
  onReceipt(receipt: Receipt): void;
}

export interface Delivery {
  /** what is on its way: shown as chosen, not yet as stored */
  sending: Answer | undefined;
  /** what an earlier page left: it stands in the field again */
  recalled: Answer | undefined;
  /** what stands in the field could not be stored so far */
  waiting: boolean;
  complaint: RefusalCode | undefined;
  send(answer: Answer): void;
  /** keeps what is picked or typed: it counts at the bell, unless something is sent; nothing, where it was taken off again */
  draft(answer: Answer): void;
  /** sends what an earlier page, or an earlier stay in the room, left */
  recall(view: PlayerView): void;
  /** what was complained of is settled */
  appease(): void;
}

export function useDelivery(session: string, { view, bell, clock, onReceipt }: Deliveries): Delivery {
  const [sending, setSending] = useState<{ round: number; answer: Answer }>();
  const [recalled, setRecalled] = useState<{ round: number; answer: Answer }>();
  const [waiting, setWaiting] = useState(false);
  const [complaint, setComplaint] = useState<RefusalCode>();
  /** the id of what is being sent */
  const newest = useRef<string>(undefined);
  const drafted = useRef<(Written & { round: number }) | undefined>(undefined);
  /** the id of the draft that is being stored */
  const storing = useRef<string>(undefined);
  /** rises with every change: a draft is sent again only while it is the last one */
  const changes = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const there = useRef(true);

  const later = useCallback((ms: number): void => {
    if (there.current) timer.current ??= setTimeout(() => latest.current(), ms);
  }, []);
  const store = useCallback((): void => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const token = keptSeat(session);
    const draft = drafted.current;
    if (draft === undefined || token === null) return;
    drafted.current = undefined;
    storing.current = draft.id;
    const change = changes.current;
    const { round, id, answer } = draft;
    void request('answer', { token, round, answer, clientId: id, provisional: true }).then((reply) => {
      if (storing.current === id) storing.current = undefined;
      const isLast = change === changes.current;
      if (reply.ok) {
        forgetWritten(session, id);
        if (isLast) setWaiting(false);
        return onReceipt(reply.receipt);
      }
      const fate = FATES[reply.refused] ?? 'none';
      // what was sent stands; what was typed after it stays in the field
      if (fate === 'none' && reply.refused !== 'alreadyAnswered') forgetWritten(session, id);
      if (!isLast) return;
      setWaiting(fate === 'again');
      if (fate !== 'again' && fate !== 'written') return;
      drafted.current = draft;
      // the host has rung the bell, and may open the question again
      if (fate === 'again') later(pauseAfter(reply.refused));
    });
  }, [session, onReceipt, later]);
  const latest = useRef(store);
  latest.current = store;

  const deliver = useCallback(
    (round: number, { id, answer }: Written): void => {
      newest.current = id;
      drafted.current = undefined;
      const change = ++changes.current;
      setSending({ round, answer });
      setComplaint(undefined);
      setWaiting(false);
      // another page of this seat, or this one when it comes back to the room, may have sent a newer one by now
      const stands = (): boolean => newest.current === id && keptAnswer(session)?.sent?.id === id;
      const end = (complaint?: RefusalCode): void => {
        if (newest.current !== id) return;
        newest.current = undefined;
        setSending(undefined);
        setComplaint(complaint);
      };
      void (async () => {
        for (let token = keptSeat(session); token !== null && stands(); token = keptSeat(session)) {
          const reply = await request('answer', { token, round, clientId: id, answer });
          if (reply.ok) {
            forgetWritten(session, id);
            if (newest.current === id) onReceipt(reply.receipt);
            return end();
          }
          if (!stands()) break;
          const fate = FATES[reply.refused] ?? 'none';
          if (fate !== 'again') {
            if (fate === 'none' || (fate === 'written' && change !== changes.current)) forgetWritten(session, id);
            else if (fate === 'written') {
              keepAsTyped(session, id);
              drafted.current = { round, id, answer };
              if (reply.refused !== 'tooLate') later(0);
            }
            return end(reply.refused);
          }
          if (reply.refused !== 'unavailable') setComplaint(reply.refused);
          await new Promise((resolve) => setTimeout(resolve, pauseAfter(reply.refused)));
        }
        end();
      })();
    },
    [session, onReceipt, later],
  );

  const recall = useCallback(
    ({ round, phase, me }: PlayerView): void => {
      if (me.receipt?.round === round) forgetWritten(session, me.receipt.clientId);
      const kept = keptAnswer(session);
      const open = kept?.round === round && (phase === 'question' || phase === 'closed');
      const { sent, typed } = open ? kept : { sent: null, typed: null };
      setRecalled(typed === null ? undefined : { round, answer: typed.answer });
      if (sent !== null && newest.current === undefined) deliver(round, sent);
      // nothing that is typed replaces what was sent; and what this page has typed is on its way
      if (typed === null || sent !== null || me.receipt?.provisional === false) return;
      if (drafted.current !== undefined || storing.current === typed.id) return;
      drafted.current = { round, ...typed };
      changes.current += 1;
      setWaiting(true);
      if (phase === 'question') store();
    },
    [session, deliver, store],
  );

  const send = (answer: Answer): void => {
    if (view === undefined || keptSeat(session) === null) return;
    const sent = { id: clientId(), answer };
    keepSent(session, view.round, sent);
    deliver(view.round, sent);
  };
  const draft = (answer: Answer): void => {
    if (view === undefined) return;
    const { round, me } = view;
    const typed = { id: clientId(), answer };
    keepTyped(session, round, typed);
    changes.current += 1;
    if (me.receipt?.provisional === false) return;
    drafted.current = { round, ...typed };
    later(AGAIN_MS);
  };

  useEffect(() => {
    there.current = true;
    // a phone that is put away keeps what was typed
    const leave = (): void => {
      if (document.visibilityState === 'hidden') latest.current();
    };
    document.addEventListener('visibilitychange', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      // once: from here on the room that is entered next looks after it
      there.current = false;
      latest.current();
    };
  }, []);
  const open = view?.phase === 'question';
  useEffect(() => {
    if (!open) return;
    setComplaint((before) => (before === 'tooLate' ? undefined : before));
    store();
  }, [open, store]);
  useEffect(() => {
    if (bell === null) return;
    const ring = setTimeout(store, Math.max(0, bell - clock.now() - BEFORE_BELL_MS));
    return () => clearTimeout(ring);
  }, [bell, clock, store]);
  const [round, phase] = [view?.round, view?.phase];
  useEffect(() => {
    const kept = keptAnswer(session);
    if (kept === undefined || round === undefined || phase === undefined || kept.round > round) return;
    if (kept.round < round || !UNDECIDED.has(phase)) forgetKept(session);
  }, [session, round, phase]);
  // the page that comes next has it, but who closes this one may open none before the bell
  const unsent = waiting || (sending !== undefined && sending.round === round);
  useEffect(() => (unsent ? askBeforeLeaving(() => true) : undefined), [unsent]);
  const appease = useCallback((): void => setComplaint(undefined), []);
  return {
    sending: sending?.round === round ? sending?.answer : undefined,
    recalled: recalled?.round === round ? recalled?.answer : undefined,
    waiting,
    complaint,
    send,
    draft,
    recall,
    appease,
  };
}
