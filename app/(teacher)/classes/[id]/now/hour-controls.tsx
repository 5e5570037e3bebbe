'use client';
/** The hour in which the class works together: begun, paused, brought to one place, ended. */
import { useTranslations } from 'next-intl';
import type { HourView } from '../../../../../domain/class-now/hour.ts';
import type { GivenPlaces } from '../../../../../domain/class-now/work.ts';
import { useCommand } from '../../../../_client/use-command.ts';
import { PauseSign } from '../../../../_features/class-now/signs.tsx';
import { BDI } from '../../../../_i18n/bdi.tsx';
import { Button } from '../../../../_ui/button.tsx';
import { DateTime } from '../../../../_ui/date-time.tsx';
import { useAsking } from '../../../../_ui/use-asking.tsx';
import { BringMenu } from './bring-menu.tsx';
import type { Seen } from './seen.ts';

interface HourControlsProps {
  classId: string;
  hour: HourView | null;
  given: readonly GivenPlaces[];
  students: readonly Seen[];
  mayLead: boolean;
  onDone(): void;
}

export function HourControls({ classId, hour, given, students, mayLead, onDone }: HourControlsProps) {
  const t = useTranslations('now.desk');
  const { busy, error, send } = useCommand();
  const { ask, dialog } = useAsking();
  const done = (what: object | undefined): void => {
    if (what !== undefined) onDone();
  };
  if (hour === null && !mayLead) return null;
  const place = hour?.place ?? null;
  const there = students.filter(({ at, work }) => at?.lesson === place?.lesson && work.state !== 'away').length;
  return (
    <section
      aria-label={t('together')}
      className="grid grid-cols-[minmax(0,1fr)] gap-3 rounded-2 border border-line bg-sheet px-4 py-3.5 sm:px-5"
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2.5">
        {hour === null ? (
          <p className="min-w-0 flex-1 basis-72 text-[14px] text-ink-2">{t('off')}</p>
        ) : (
          <p className="min-w-0 flex-1 basis-56 text-[14.5px]">
            <span aria-hidden className="text-violet-ink">
              ●{' '}
            </span>
            {t.rich('since', {
              time: () => <DateTime iso={new Date(hour.begunAt).toISOString()} form="clock" />,
            })}
            {place !== null && (
              <span className="block text-[13.5px] text-ink-2">
                {t.rich('placed', {
                  heading: place.heading ?? place.title,
                  here: there,
                  students: students.length,
                  ...BDI,
                })}
              </span>
            )}
          </p>
        )}
        {mayLead && hour === null && (
          <Button look="first" idle={busy} onClick={async () => done(await send('now.begin', { classId }))}>
            {t('begin')}
          </Button>
        )}
        {mayLead && hour !== null && (
          <div className="flex flex-wrap items-center gap-2">
            <Button
              look={hour.paused ? 'first' : 'plain'}
              idle={busy}
              onClick={async () => done(await send('now.pause', { classId, paused: !hour.paused }))}
            >
              <PauseSign goesOn={hour.paused} /> {t(hour.paused ? 'goOn' : 'pause')}
            </Button>
            <BringMenu given={given} onBring={async (to) => done(await send('now.bring', { classId, ...to }))} />
            <Button
              look="quiet"
              idle={busy}
              onClick={async () => {
                if (await ask({ title: t('endAsk'), text: t('endText'), act: t('end') }))
                  done(await send('now.end', { classId }));
              }}
            >
              {t('end')}
            </Button>
          </div>
        )}
      </div>
      <p role="status" className={hour?.paused === true ? 'text-[14px] text-wait' : 'sr-only'}>
        {hour?.paused === true && (
          <>
            <PauseSign className="me-1.5 inline size-[1em] align-[-0.1em]" />
            {t('paused')}. {t('pausedText')}
          </>
        )}
      </p>
      {error !== undefined && (
        <p role="alert" className="text-[14px] text-wrong">
          {error}
        </p>
      )}
      {dialog}
    </section>
  );
}
