'use client';
/** The time that is left, by the server's clock; what is typed is sent before it ends, and the page is read anew after it. */
import clsx from 'clsx';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { request } from '../../_client/socket.ts';
import { outboxOf } from '../outbox/this-page.ts';

const TICK_MS = 250;
/** So long before its end what is typed goes to the server, whoever is still typing. */
const SENT_BEFORE_MS = [4_000, 1_500, 500];
const AFTER_MS = 400;
const SHORT_MS = 60_000;

interface TimeLeftProps {
  user: string;
  /** the server's clock when it made the page, and the database's */
  now: number;
  ahead: number;
  endsAt: number;
}

export function TimeLeft({ user, now, ahead, endsAt }: TimeLeftProps) {
  const t = useTranslations('activities.page');
  const router = useRouter();
  const [left, setLeft] = useState(endsAt - ahead);
  useEffect(() => {
    // from when the page was made, until the server's clock has been asked; a device's own may be set while this runs
    let known = { server: ahead, here: performance.now() };
    const remaining = (): number => endsAt - known.server - (performance.now() - known.here);
    let timers: ReturnType<typeof setTimeout>[] = [];
    const set = (): void => {
      for (const one of timers) clearTimeout(one);
      const rest = remaining();
      const flush = (): void => void outboxOf(user, now).flush();
      timers = SENT_BEFORE_MS.map((before) => rest - before)
        .filter((wait) => wait > 0)
        .map((wait) => setTimeout(flush, wait));
      timers.push(setTimeout(() => router.refresh(), Math.max(0, rest) + AFTER_MS));
    };
    set();
    let gone = false;
    const asked = performance.now();
    void request('clock', {}).then((reply) => {
      if (gone || !reply.ok) return;
      const here = performance.now();
      known = { server: reply.now + (here - asked) / 2, here };
      set();
    });
    const timer = setInterval(() => setLeft(Math.max(0, remaining())), TICK_MS);
    return () => {
      gone = true;
      clearInterval(timer);
      for (const one of timers) clearTimeout(one);
    };
  }, [user, now, ahead, endsAt, router]);
  const seconds = Math.ceil(left / 1000);
  return (
    <div className="sticky top-14 z-10 -mx-1 rounded-[10px] border border-line bg-paper px-4 py-2 shadow-sheet">
      <p role="timer" className={clsx('font-semibold tabular-nums', left < SHORT_MS && 'text-wrong')}>
        {t('left', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 })}
      </p>
      {/* read out as the minutes go, not with each second */}
      <p role="status" className="sr-only">
        {t('minutesLeft', { minutes: Math.ceil(seconds / 60) })}
      </p>
    </div>
  );
}
