/** The items of an order in their right places, from the reveal on. */
import clsx from 'clsx';
import { placesIn } from '../../../domain/live/read-view.ts';
import type { Reveal, ShownQuestion } from '../../../domain/live/views.ts';
import { Html } from '../../_features/lesson/html.tsx';

export interface RightProps {
  question: ShownQuestion;
  reveal: Reveal;
  large?: boolean;
}

export function RightOrder({ question, reveal, large = false }: RightProps) {
  const { options } = question;
  if (options === null || reveal.value === null) return null;
  // letters that share a place stand together
  const places = placesIn(reveal.value);
  return (
    <ol className={clsx('grid', large ? 'gap-[0.3em]' : 'gap-1.5 text-[15px]')}>
      {places.flatMap((letters, index) =>
        letters.map((letter) => (
          <li key={letter} className="flex items-baseline gap-3">
            <span className="font-semibold tabular-nums">{index + 1}.</span>
            <span className="font-semibold text-ink-2">{letter}</span>
            <Html
              as="span"
              html={options.find((option) => option.letter === letter)?.html ?? ''}
              className="min-w-0 flex-1 font-serif"
            />
          </li>
        )),
      )}
    </ol>
  );
}
