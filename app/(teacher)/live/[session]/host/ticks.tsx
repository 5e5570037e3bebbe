'use client';
/** Who has sent an answer, as it comes: everybody in a fixed place, so that one sees at a glance whom the room waits for. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { HostView } from '../../../../../domain/live/views.ts';

/** So long the newest one is marked. */
const NEW_MS = 2000;
type Person = HostView['people'][number];

export function Ticks({ view, now }: { view: HostView; now(): number }) {
  const t = useTranslations('live.host');
  const newest = useNewest(view.people, now);
  const sent = view.people.filter((one) => one.sentAt !== null).length;
  return (
    <section aria-label={t('whoHasSent')} className="grid gap-3">
      <p className="flex items-baseline gap-2 text-[18px] text-ink-2">
        <b className="font-semibold text-[40px] text-ink tabular-nums leading-none">{sent}</b>
        {t('haveSent', { players: view.people.length })}
      </p>
      <ul className="grid grid-cols-2 gap-1.5 text-[14px] max-sm:text-[13px] xl:grid-cols-3">
        {view.people.map((one) => (
          <Tick key={one.id} person={one} opensAt={view.opensAt} isNew={newest === one.id} />
        ))}
      </ul>
    </section>
  );
}

function Tick({ person, opensAt, isNew }: { person: Person; opensAt: number | null; isNew: boolean }) {
  const t = useTranslations('live.host');
  const state = person.sentAt !== null ? 'sent' : person.present ? 'nothing' : 'away';
  return (
    <li
      className={clsx(
        'flex min-h-10 items-center gap-2 rounded-[10px] border px-3',
        state === 'sent' && 'border-transparent bg-violet-soft text-violet-ink',
        state === 'nothing' && 'border-line bg-sheet',
        state === 'away' && 'border-transparent bg-wait-soft text-wait',
        isNew && 'outline-2 outline-violet',
      )}
    >
      <span aria-hidden className="w-4 shrink-0">
        {state === 'sent' ? '✓' : state === 'away' ? '▲' : '·'}
      </span>
      <span className="min-w-0 flex-1 truncate">
        <bdi>{person.nickname}</bdi>
      </span>
      <span className={clsx('shrink-0 tabular-nums', state === 'nothing' && 'text-ink-3 max-sm:sr-only')}>
        {person.sentAt === null ? (
          t(state === 'away' ? 'away' : 'nothingYet')
        ) : (
          <After from={opensAt} at={person.sentAt} />
        )}
      </span>
    </li>
  );
}

/** Minutes and seconds after the options opened. */
function After({ from, at }: { from: number | null; at: number }) {
  const t = useTranslations('live.host');
  const seconds = Math.max(0, Math.round((at - (from ?? at)) / 1000));
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return (
    <>
      <span className="sr-only">{t('hasAnswered')} </span>
      {clock}
    </>
  );
}

/** Who sent last, for a moment. */
function useNewest(people: readonly Person[], now: () => number): string | undefined {
  const last = people.reduce<Person | undefined>(
    (best, one) => ((one.sentAt ?? 0) > (best?.sentAt ?? 0) ? one : best),
    undefined,
  );
  const [shown, setShown] = useState<string>();
  const [id, at] = [last?.id, last?.sentAt ?? null];
  useEffect(() => {
    const left = at === null ? 0 : at + NEW_MS - now();
    setShown(left > 0 ? id : undefined);
    if (left <= 0) return;
    const timer = setTimeout(() => setShown(undefined), left);
    return () => clearTimeout(timer);
  }, [id, at, now]);
  return shown;
}
