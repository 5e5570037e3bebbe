// @vitest-environment happy-dom
/** Every refusal is told by its sentence: those that any call may need at once, the other ones once they have come. */
import { renderHook, waitFor } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { beforeEach, expect, it, vi } from 'vitest';
import { REFUSALS } from '../../domain/refusal.ts';
import rareRefusals from '../../messages/en/rare-refusals.json' with { type: 'json' };
import refusals from '../../messages/en/refusals.json' with { type: 'json' };
import { sources } from './sources.ts';
import { USUAL_REFUSALS } from './use-refusals.ts';

const PAGE = ({ children }: { children: ReactNode }) => (
  <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ refusals }}>
    {children}
  </NextIntlClientProvider>
);

beforeEach(() => {
  vi.resetModules();
  vi.doUnmock('../../messages/en/rare-refusals.json');
});

/** As a page that was just opened has it. */
async function opened() {
  const { useRefusals } = await import('./use-refusals.ts');
  return renderHook(useRefusals, { wrapper: PAGE }).result;
}

it('each has a sentence, in one of the two files', () => {
  expect(Object.keys(refusals).sort()).toEqual([...USUAL_REFUSALS, 'unsaid'].sort());
  const rare = REFUSALS.filter((code) => !USUAL_REFUSALS.some((one) => one === code));
  expect(Object.keys(rareRefusals).sort()).toEqual([...rare].sort());
});

it('those that come late are plain sentences: nothing is filled in', () => {
  expect(Object.values(rareRefusals).filter((words) => /[{}<']/.test(words))).toEqual([]);
});

it('what any call may need is said at once, with what fills it in', async () => {
  const say = await opened();
  expect(say.current('notFound')).toBe(refusals.notFound);
  expect(say.current({ refused: 'badInput', field: 'code' })).toBe('The code does not fit. Check it.');
  expect(say.current({ refused: 'unavailable', fault: '4711' })).toContain('4711');
  expect(say.current('unavailable')).toContain('Check the network');
});

it('the other ones once they have come, and never by their code', async () => {
  const say = await opened();
  expect(say.current('noAttemptsLeft')).toBe('');
  await waitFor(() => expect(say.current('noAttemptsLeft')).toBe(rareRefusals.noAttemptsLeft));
  expect(say.current({ refused: 'loginTaken', field: 'login' })).toBe(rareRefusals.loginTaken);
});

it('where they do not come it says so, and asks for them again', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  vi.doMock('../../messages/en/rare-refusals.json', () => {
    throw new Error('The network is gone.');
  });
  const say = await opened();
  expect(say.current('noAttemptsLeft')).toBe('');
  await waitFor(() => expect(say.current('noAttemptsLeft')).toBe(refusals.unsaid));
  vi.doMock('../../messages/en/rare-refusals.json', () => ({ default: rareRefusals }));
  await vi.advanceTimersByTimeAsync(2_000);
  await waitFor(() => expect(say.current('noAttemptsLeft')).toBe(rareRefusals.noAttemptsLeft));
  vi.useRealTimers();
});

it('is how every page says them', () => {
  const others = sources('app/**/*.{ts,tsx}').flatMap(({ file, text }) =>
    /Translations\('(?:rareR|r)efusals'\)/.test(text) && file !== 'app/_i18n/use-refusals.ts' ? [file] : [],
  );
  expect(others).toEqual([]);
});
