// @vitest-environment happy-dom
/** At each phase: what is said aloud, the title, and where the focus goes; and once more ten seconds before the bell. */
import { cleanup, render, screen } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { PlayerView } from '../../../domain/live/views.ts';
import common from '../../../messages/en/common.json' with { type: 'json' };
import live from '../../../messages/en/live.json' with { type: 'json' };
import { playerView } from '../../../tests/support/player-view.ts';
import { usePhase } from './use-phase.ts';

const clock = { now: () => 0, measure: async () => undefined };

function Phone({ view, seconds }: { view: PlayerView; seconds: number | null }) {
  return (
    <>
      <p role="status">{usePhase(view, clock, seconds)}</p>
      <button type="button">Sounds</button>
      {/* what is asked stands in a place of its own in each phase */}
      <section key={view.phase} data-phase tabIndex={-1}>
        {view.phase}
      </section>
    </>
  );
}
const page = (view: PlayerView, seconds: number | null) => (
  <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ common, live }}>
    <Phone view={view} seconds={seconds} />
  </NextIntlClientProvider>
);
const said = (): string | null => screen.getByRole('status').textContent;
const open = playerView({ opensAt: 0, closesAt: 20_000 });
const lobby = playerView({ phase: 'lobby', round: -1, question: null });

beforeEach(() => {
  vi.stubGlobal('scrollTo', vi.fn());
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it('says the question with its time, and the last ten seconds once', () => {
  const shown = render(page(lobby, null));
  expect(said()).toMatch(/^You are in/);
  shown.rerender(page(open, 20));
  expect(said()).toMatch(/^Question 1 of 3 is open: .* 20 seconds\.$/);
  expect(document.title).toMatch(/^Answer now: question 1 of 3/);
  shown.rerender(page(open, 11));
  expect(said()).toMatch(/^Question 1 of 3/);
  for (const left of [10, 9, 0]) {
    shown.rerender(page(open, left));
    expect(said()).toBe('10 seconds left.');
  }
});

it('takes the focus to the new phase, and from nobody who is at something', () => {
  const shown = render(page(lobby, null));
  expect(document.activeElement).toBe(document.body);
  shown.rerender(page(open, 20));
  expect(document.activeElement?.textContent).toBe('question');
  // of what was there before nothing is left
  shown.rerender(page({ ...open, phase: 'closed' }, 0));
  expect(document.activeElement?.textContent).toBe('closed');
  screen.getByRole('button').focus();
  shown.rerender(page({ ...open, phase: 'standings' }, null));
  expect(document.activeElement).toBe(screen.getByRole('button'));
});
