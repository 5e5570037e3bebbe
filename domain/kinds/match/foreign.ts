/** `match` for other programs: pairs, and answers that belong to none. */
import { type Leaving, ours } from '../../exchange/foreign.ts';
import { remark } from '../../exchange/remark.ts';
import type { WrittenQuestion } from '../../lesson/written/written.ts';
import type { QuestionOf } from '../../question.ts';
import { sidesOf } from './reader.ts';

export function matchForeign(_question: QuestionOf<'match'>, { items }: WrittenQuestion): Leaving {
  const lines = (items ?? []).map(({ text }) => sidesOf(text));
  const pairs = lines
    .filter(({ left }) => left !== '')
    .map(({ left, right }) => ({ left: ours(left), right: ours(right) }));
  const distractors = lines.filter(({ left }) => left === '').map(({ right }) => ours(right));
  const said = (items ?? []).reduce((sum, { notes }) => sum + notes.length, 0);
  return {
    asked: { form: 'pairs', pairs, distractors },
    remarks: said > 0 ? [remark('out.notes', { count: said })] : [],
  };
}
