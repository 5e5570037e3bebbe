// @vitest-environment happy-dom
/** What signing out says where it does not go through: what waits, and that somebody is still signed in. */
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, describe, expect, it, vi } from 'vitest';
import common from '../../../messages/en/common.json' with { type: 'json' };
import words from '../../../messages/en/outbox.json' with { type: 'json' };
import { keepLesson, keptLesson } from './kept-lessons.ts';
import type { Outbox } from './outbox.ts';
import { SignOutDialog } from './sign-out-dialog.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  localStorage.clear();
});

/** An outbox in which so many answers wait, and how many are left after each try to send them. */
function outboxWith(waiting: number, leftAfter: number) {
  const outbox = {
    snapshot: { lasts: true },
    unsent: Array.from({ length: waiting }),
    flush: vi.fn(async () => {
      outbox.unsent = Array.from({ length: leftAfter });
      return outbox.unsent;
    }),
    discard: vi.fn(async () => {
      outbox.unsent = [];
    }),
  };
  return outbox;
}

function show(outbox: ReturnType<typeof outboxWith>, signsOut: boolean) {
  const onDone = vi.fn(async () => signsOut);
  render(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ common, outbox: words }}>
      <SignOutDialog user="ada" outbox={outbox as unknown as Outbox} onClose={vi.fn()} onDone={onDone} />
    </NextIntlClientProvider>,
  );
  return onDone;
}
const press = (name: string): Promise<void> =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })));
const told = (): string => `${screen.getByRole('dialog').textContent}`;

describe('signing out that does not go through', () => {
  it('says that the server is not reached where nothing waits, and offers nothing to send', () => {
    show(outboxWith(0, 0), false);
    expect(told()).toContain('the server cannot be reached');
    expect(told()).not.toMatch(/settled|You can send/);
    expect(screen.queryByRole('button', { name: /^(Send|Keep|Throw)/ })).toBeNull();
  });

  it('says what still waits, also after it was kept and the server could not be told', async () => {
    const onDone = show(outboxWith(2, 2), false);
    expect(told()).toContain('2 answers are not on the server yet');
    await press('Send it and sign out');
    expect(onDone).not.toHaveBeenCalled();
    expect(told()).toContain('It could not be sent.');
    await press('Keep it on this device and sign out');
    expect(onDone).toHaveBeenCalledOnce();
    expect(told()).toContain('2 answers are not on the server yet');
    expect(told()).toContain('You are still signed in');
    expect(told()).not.toContain('Nothing that you wrote waits');
  });

  it('forgets what was told of the network once it is back', async () => {
    show(outboxWith(1, 1), false);
    await press('Send it and sign out');
    expect(told()).toContain('It could not be sent.');
    act(() => void dispatchEvent(new Event('online')));
    expect(told()).not.toContain('It could not be sent.');
    expect(told()).toContain('1 answer is not on the server yet');
  });
});

describe('signing out with a lesson that is not published', () => {
  const names = (): string[] => screen.getAllByRole('button').map((button) => `${button.textContent}`);

  it('says so, offers no sending, and leaves it for its account', async () => {
    keepLesson('ada', 'l', 'My text');
    keepLesson('ben', 'l', 'Text of Ben');
    const onDone = show(outboxWith(0, 0), true);
    expect(told()).toContain('What you wrote in a lesson is not published. If you keep it here');
    expect(told()).not.toMatch(/cannot be reached|Nothing that you wrote|You can send/);
    expect(names()).toEqual(['Keep it on this device and sign out', 'Throw it away and sign out', 'Cancel']);
    await press('Keep it on this device and sign out');
    expect(onDone).toHaveBeenCalledOnce();
    expect(keptLesson('ada', 'l')).toBe('My text');
  });

  it('throws it away where that is wanted, and nothing of another account', async () => {
    keepLesson('ada', 'l', 'My text');
    keepLesson('ada', 'm', 'My other text');
    keepLesson('ben', 'l', 'Text of Ben');
    const onDone = show(outboxWith(0, 0), true);
    await press('Throw it away and sign out');
    expect(onDone).toHaveBeenCalledOnce();
    expect([keptLesson('ada', 'l'), keptLesson('ada', 'm'), keptLesson('ben', 'l')]).toEqual([
      null,
      null,
      'Text of Ben',
    ]);
  });

  it('sends the answers first, and then asks what becomes of it', async () => {
    keepLesson('ada', 'l', 'My text');
    const onDone = show(outboxWith(2, 0), true);
    expect(told()).toContain('2 answers are not on the server yet');
    expect(told()).toContain('What you wrote in a lesson is not published');
    await press('Send the answers');
    expect(onDone).not.toHaveBeenCalled();
    expect(told()).toContain('You are not signed out yet');
    expect(told()).toContain('What you wrote in a lesson is not published');
    expect(names()).not.toContain('Send the answers');
    expect(keptLesson('ada', 'l')).toBe('My text');
  });

  it('offers to keep nothing where the browser keeps nothing', () => {
    vi.stubGlobal('localStorage', undefined);
    keepLesson('ada', 'l', 'My text');
    show(outboxWith(0, 0), true);
    expect(told()).toContain('what waits is lost when you sign out');
    expect(names()).toEqual(['Throw it away and sign out', 'Cancel']);
  });
});
