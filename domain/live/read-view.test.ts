/** What a page makes of the views that come to it, in whatever order they were made. */
import { describe, expect, it } from 'vitest';
import { nextView } from './read-view.ts';
import type { PlayerView, Receipt } from './views.ts';

const receipt = (receivedAt: number, round = 2): Receipt => ({
  round,
  clientId: `at ${receivedAt}`,
  answer: { kind: 'choice', choices: ['B'] },
  receivedAt,
  mark: 'ABCD',
  provisional: false,
});

/** What matters of a view here. */
function view(version: number, given: Receipt | null, round = 2, session = 'one'): PlayerView {
  const seen = { role: 'player', session, version, round, me: { id: 'ada', receipt: given } };
  return seen as unknown as PlayerView;
}

describe('the view to show next', () => {
  it('keeps the receipt of an answer that was stored while it was made', () => {
    const next = view(5, null);
    expect(nextView(view(4, receipt(100)), next)).toEqual(view(5, receipt(100)));
    expect(nextView(view(4, receipt(100)), view(5, receipt(90)))).toEqual(view(5, receipt(100)));
    expect(next.me.receipt).toBeNull();
  });

  it('takes what is newer, and nothing of another round or another room', () => {
    for (const next of [view(5, receipt(110)), view(5, null, 3), view(5, receipt(90, 3), 3), view(5, null, 2, 'other')])
      expect(nextView(view(4, receipt(100)), next)).toBe(next);
    expect(nextView(undefined, view(5, null))).toEqual(view(5, null));
  });
});
