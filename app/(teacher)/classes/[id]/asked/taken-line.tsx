'use client';
/** A colleague is answering: so that two do not do the same. */
import { useTranslations } from 'next-intl';
import { BDI } from '../../../../_i18n/bdi.tsx';
import { DateTime } from '../../../../_ui/date-time.tsx';

export function TakenLine({ taken }: { taken: { by: string; at: string } }) {
  const t = useTranslations('inquiries.desk');
  return (
    <span className="col-span-2 text-[13px] text-violet-ink">
      {t.rich('taking', { name: taken.by, ...BDI, time: () => <DateTime iso={taken.at} form="clock" /> })}
    </span>
  );
}
