'use client';
/** While one's class works together: one's hand, where the class is, and the pause. */
import clsx from 'clsx';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { BDI } from '../../_i18n/bdi.tsx';
import { useRefusals } from '../../_i18n/use-refusals.ts';
import { Button } from '../../_ui/button.tsx';
import { PausedNote } from './paused-note.tsx';
import { HandSign } from './signs.tsx';
import { hrefOf, useBrought } from './use-brought.ts';
import type { OwnHourModel } from './use-own-hour.ts';

export default function HourBar({ model, lessonId }: { model: OwnHourModel; lessonId: string | null }) {
  const t = useTranslations('now.student');
  const say = useRefusals();
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
        <div className="mx-auto flex max-w-[43.75rem] items-center gap-x-4 text-[14px]">
          <p className="min-w-0 flex-1 leading-snug max-sm:text-[13px]">
            <span className={clsx(place !== null && 'max-sm:sr-only')}>
              <span aria-hidden className="text-violet-ink">
                ●{' '}
              </span>
              {t.rich(hour.by === null ? 'on' : 'onWith', { class: hour.className, name: hour.by ?? '', ...BDI })}
            </span>
            {place !== null && (
              <span className="block text-[13px] text-ink-2">
                {t.rich('at', { heading: place.heading ?? place.title, ...BDI })}{' '}
                <Link className="text-violet-ink underline" href={hrefOf(place)}>
                  {t('goThere')}
                </Link>
              </span>
            )}
            <span role="status" className="block text-[13px] text-ink-2">
              {hand !== null && t('before', { before: hand.before })}
            </span>
          </p>
          <div className="ms-auto shrink-0">
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
        </div>
        {refused !== undefined && (
          <p role="alert" className="mx-auto max-w-[43.75rem] pt-1 text-[13px] text-wrong">
            {say(refused)}
          </p>
        )}
      </section>
      {hour.paused && <PausedNote />}
    </>
  );
}
