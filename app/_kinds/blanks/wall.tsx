/** Code with gaps, on the wall. */
import type { QuestionViewOf } from '../../../domain/question.ts';
import { Html } from '../../_features/lesson/html.tsx';
import { WallCode } from '../code/wall-examples.tsx';

export function BlanksWall({ asked }: { asked: QuestionViewOf<'blanks'> }) {
  return (
    <WallCode asked={asked} what="gaps">
      <Template template={asked.template} />
    </WallCode>
  );
}

function Template({ template }: Pick<QuestionViewOf<'blanks'>, 'template'>) {
  const gaps = template.flatMap((piece) => ('gap' in piece ? [piece.gap] : []));
  return (
    <pre>
      <code>
        {template.map((piece) =>
          'gap' in piece ? (
            <span key={piece.gap} className="rounded bg-violet-soft px-[0.6ch] text-violet-ink">
              {'_'.repeat(Math.min(piece.width, 12))}
              <sub>{gaps.indexOf(piece.gap) + 1}</sub>
            </span>
          ) : piece.html === undefined ? (
            piece.text
          ) : (
            <Html key={piece.text} as="span" html={piece.html} />
          ),
        )}
      </code>
    </pre>
  );
}
