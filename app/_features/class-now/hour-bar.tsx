'use client';
/** While one's class works together: one's hand, where the class is, and the pause. */
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { BDI } from '../../_i18n/bdi.tsx';
import { Button } from '../../_ui/button.tsx';
import { PausedNote } from './paused-note.tsx';
import { HandSign } from './signs.tsx';
import { hrefOf, useBrought } from './use-brought.ts';
import type { OwnHourModel } from './use-own-hour.ts';

export default function HourBar({ model, lessonId }: { model: OwnHourModel; lessonId: string | null }) {
  const t = useTranslations('now.student');
  const words = useTranslations('refusals');
  const { own, busy, refused } = model;
  useBrought(own, lessonId);
  if (own === null) return null;
  const { hour, hand } = own;
  const { place } = hour;
  return (
    <>
      <section
        aria-label={t('label')}
        className="fixed inset-x-0 bottom-0 z-20 border-line border-t bg-paper/95 px-4 pt-2.5 pb-[max(0.625rem,env(safe-area-inset-bottom))] shadow-sheet backdrop-blur-sm print:hidden"
      >
        <div className="mx-auto flex max-w-[43.75rem] flex-wrap items-center gap-x-4 gap-y-2 text-[14px]">
          <p className="min-w-0 flex-1 leading-snug max-sm:basis-full">
            <span aria-hidden className="text-violet-ink">
              ●{' '}
            </span>
            {t.rich(hour.by === null ? 'on' : 'onWith', { class: hour.className, name: hour.by ?? '', ...BDI })}
            {place !== null && (
              <span className="block text-[13px] text-ink-2">
                {t.rich('at', { heading: place.heading ?? place.title, ...BDI })}{' '}
                <Link className="text-violet-ink underline" href={hrefOf(place)}>
                  {t('goThere')}
                </Link>
              </span>
            )}
          </p>
          <div className="ms-auto flex shrink-0 items-center gap-2.5">
            {hand !== null && (
              <span role="status" className="text-[13px] text-ink-2">
                {t('before', { before: hand.before })}
              </span>
            )}
            <Button
              size="small"
              className="min-h-11"
              look={hand === null ? 'plain' : 'first'}
              aria-pressed={hand !== null}
              idle={busy}
              onClick={() => void (hand === null ? model.raise() : model.lower())}
            >
              <HandSign /> {t(hand === null ? 'raise' : 'lower')}
            </Button>
          </div>
          {refused !== undefined && (
            <p role="alert" className="basis-full text-[13px] text-wrong">
              {words(refused)}
            </p>
          )}
        </div>
      </section>
      {hour.paused && <PausedNote by={hour.by} />}
    </>
  );
}
