/** What there is to pick from in the gaps of a text, on the wall: the text itself stands there as the prompt. */
import { gapsOf } from '../../../domain/kinds/gaps/asked.ts';
import type { QuestionViewOf } from '../../../domain/question.ts';

export function GapsWall({ asked }: { asked: QuestionViewOf<'gaps'> }) {
  const all = gapsOf(asked);
  const picked = all.filter(({ options }) => options !== undefined);
  if (picked.length === 0) return null;
  return (
    <ul className="min-w-0">
      {picked.map(({ gap, options = [] }) => (
        <li key={gap} className="wall-box mb-[0.4em] flex items-baseline gap-[0.6em]">
          {all.length > 1 && <span className="shrink-0 font-semibold text-ink-2 tabular-nums">({gap})</span>}
          <span className="min-w-0 font-serif">
            {options.map((option, index) => (
              <span key={option}>
                {index > 0 && <span className="text-ink-3"> · </span>}
                <bdi>{option}</bdi>
              </span>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
