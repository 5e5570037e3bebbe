/** `text` for other programs: what is accepted, and what is wrong and known. */
import { type Leaving, ours } from '../../exchange/foreign.ts';
import { remark } from '../../exchange/remark.ts';
import type { QuestionOf } from '../../question.ts';

export function textForeign({ key }: QuestionOf<'text'>): Leaving {
  const { accept, partly = [], capitals, typos, notes } = key;
  const known = new Map([
    ...accept.map((text) => [text, 1] as const),
    ...partly.map((one) => [one.text, one.share] as const),
  ]);
  const said = new Map(notes.map(({ text, words }) => [text, ours(words)]));
  const texts = [...new Set([...known.keys(), ...said.keys()])].map((text) => ({
    text,
    weight: known.get(text) ?? 0,
    feedback: said.get(text) ?? null,
  }));
  return { asked: { form: 'words', texts, capitals }, remarks: typos > 0 ? [remark('out.typos', { typos })] : [] };
}
