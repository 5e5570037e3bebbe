'use client';
/** The one place where times are written: in the language of the page, by the clock (12 or 24 hours) of the browser, and by its zone where no other one is meant. */
import { type DateTimeFormatOptions, useFormatter } from 'next-intl';
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

type TimeForm = keyof typeof FORMS;

/** @returns writes an instant; to be called in the browser only, which knows the zone */
export function useTimes(): (at: string | number, form: TimeForm, zone?: string | null) => string {
  const format = useFormatter();
  return useCallback(
    (at, form, zone) => {
      const { timeZone, hourCycle } = new Intl.DateTimeFormat(undefined, { hour: 'numeric' }).resolvedOptions();
      // by a clock that is not the reader's own its zone is said
      const named = form !== 'short' && zone != null && zone !== timeZone ? { timeZoneName: 'short' as const } : {};
      return format.dateTime(new Date(at), { ...FORMS[form], ...named, timeZone: zone ?? timeZone, hourCycle });
    },
    [format],
  );
}
