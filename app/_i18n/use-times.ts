'use client';
/** The one place where times are written: in the language of the page, by the clock (12 or 24 hours) of the browser, and by its zone where no other one is meant. */
import { type DateTimeFormatOptions, useFormatter, useLocale } from 'next-intl';
import { useCallback } from 'react';

const CLOCK = { hour: '2-digit', minute: '2-digit' } as const;

const FORMS = {
  moment: { weekday: 'short', day: 'numeric', month: 'short', ...CLOCK },
  /** with the year: dates that hold for a class */
  dated: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', ...CLOCK },
  clock: CLOCK,
  /** where there is room for no more, as in a table of many; its zone is said elsewhere */
  short: { day: 'numeric', month: 'short' },
  exact: { ...CLOCK, second: '2-digit', fractionalSecondDigits: 3 },
  day: { dateStyle: 'medium' },
  /** with the year and the zone: nobody has to guess which moment is meant */
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', ...CLOCK, timeZoneName: 'short' },
} as const satisfies Record<string, DateTimeFormatOptions>;

/** The zone by which times are written here; to be called in the browser only. */
export const ownZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** `near`: as far from now as the calendar says: tomorrow, 18:00; in 4 days */
type TimeForm = keyof typeof FORMS | 'near';

const DAY_MS = 86_400_000;

/** How many days of the calendar lie between; below 0: it is over. */
function daysFrom(now: Date, to: Date, timeZone: string): number {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return Math.round((Date.parse(day.format(to)) - Date.parse(day.format(now))) / DAY_MS);
}

/** @returns writes an instant; to be called in the browser only, which knows the zone */
export function useTimes(): (at: string | number, form: TimeForm, zone?: string | null) => string {
  const format = useFormatter();
  const locale = useLocale();
  return useCallback(
    (at, form, zone) => {
      const { timeZone, hourCycle } = new Intl.DateTimeFormat(undefined, { hour: 'numeric' }).resolvedOptions();
      if (form === 'near') {
        const days = daysFrom(new Date(), new Date(at), zone ?? timeZone);
        const near = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day');
        const time = format.dateTime(new Date(at), { ...CLOCK, timeZone: zone ?? timeZone, hourCycle });
        return Math.abs(days) > 1 ? near : `${near}, ${time}`;
      }
      // by a clock that is not the reader's own its zone is said
      const named = form !== 'short' && zone != null && zone !== timeZone ? { timeZoneName: 'short' as const } : {};
      return format.dateTime(new Date(at), { ...FORMS[form], ...named, timeZone: zone ?? timeZone, hourCycle });
    },
    [format, locale],
  );
}
