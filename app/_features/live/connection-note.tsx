'use client';
/** Says when the connection is lost, which heals by itself, and when it goes the slower way. */
import { useTranslations } from 'next-intl';
import type { ConnectionState } from '../../_client/use-connection.ts';

export function ConnectionNote({ state }: { state: ConnectionState }) {
  const t = useTranslations('common.connection');
  return (
    <p
      role="status"
      className={
        state === 'lost'
          ? 'fixed inset-x-0 top-0 z-40 bg-wait-soft px-4 py-2 text-center text-[14px] text-wait'
          : state === 'polling'
            ? 'px-4 pt-1.5 text-center text-[12.5px] text-ink-3'
            : 'sr-only'
      }
    >
      {state === 'lost' || state === 'polling' ? t(state) : ''}
    </p>
  );
}
