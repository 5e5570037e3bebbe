'use client';
/** That the answer is stored, as a sentence; its code, to compare with a teacher, is behind it. */
import { useTranslations } from 'next-intl';
import type { Receipt } from '../../../domain/live/views.ts';
import { useTimes } from '../../_i18n/use-times.ts';

export function ReceiptLine({ receipt }: { receipt: Receipt }) {
  const t = useTranslations('live.play');
  const written = useTimes();
  return (
    <details className="py-2 text-center text-[13px] text-ink-3">
      <summary className="inline-flex min-h-11 cursor-pointer items-center gap-1.5">
        <span aria-hidden>✓</span> {t('isStored')}
      </summary>
      <p className="pb-2 tabular-nums">
        {t('receipt', { mark: receipt.mark, time: written(receipt.receivedAt, 'exact') })}
      </p>
    </details>
  );
}
