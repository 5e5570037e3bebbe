/** `choice` for other programs: each option with its share of the points. */
import { type Leaving, ours } from '../../exchange/foreign.ts';
import type { WrittenQuestion } from '../../lesson/written/written.ts';
import type { QuestionOf } from '../../question.ts';

export function choiceForeign(question: QuestionOf<'choice'>, { items }: WrittenQuestion): Leaving {
  const { options: shown, multiple, credit, key } = question;
  const share = 1 / key.correct.length;
  const worth = (letter: string): number => {
    if (credit === 'weights') return key.weights?.[letter] ?? 0;
    if (key.correct.includes(letter)) return share;
    // a wrong one takes back what a right one gives
    return credit === 'shares' ? -share : 0;
  };
  const options = shown.map(({ letter }, index) => {
    const notes = (items?.[index]?.notes ?? []).join('\n\n');
    return {
      text: ours(items?.[index]?.text ?? ''),
      weight: worth(letter),
      feedback: notes === '' ? null : ours(notes),
    };
  });
  const given = multiple && credit !== 'weights' ? { credit: credit ?? ('all' as const) } : {};
  return { asked: { form: 'options', options, several: multiple, ...given } };
}
