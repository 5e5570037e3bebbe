// @vitest-environment happy-dom
/** Times are written in the language of the page, by the zone and the clock of the browser. */
import { renderHook } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { expect, it, vi } from 'vitest';
import { useTimes } from './use-times.ts';

const AT = '2026-11-29T19:05:06.789Z';

/** As a page in that language writes it, in a browser of that zone and clock. */
function written(
  locale: string,
  timeZone: string,
  hourCycle: 'h12' | 'h23',
  form: 'moment' | 'clock' | 'exact' | 'day' | 'near',
  at = AT,
) {
  const { result } = renderHook(useTimes, {
    wrapper: ({ children }) => (
      <NextIntlClientProvider locale={locale} timeZone="UTC" messages={{}}>
        {children}
      </NextIntlClientProvider>
    ),
  });
  const own = new Intl.DateTimeFormat().resolvedOptions();
  vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockReturnValue({ ...own, timeZone, hourCycle });
  // a narrow blank before AM and PM in some releases of the tables
  return result.current(at, form).replace(/\s/g, ' ');
}

it('is in the language of the page, whatever that of the browser is', () => {
  expect(written('en', 'UTC', 'h23', 'moment')).toBe('Sun, Nov 29, 19:05');
  expect(written('de', 'UTC', 'h23', 'moment')).toBe('So., 29. Nov., 19:05');
  expect(written('en', 'UTC', 'h12', 'day')).toBe('Nov 29, 2026');
});

it('is by the zone and the clock of the browser', () => {
  expect(written('en', 'Asia/Tokyo', 'h23', 'clock')).toBe('04:05');
  expect(written('en', 'America/New_York', 'h12', 'clock')).toBe('02:05 PM');
  expect(written('en', 'Asia/Tokyo', 'h12', 'day')).toBe('Nov 30, 2026');
  expect(written('en', 'Europe/Vienna', 'h23', 'exact')).toBe('20:05:06.789');
});

it('says how far something is by the days of the calendar there', () => {
  vi.useFakeTimers({ now: Date.parse('2026-11-29T22:30Z'), toFake: ['Date'] });
  expect(written('en', 'UTC', 'h23', 'near', '2026-11-30T18:00Z')).toBe('tomorrow, 18:00');
  expect(written('en', 'Europe/Vienna', 'h23', 'near', '2026-11-29T23:30Z')).toBe('tomorrow, 00:30');
  expect(written('en', 'UTC', 'h12', 'near', '2026-11-29T23:30Z')).toBe('today, 11:30 PM');
  expect(written('de', 'UTC', 'h23', 'near', '2026-12-03T18:00Z')).toBe('in 4 Tagen');
  expect(written('en', 'UTC', 'h23', 'near', '2026-11-27T18:00Z')).toBe('2 days ago');
  vi.useRealTimers();
});
