// @vitest-environment happy-dom
/** A class's join link: what ends a link that was handed out asks first. */
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, expect, it, vi } from 'vitest';
import common from '../../../../../messages/en/common.json' with { type: 'json' };
import desk from '../../../../../messages/en/desk.json' with { type: 'json' };
import { JoinLink } from './join-link.tsx';

const { send } = vi.hoisted(() => ({ send: vi.fn() }));
vi.mock('../../../../_client/use-command.ts', () => ({
  useCommand: () => ({ busy: false, error: undefined, send }),
}));
afterEach(() => {
  cleanup();
  send.mockReset();
});

const press = (name: string, within_ = screen.getByRole('region')): Promise<void> =>
  act(async () => void fireEvent.click(within(within_).getByRole('button', { name })));

it.each([
  ['Close the link', false],
  ['Make a new link', true],
])('%s asks before the link that was handed out ends', async (name, open) => {
  send.mockResolvedValue({ token: open ? 'new' : null });
  render(
    <NextIntlClientProvider locale="en" messages={{ common, desk }}>
      <JoinLink classId="c" initial="old" />
    </NextIntlClientProvider>,
  );
  await press(name);
  expect(send).not.toHaveBeenCalled();
  await press('Cancel', screen.getByRole('alertdialog'));
  expect(send).not.toHaveBeenCalled();
  await press(name);
  await press(name, screen.getByRole('alertdialog'));
  expect(send).toHaveBeenCalledExactlyOnceWith('classes.joinLink', { classId: 'c', open });
});
