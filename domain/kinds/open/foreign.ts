/** `open` for other programs: a poll, or words of one's own. */
import { type Leaving, ours } from '../../exchange/foreign.ts';
import type { WrittenQuestion } from '../../lesson/written/written.ts';
import type { QuestionOf } from '../../question.ts';

export function openForeign({ options, multiple }: QuestionOf<'open'>, { items }: WrittenQuestion): Leaving {
  if (options.length === 0) return { asked: { form: 'free' } };
  const shown = options.map((_one, index) => ({ text: ours(items?.[index]?.text ?? ''), weight: 0, feedback: null }));
  return { asked: { form: 'options', options: shown, several: multiple, poll: true } };
}
