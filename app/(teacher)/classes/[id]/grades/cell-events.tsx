'use client';
/** All that happened with a cell, newest first: handed in, graded another time, changed by whom. Nothing is taken out of it. */
import { useTranslations } from 'next-intl';
import type { CellEvent } from '../../../../../domain/activities/cell-told.ts';
import { BDI } from '../../../../_i18n/bdi.tsx';
import { DateTime } from '../../../../_ui/date-time.tsx';
import { ChangedFields } from '../activities/[activity]/changed-fields.tsx';

export function CellEvents({ events, zone }: { events: readonly CellEvent[]; zone: string | null }) {
  const t = useTranslations('grades');
  return (
    <section className="grid gap-2">
      <h3 className="font-semibold text-[14px]">{t('happened')}</h3>
      {events.length === 0 ? (
        <p className="text-[13.5px] text-ink-2">{t('nothingHappened')}</p>
      ) : (
        <ol className="grid gap-3 border-line border-s ps-4 text-[13.5px]">
          {events.map((event) => (
            <li key={event.id} className="grid gap-0.5">
              <Event event={event} />
              <ChangedFields fields={event.fields} zone={zone} />
              <span className="text-[12.5px] text-ink-3">
                <DateTime iso={event.at} form="dated" />
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Event({ event: { what, by, question, points, maxPoints, days, counts } }: { event: CellEvent }) {
  const t = useTranslations('grades');
  const of = points === null || maxPoints === null ? null : t('pointsOutOf', { points, max: maxPoints });
  return (
    <span>
      <span className="font-[550]">{t(`events.${what}`)}</span>
      {by !== null && <> {t.rich('by', { name: by, ...BDI })}</>}
      {question !== null && (
        <>
          : <bdi>{question}</bdi>
        </>
      )}
      {of !== null && <span className="tabular-nums"> · {of}</span>}
      {days > 0 && <span className="text-wait"> · ◷ {t('daysLate', { days })}</span>}
      {counts && <span className="text-good"> · ✓ {t('thisCounts')}</span>}
    </span>
  );
}
