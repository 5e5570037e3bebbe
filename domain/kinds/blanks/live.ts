/** Code with gaps in a live room: the pool grades it. */
import type { LiveKind } from '../live-kind.ts';
import { blanks } from './asked.ts';

export const blanksLive: LiveKind<'blanks'> = {
  label: () => '',
  right: () => null,
  form: (question) => [question.language, blanks.namesIn?.(question)],
  rehearse: ({ key: { gaps } }, right, random) => ({
    kind: 'blanks',
    gaps: right ? { ...gaps } : withOneWrong(gaps, random),
  }),
  asksWhole: true,
};

function withOneWrong(gaps: Record<string, string>, random: () => number): Record<string, string> {
  const names = Object.keys(gaps);
  const wrong = names[Math.floor(random() * names.length)];
  return wrong === undefined ? gaps : { ...gaps, [wrong]: '0' };
}
