/** What a class put, as the wall has it: all of it, and which of it is right only once that is told. */
import { expect, it } from 'vitest';
import { JOIN, OF_EACH_KIND, roomAsking } from '../../../tests/support/live-questions.ts';
import { advance } from '../../live/advance.ts';
import type { Room } from '../../live/room.ts';
import { hostViewOf } from '../../live/view/host.ts';
import { screenViewOf } from '../../live/view/screen.ts';

/** Twelve different places, of which two are right: more than are told one by one. */
const ANSWERS = Array.from({ length: 12 }, (_, index) => ({
  kind: 'point' as const,
  put: { x: index < 2 ? '2.5' : '0', y: String(index / 4) },
}));

const asking = (until: 'question' | 'reveal'): Room => roomAsking(OF_EACH_KIND.point, ANSWERS, until);

it('each place that was put is told, also those that are counted together', () => {
  const tallies = screenViewOf(asking('reveal'), JOIN).distribution ?? [];
  const each = tallies.flatMap((one) => one.each ?? [one]);
  expect(each).toHaveLength(12);
  expect(each.filter(({ correct }) => correct).map(({ label }) => label)).toEqual(['(2.5, 0)', '(2.5, 0.25)']);
  expect(tallies.at(-1)?.others).toBe(tallies.at(-1)?.each?.length);
});

it('while the class talks about it nothing says which are right', () => {
  const room = asking('question');
  const step = advance(room.state, { type: 'discuss' }, 9_000);
  if (!step.ok) throw new Error(step.refused);
  const discussed = { ...room, state: step.state };
  for (const view of [hostViewOf(discussed, JOIN), screenViewOf(discussed, JOIN)]) {
    const each = (view.distribution ?? []).flatMap((one) => one.each ?? [one]);
    expect(each.some(({ correct, partly }) => correct || partly === true)).toBe(false);
    expect(view.reveal).toBeNull();
  }
  expect((hostViewOf(discussed, JOIN).distribution ?? []).flatMap((one) => one.each ?? [one])).toHaveLength(12);
});

it('places of the grid that are right are told with the key, and not before', () => {
  expect(screenViewOf(asking('question'), JOIN).reveal).toBeNull();
  expect(screenViewOf(asking('reveal'), JOIN).reveal?.correct).toContain('(2.5, −4)');
});
