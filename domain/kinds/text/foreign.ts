/** `text` for other programs: what is accepted, and what is wrong and known. */
import { type Leaving, ours } from '../../exchange/foreign.ts';
import { remark } from '../../exchange/remark.ts';
import type { QuestionOf } from '../../question.ts';

export function textForeign({ key: { accept, capitals, typos, notes } }: QuestionOf<'text'>): Leaving {
  const texts = [
    ...accept.map((text) => ({ text, weight: 1, feedback: null })),
    ...notes.map(({ text, words }) => ({ text, weight: 0, feedback: ours(words) })),
  ];
  return { asked: { form: 'words', texts, capitals }, remarks: typos > 0 ? [remark('out.typos', { typos })] : [] };
}
