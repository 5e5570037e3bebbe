'use client';
/** What the server stored, and when: something to hold on to. */
import { useTranslations } from 'next-intl';
import type { Receipt } from '../../../domain/live/views.ts';

export function ReceiptLine({ receipt }: { receipt: Receipt }) {
  const t = useTranslations('live.play');
  const time = new Intl.DateTimeFormat(undefined, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
  }).format(new Date(receipt.receivedAt));
  return (
    <p className="py-3 text-center text-[12.5px] text-ink-3 tabular-nums">
      {t('receipt', { mark: receipt.mark, time })}
    </p>
  );
}
