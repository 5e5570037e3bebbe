// @vitest-environment happy-dom
/** What signing out says where it does not go through: what waits, and that somebody is still signed in. */
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, describe, expect, it, vi } from 'vitest';
import common from '../../messages/en/common.json' with { type: 'json' };
import words from '../../messages/en/outbox.json' with { type: 'json' };
import type { Outbox } from './outbox.ts';
import { SignOutDialog } from './sign-out-dialog.tsx';

afterEach(cleanup);

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
      <SignOutDialog outbox={outbox as unknown as Outbox} onClose={vi.fn()} onDone={onDone} />
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
