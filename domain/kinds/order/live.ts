/** An order in a live room. */
import type { LiveKind } from '../live-kind.ts';
import { order } from './asked.ts';
import { gradeOrder, orderShare, orderText, rightOrder } from './grade.ts';

export const orderLive: LiveKind<'order'> = {
  share: orderShare,
  told: (question, answer) => ({ feedback: gradeOrder(question, answer).feedback }),
  label: (_, answer) => order.text(answer),
  right: ({ key }) => orderText(key),
  form: ({ items }) => items.map(({ letter }) => letter),
  rehearse: ({ key }, right, random) => ({
    kind: 'order',
    order: right ? rightOrder(key) : shuffled(Object.keys(key.places), random),
  }),
  asksWhole: true,
};

function shuffled(letters: readonly string[], random: () => number): string[] {
  return letters
    .map((letter) => ({ letter, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ letter }) => letter);
}
