'use client';
/** Says when the connection is lost; it heals by itself. */
import { useTranslations } from 'next-intl';
import type { ConnectionState } from '../../_live/use-connection.ts';

export function ConnectionNote({ state }: { state: ConnectionState }) {
  const t = useTranslations('common.connection');
  return (
    <p
      role="status"
      className={
        state === 'lost'
          ? 'fixed inset-x-0 top-0 z-40 bg-wait-soft px-4 py-2 text-center text-[14px] text-wait'
          : 'sr-only'
      }
    >
      {state === 'lost' ? t('lost') : ''}
    </p>
  );
}
