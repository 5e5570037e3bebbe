// @vitest-environment happy-dom
/** A time limit on a page: what is typed is sent before its end, by the server's clock, and the page is read anew after it. */
import { act, cleanup, render, screen } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import activities from '../../../messages/en/activities.json' with { type: 'json' };
import { LooksAgain } from './looks-again.tsx';
import { TimeLeft } from './time-left.tsx';

const { refresh, flush, clock } = vi.hoisted(() => ({ refresh: vi.fn(), flush: vi.fn(), clock: { now: 0 } }));
vi.mock('next/navigation', () => ({ useRouter: () => ROUTER }));
vi.mock('../outbox/this-page.ts', () => ({ outboxOf: () => ({ flush }) }));
vi.mock('../../_client/socket.ts', () => ({ request: async () => ({ ok: true, now: clock.now }) }));
const ROUTER = { refresh };

beforeEach(() => {
  vi.useFakeTimers();
  refresh.mockReset();
  flush.mockReset();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const pass = (ms: number): Promise<void> => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
const show = (page: React.ReactNode) =>
  render(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ activities }}>
      {page}
    </NextIntlClientProvider>,
  );

it('counts down, sends what is typed before the end, and looks again after it', async () => {
  clock.now = 1_000_000;
  show(<TimeLeft user="ada" now={0} ahead={1_000_000} endsAt={1_090_000} />);
  await pass(250);
  expect(screen.getByRole('timer').textContent).toBe('01:30 left');
  await pass(29_750);
  expect(screen.getByRole('timer').textContent).toBe('01:00 left');
  expect(flush).not.toHaveBeenCalled();
  await pass(58_000);
  expect(flush).toHaveBeenCalled();
  expect(refresh).not.toHaveBeenCalled();
  await pass(3_000);
  expect(flush).toHaveBeenCalledTimes(3);
  expect(refresh).toHaveBeenCalledOnce();
  expect(screen.getByRole('timer').textContent).toBe('00:00 left');
});

it('goes by the server’s clock, also where the page was long on its way', async () => {
  clock.now = 1_030_000;
  show(<TimeLeft user="ada" now={0} ahead={1_000_000} endsAt={1_090_000} />);
  await pass(250);
  expect(screen.getByRole('timer').textContent).toBe('01:00 left');
  await pass(62_000);
  expect(refresh).toHaveBeenCalledOnce();
});

it('a page that waits for its moment looks again when that has come, and one without a moment never does', async () => {
  const { rerender } = show(<LooksAgain ahead={0} at={10_000} />);
  await pass(10_000);
  expect(refresh).not.toHaveBeenCalled();
  await pass(2_000);
  expect(refresh).toHaveBeenCalledOnce();
  rerender(<LooksAgain ahead={20_000} at={null} />);
  await pass(100_000);
  expect(refresh).toHaveBeenCalledOnce();
});
