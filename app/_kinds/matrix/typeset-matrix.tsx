'use client';
/** A matrix typeset, of entries as somebody typed them; until what reads them has come, and where one cannot be read, as text. */
import { useMemo } from 'react';
import { matrixTex, matrixText } from '../../../domain/kinds/matrix/places.ts';
import type { QuestionView } from '../../../domain/question.ts';
import { Tex } from '../../_features/lesson/tex.tsx';
import { useLate } from '../../_late/late.ts';

const loadReader = (): Promise<typeof import('../../../domain/kinds/readings.ts')> =>
  import('../../../domain/kinds/readings.ts');

interface TypesetMatrixProps {
  asked: QuestionView | null;
  entries: readonly (readonly string[])[];
}

export function TypesetMatrix({ asked, entries }: TypesetMatrixProps) {
  const { part: reader } = useLate(loadReader);
  const tex = useMemo(() => {
    if (reader === undefined || asked?.kind !== 'matrix') return null;
    const read = reader.readEntries(asked, entries).map((row) => row.map(({ reading }) => texOf(reading)));
    return read.flat().includes(null) ? null : matrixTex(read.map((row) => row.map((one) => one ?? '')));
  }, [reader, asked, entries]);
  return (
    <span dir="ltr" className="block max-w-full overflow-x-auto py-1">
      {tex === null ? matrixText(entries) : <Tex tex={tex} />}
    </span>
  );
}

type Reader = typeof import('../../../domain/kinds/readings.ts');

function texOf(reading: ReturnType<Reader['readEntries']>[number][number]['reading']): string | null {
  if (reading === null) return '\\cdot';
  return reading.is === 'read' ? reading.tex : null;
}
