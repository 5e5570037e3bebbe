// @vitest-environment happy-dom
/** Signing out: at once where nothing waits, and never over something that its owner was not asked about. */
import { act, cleanup, render, screen } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import common from '../../../messages/en/common.json' with { type: 'json' };
import words from '../../../messages/en/outbox.json' with { type: 'json' };
import { type FakeCalls, fakeCalls } from '../../../tests/support/fake-fetch.ts';
import { discardLessons, keepLesson, keptLesson } from './kept-lessons.ts';
import { outboxOf } from './this-page.ts';
import { useSignOut } from './use-sign-out.tsx';

const PAGE = { user: 'ada', now: 0 };
let server: FakeCalls;
let end = vi.fn<() => Promise<boolean>>();
const went = vi.fn();

function SignOut() {
  const { signOut, dialog } = useSignOut(PAGE, end);
  return (
    <>
      <button type="button" onClick={() => void signOut()}>
        Out
      </button>
      {dialog}
    </>
  );
}
const pass = (ms: number): Promise<void> => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
async function press(name: string): Promise<void> {
  act(() => screen.getByRole('button', { name }).click());
  await pass(500);
}
function show(): void {
  render(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ common, outbox: words }}>
      <SignOut />
    </NextIntlClientProvider>,
  );
}

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  server = fakeCalls({ 'practice.submissions': () => ({ ok: true }) });
  vi.stubGlobal('fetch', server.fetch);
  // as on plain http
  vi.spyOn(navigator, 'locks', 'get').mockReturnValue(undefined as never);
  vi.spyOn(location, 'assign').mockImplementation(went);
  end = vi.fn(async () => true);
  went.mockClear();
});
afterEach(async () => {
  cleanup();
  discardLessons('ada');
  await outboxOf('ada', 0).discard();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('goes through at once where nothing waits, and this browser forgets its seats', async () => {
  localStorage.setItem('nabla-seat:room', 'token');
  localStorage.setItem('nabla-seat:answer:room', '{}');
  show();
  await press('Out');
  expect([end.mock.calls.length, went.mock.calls]).toEqual([1, [['/']]]);
  expect(localStorage.length).toBe(0);
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('sends what waits first, and asks where it cannot be sent', async () => {
  const place = { lessonId: 'l', questionId: 'q', versionId: 'v' };
  server.answers['practice.submissions'] = undefined;
  void outboxOf('ada', 0).submit(place, { kind: 'number', value: '5' });
  await pass(200);
  show();
  await press('Out');
  expect(end).not.toHaveBeenCalled();
  expect(screen.getByRole('dialog').textContent).toContain('1 answer is not on the server yet');
  await press('Cancel');
  server.answers['practice.submissions'] = () => ({ ok: true });
  await press('Out');
  expect(went).toHaveBeenCalledOnce();
});

it('asks about a lesson that is not published, and not about those of another account', async () => {
  keepLesson('ben', 'l', 'Text of Ben');
  keepLesson('ada', 'l', 'My text');
  show();
  await press('Out');
  expect(end).not.toHaveBeenCalled();
  await press('Throw it away and sign out');
  expect([keptLesson('ada', 'l'), keptLesson('ben', 'l')]).toEqual([null, 'Text of Ben']);
  expect([end.mock.calls.length, went.mock.calls.length]).toEqual([1, 1]);
});

it('that does not reach the server says so, and nobody is led away', async () => {
  end.mockResolvedValue(false);
  show();
  await press('Out');
  expect(screen.getByRole('dialog').textContent).toContain('You are still signed in');
  expect(went).not.toHaveBeenCalled();
  end.mockResolvedValue(true);
  await press('Try again');
  expect(went).toHaveBeenCalledOnce();
});
