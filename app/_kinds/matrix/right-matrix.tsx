'use client';
/** The right matrix, typeset, from the reveal on; where the checker worked it out, the solution shows it. */
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { parseMatrix } from '../../../domain/kinds/matrix/parse.ts';
import { RightValue } from '../common/right-value.tsx';
import type { RightProps } from '../order/right-order.tsx';
import { TypesetMatrix } from './typeset-matrix.tsx';

/** What is right; nothing before the key is open. */
export function RightMatrix({ question, reveal, large = false }: RightProps) {
  const t = useTranslations('lesson.matrix');
  if (reveal.value === null) return null;
  return (
    <RightValue label={t('right')} large={large}>
      <RightEntries question={question} reveal={reveal} />
    </RightValue>
  );
}

/** The matrix alone. */
export function RightEntries({ question, reveal: { value } }: Pick<RightProps, 'question' | 'reveal'>) {
  const entries = useMemo(() => {
    const parsed = value === null ? null : parseMatrix(value);
    return parsed?.ok === true ? parsed.entries : null;
  }, [value]);
  return entries && <TypesetMatrix asked={question.asked} entries={entries} />;
}
