'use client';
/** The right set, typeset, from the reveal on. */
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { RightValue } from '../common/right-value.tsx';
import type { RightProps } from '../order/right-order.tsx';
import { TypesetSet } from './typeset-set.tsx';

/** What is right; nothing before the key is open. */
export function RightSet({ question, reveal, large = false }: RightProps) {
  const t = useTranslations('lesson.set');
  if (reveal.value === null) return null;
  return (
    <RightValue label={t('right')} large={large}>
      <RightLine question={question} reveal={reveal} />
    </RightValue>
  );
}

/** The set alone. */
export function RightLine({ question, reveal: { value } }: Pick<RightProps, 'question' | 'reveal'>) {
  const answer = useMemo(() => ({ kind: 'set' as const, set: value ?? '' }), [value]);
  return <TypesetSet asked={question.asked} answer={answer} />;
}
