'use client';
/** How a matrix is understood, as one types: typeset as a whole, or the entry that cannot be read, or what one may mean. */
import { useTranslations } from 'next-intl';
import { useDeferredValue, useMemo } from 'react';
import type { AnswerOf } from '../../../domain/answer.ts';
import { matrixTex, placeLabel } from '../../../domain/kinds/matrix/places.ts';
import type { QuestionViewOf } from '../../../domain/question.ts';
import { Tex } from '../../_features/lesson/tex.tsx';
import { sentence } from '../../_features/lesson/words.ts';
import { useLate } from '../../_late/late.ts';
import { useBegun } from '../../_late/use-near.ts';
import { ReadingChoice } from '../common/reading-choice.tsx';

const loadReader = (): Promise<typeof import('../../../domain/kinds/readings.ts')> =>
  import('../../../domain/kinds/readings.ts');

interface MatrixReadingProps {
  question: Pick<QuestionViewOf<'matrix'>, 'variables' | 'promptHtml' | 'euler'>;
  answer: AnswerOf<'matrix'>;
  onChange(answer: AnswerOf<'matrix'>): void;
  disabled: boolean;
}

export function MatrixReading({ question, answer, onChange, disabled }: MatrixReadingProps) {
  const t = useTranslations();
  const entries = useDeferredValue(answer.entries);
  const begun = useBegun();
  const empty = entries.every((row) => row.every((text) => text.trim() === ''));
  const { part: reader } = useLate(empty || !begun ? undefined : loadReader);
  const read = useMemo(
    () => (empty ? undefined : reader?.readEntries(question, entries)),
    [reader, question, entries, empty],
  );
  if (read === undefined) return null;
  const flat = read.flat();
  const unread = flat.find(({ reading }) => reading?.is === 'unread');
  const tex = read.map((row) =>
    row.map(({ place, reading }) => {
      if (reading?.is === 'read') return reading.tex;
      const chosen =
        reading?.is === 'asked' ? reading.readings.find(({ text }) => text === answer.readings?.[place]) : null;
      return chosen?.tex ?? (reading === null ? '\\cdot' : '?');
    }),
  );
  const [noted] = flat.flatMap(({ place, reading }) =>
    reading?.is === 'read' && reading.notes[0] !== undefined ? [{ place, note: reading.notes[0] }] : [],
  );
  return (
    <div className="grid gap-2">
      {unread?.reading?.is === 'unread' ? (
        <p className="text-ink-3">
          <bdi>{placeLabel(unread.place)}</bdi>: {sentence(t, unread.reading.feedback)}
        </p>
      ) : (
        <p className="max-w-full overflow-x-auto py-1">
          <span className="text-ink-3">{t('lesson.maths.readAs')} </span>
          <Tex tex={matrixTex(tex)} className="ms-1 text-[15px]" />
        </p>
      )}
      {noted !== undefined && (
        <p className="text-ink-3">
          <bdi>{placeLabel(noted.place)}</bdi>: {sentence(t, noted.note)}
        </p>
      )}
      {flat.map(
        ({ place, reading }) =>
          reading?.is === 'asked' && (
            <div key={place} data-asked={place} className="flex flex-wrap items-start gap-2">
              <bdi className="font-[550]">{placeLabel(place)}</bdi>
              <ReadingChoice
                readings={reading.readings}
                chosen={answer.readings?.[place]}
                onChoose={(chosen) => onChange({ ...answer, readings: { ...answer.readings, [place]: chosen } })}
                disabled={disabled}
              />
            </div>
          ),
      )}
    </div>
  );
}
