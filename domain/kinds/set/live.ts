/** A set in a live room: the pool grades it, and answers that are the same set are counted together. */
import type { QuestionOf } from '../../question.ts';
import type { LiveKind } from '../live-kind.ts';
import { readSet } from './candidates.ts';
import { endsOf } from './tree.ts';

export const setLive: LiveKind<'set'> = {
  label: () => '',
  right: ({ key }) => key.set,
  form: ({ asks, variable, variables }) => [asks, variable, variables],
  rehearse: (question, right, random) => ({ kind: 'set', set: right ? question.key.set : wrongSet(question, random) }),
  asksWhole: true,
};

/** A value too few, or one that is off; in the place of an interval its ends. */
function wrongSet(question: QuestionOf<'set'>, random: () => number): string {
  const read = readSet(question, question.key.set, { unasked: true });
  const ends = read.ok ? endsOf(read.read.tree).map(({ text }) => text) : [];
  const off = 1 + Math.floor(random() * 3);
  const [first, ...more] = ends;
  if (first === undefined) return String(off);
  if (question.asks === 'reals') return `{${ends.join('; ')}; (${first})+${off}/7}`;
  return more.length > 0 && random() < 0.5 ? more.join('; ') : [`(${first})+${off}/7`, ...more].join('; ');
}
