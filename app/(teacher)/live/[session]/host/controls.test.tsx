// @vitest-environment happy-dom
/** What a host presses while somebody is still writing asks once, whichever button ends the question. */
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS, openingState } from '../../../../../domain/live/state.ts';
import { hostViewOf } from '../../../../../domain/live/view/host.ts';
import type { HostView } from '../../../../../domain/live/views.ts';
import common from '../../../../../messages/en/common.json' with { type: 'json' };
import live from '../../../../../messages/en/live.json' with { type: 'json' };
import { PATIENT } from '../../../../../tests/support/guard.ts';
import { ANSWERS, given, JOIN, playedRound, roomOf } from '../../../../../tests/support/live-questions.ts';
import { Controls } from './controls.tsx';
import { useNext } from './use-next.ts';

afterEach(cleanup);

/** An open question that p1 has answered. */
function open(): HostView {
  const state = {
    ...openingState([{ questionId: 'choice', seconds: 20 }], DEFAULT_SETTINGS),
    phase: 'question' as const,
    rounds: [{ ...playedRound('choice'), closedAt: null }],
  };
  return hostViewOf(roomOf(state, [[0, [given('p1', ANSWERS.choice.right, 1_000)]]]), JOIN);
}

function Host({ onCommand, ...given }: { view: HostView; timeUp: boolean; onCommand(): void }) {
  const next = useNext({ ...given, now: () => 1e13, onCommand });
  return (
    <Controls
      view={given.view}
      next={next}
      busy={false}
      complaint={undefined}
      onCommand={onCommand}
      onAgain={() => undefined}
    />
  );
}

async function host(changed: Partial<HostView> = {}, timeUp = false) {
  const onCommand = vi.fn();
  render(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ common, live }}>
      <Host view={{ ...open(), ...changed }} timeUp={timeUp} onCommand={onCommand} />
    </NextIntlClientProvider>,
  );
  // the moment after the step before is over
  await waitFor(() => expect(document.querySelector('.guard-bar')).toBeNull(), PATIENT);
  return onCommand;
}
const press = (name: string, place = within(document.body)): Promise<void> =>
  act(async () => void fireEvent.click(place.getByRole('button', { name })));

it.each([
  ['Discuss, then vote again', 'discuss'],
  ['Skip', 'skip'],
])('%s says who has not sent, and is done when it is meant', async (name, type) => {
  const onCommand = await host();
  await press(name);
  const asked = screen.getByRole('alertdialog', { name: /^1 has not sent: / });
  expect(onCommand).not.toHaveBeenCalled();
  await press('Cancel', within(asked));
  expect(onCommand).not.toHaveBeenCalled();
  await press(name);
  await press(name, within(screen.getByRole('alertdialog')));
  expect(onCommand).toHaveBeenCalledExactlyOnceWith({ type });
});

it.each([
  ['where all have sent', { people: open().people.map((one) => ({ ...one, sentAt: 1_000 })) }, false],
  ['where nobody is there who has not', { people: open().people.filter((one) => one.sentAt !== null) }, false],
  ['after the bell', {}, true],
])('%s nothing is asked', async (_, changed, timeUp) => {
  const onCommand = await host(changed, timeUp);
  await press('Skip');
  expect(onCommand).toHaveBeenCalledExactlyOnceWith({ type: 'skip' });
  onCommand.mockClear();
  await press('Ring the bell');
  expect(onCommand).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ type: 'next' }));
});

it('who has more time after the bell of all others is not cut off by one press', async () => {
  const onCommand = await host({ moreTime: 1 }, true);
  await press('Ring the bell');
  expect(onCommand).not.toHaveBeenCalled();
  expect(screen.getByRole('status').textContent).toContain('1 has not sent');
});
