'use client';
/** Regrades of this lesson so far, each with its report. */
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { RegradeOffer } from '../../../domain/judging/regrade-views.ts';
import { DateTime } from '../../_ui/date-time.tsx';

const SIGNS = { open: '…', applied: '✓', cancelled: '✕' } as const;

/** The page at `address`, with one regrade. */
export function addressOf(address: string, regrade: string): string {
  return `${address}${address.includes('?') ? '&' : '?'}regrade=${regrade}`;
}

interface PastRegradesProps {
  regrades: RegradeOffer['regrades'];
  shown: string | undefined;
  address: string;
}

/** A list of them; nothing where there are none. */
export function PastRegrades({ regrades, shown, address }: PastRegradesProps) {
  const t = useTranslations('desk.regrade');
  if (regrades.length === 0) return null;
  return (
    <section aria-labelledby="past" className="grid gap-2">
      <h2 id="past" className="font-semibold text-[15px] text-ink-2">
        {t('past')}
      </h2>
      <ol className="divide-y divide-line overflow-hidden rounded-2 border border-line bg-sheet">
        {regrades.map((one) => (
          <li key={one.id} className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 text-[14px]">
            <Link
              href={addressOf(address, one.id)}
              aria-current={one.id === shown ? 'true' : undefined}
              className="font-[550] underline decoration-line underline-offset-4 hover:text-violet-ink aria-[current]:text-violet-ink"
            >
              <DateTime iso={one.createdAt} />
            </Link>
            <span className="text-ink-2">{t('against', { version: one.version })}</span>
            <span className="text-ink-2">
              <span aria-hidden>{SIGNS[one.state]}</span> {t(`past${one.state}`)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
