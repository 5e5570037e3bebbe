'use client';
/** A set typeset, as somebody typed it; until what reads it has come, and where it cannot be read, as text. */
import { useMemo } from 'react';
import type { AnswerOf } from '../../../domain/answer.ts';
import type { QuestionView } from '../../../domain/question.ts';
import { Tex } from '../../_features/lesson/tex.tsx';
import { useLate } from '../../_late/late.ts';

const loadReader = (): Promise<typeof import('../../../domain/kinds/readings.ts')> =>
  import('../../../domain/kinds/readings.ts');

export function TypesetSet({ asked, answer }: { asked: QuestionView | null; answer: AnswerOf<'set'> }) {
  const { part: reader } = useLate(loadReader);
  const tex = useMemo(() => {
    if (reader === undefined || asked?.kind !== 'set') return null;
    const reading = reader.readSetField(asked, answer);
    if (reading.is === 'asked') return reading.readings[0]?.tex ?? null;
    return reading.is === 'read' ? reading.tex : null;
  }, [reader, asked, answer]);
  return (
    <span dir="ltr" className="block max-w-full overflow-x-auto break-words py-1">
      {tex === null ? answer.set : <Tex tex={tex} />}
    </span>
  );
}
