'use client';
/** Code with gaps: the code stands, only the gaps can be typed in. */
import { useTranslations } from 'next-intl';
import type { FieldProps } from '../../_features/lesson/card-types.ts';
import { Html } from '../../_features/lesson/html.tsx';
import { useAllTypedBefore } from '../../_late/typed-before.ts';
import { Examples } from '../code/examples.tsx';

export function BlanksField({ question, answer, onChange, verdict, disabled, labelledBy }: FieldProps<'blanks'>) {
  const t = useTranslations('lesson.blanks');
  const gaps = question.template.flatMap((piece) => ('gap' in piece ? [piece.gap] : []));
  const write = (typed: Readonly<Record<string, string>>): void =>
    onChange({ kind: 'blanks', gaps: { ...answer.gaps, ...typed } });
  const place = useAllTypedBefore<HTMLElement>(answer.gaps, write);
  return (
    <>
      <section
        ref={place}
        aria-labelledby={labelledBy}
        // with its gaps locked nothing inside takes the focus that scrolls it
        tabIndex={disabled ? 0 : undefined}
        className="lesson-code -mx-4 overflow-x-auto px-4 sm:-mx-5 sm:px-5"
      >
        <pre className="w-max min-w-full py-1">
          <code>
            {question.template.map((piece) =>
              'gap' in piece ? (
                <input
                  key={piece.gap}
                  data-field={piece.gap}
                  value={answer.gaps[piece.gap] ?? ''}
                  onChange={(event) => write({ [piece.gap]: event.target.value })}
                  disabled={disabled}
                  aria-label={t('gap', { name: piece.gap, number: gaps.indexOf(piece.gap) + 1, count: gaps.length })}
                  aria-invalid={verdict !== null && verdict.result === 'error'}
                  autoCapitalize="off"
                  autoComplete="off"
                  autoCorrect="off"
                  spellCheck={false}
                  maxLength={500}
                  style={{ width: `${Math.max(piece.width, (answer.gaps[piece.gap] ?? '').length) + 2}ch` }}
                  className="lesson-gap"
                />
              ) : (
                <Html key={piece.text} as="span" html={piece.html ?? escaped(piece.text)} />
              ),
            )}
          </code>
        </pre>
      </section>
      <Examples question={question} />
    </>
  );
}

/** An inline exercise may come without highlighting. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
