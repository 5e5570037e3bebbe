'use client';
/**
 * The host's first button and its keys: what it does next, how it waits a moment after each step, and how it asks once
 * before it takes the pen out of somebody's hand.
 */
import { useEffect, useRef, useState } from 'react';
import { askedKind } from '../../../../../domain/kinds/asked.ts';
import type { HostCommand } from '../../../../../domain/live/advance.ts';
import type { HostView } from '../../../../../domain/live/views.ts';

/** What `next` does, by phase: the words of the first button. */
function labelOf(view: HostView): string | undefined {
  switch (view.phase) {
    case 'lobby':
      return 'start';
    case 'read':
      return view.question !== null && askedKind(view.question).opens === 'options' ? 'openOptions' : 'openQuestion';
    case 'question':
      return 'close';
    case 'closed':
      return 'showAnswer';
    case 'discuss':
      return 'voteAgain';
    case 'reveal':
      return 'standings';
    case 'standings':
      return view.number < view.rounds ? 'nextQuestion' : 'toPodium';
    case 'podium':
      return 'finish';
    default:
      return undefined;
  }
}

/** Those who are here and have not sent anything. */
function writing(view: HostView): HostView['people'] {
  return view.people.filter((one) => one.present && one.sentAt === null);
}

export interface Next {
  label: string | undefined;
  /** the room has just moved on: a press was meant for what was before */
  guarded: boolean;
  /** pressed once while so many were still writing: once more rings the bell for them too */
  asking: HostView['people'];
  /** those from whom something would be taken that ends the question now */
  writing: HostView['people'];
  press(): void;
}

interface NextOptions {
  view: HostView | undefined;
  now(): number;
  /** the clock of the question has run out: nobody is interrupted any more but who has more time */
  timeUp: boolean;
  onCommand(command: HostCommand): void;
}

export function useNext({ view, now, timeUp, onCommand }: NextOptions): Next {
  const guarded = useGuard(view?.guardedUntil ?? 0, now);
  const [asked, setAsked] = useState<string>();
  const askedAt = useRef(0);
  const where = view === undefined ? '' : `${view.phase} ${view.round}`;
  const label = view === undefined ? undefined : labelOf(view);
  // after the bell of all others somebody may have more time
  const waited = view?.phase === 'question' && (!timeUp || view.moreTime > 0) ? writing(view) : [];
  const asking = asked === where ? waited : [];
  const press = (): void => {
    if (view === undefined || label === undefined || guarded) return;
    if (waited.length > 0 && asking.length === 0) {
      setAsked(where);
      askedAt.current = performance.now();
    } else if (asking.length === 0 || performance.now() - askedAt.current > TWICE_MS)
      onCommand({ type: 'next', phase: view.phase, round: view.round });
  };
  useKeys({
    onNext: press,
    onBack: () => view?.phase === 'closed' && onCommand({ type: 'reopen', seconds: REOPEN_SECONDS }),
  });
  return { label, guarded, asking, writing: waited, press };
}

/** Pressed twice in so short a time it was one press. */
const TWICE_MS = 600;
/** Long enough to finish a line. */
export const REOPEN_SECONDS = 30;

/** Whether the moment after the last step still runs, by the server's clock. */
function useGuard(until: number, now: () => number): boolean {
  const [over, setOver] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => setOver(until), Math.max(0, until - now()));
    return () => clearTimeout(timer);
  }, [until, now]);
  return over < until;
}

/** → and Enter go on; presenters' clickers send Page Down and Page Up. */
function useKeys({ onNext, onBack }: { onNext(): void; onBack(): void }): void {
  const latest = useRef({ onNext, onBack });
  latest.current = { onNext, onBack };
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const on = event.target instanceof HTMLElement ? event.target : null;
      if (event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      if (on?.closest('input, textarea, select, [contenteditable="true"], [role="menu"]')) return;
      // a dialog asks something, wherever the focus is: a clicker must not go on behind it
      if (document.querySelector('[role="dialog"], [role="alertdialog"]') !== null) return;
      const inControl = on?.closest('button, a, summary') !== null && on !== null;
      if (event.key === 'PageUp') {
        event.preventDefault();
        latest.current.onBack();
      } else if (event.key === 'PageDown' || event.key === 'ArrowRight' || (event.key === 'Enter' && !inControl)) {
        event.preventDefault();
        latest.current.onNext();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
