'use client';
/** How a formula was understood, as one types: typeset, with what was read in one of two ways, or what cannot be read. */
import { useTranslations } from 'next-intl';
import { useDeferredValue, useEffect, useState } from 'react';
import type { Reading } from '../../../../domain/maths/read.ts';
import { Tex } from '../tex.tsx';

export function PartReading({ text, variables }: { text: string; variables: readonly string[] }) {
  const t = useTranslations();
  const settled = useDeferredValue(text);
  const [reading, setReading] = useState<Reading | null>(null);
  useEffect(() => {
    let shown = true;
    if (settled.trim() === '') {
      setReading(null);
      return;
    }
    void import('../../../../domain/maths/read.ts').then(({ readExpression }) => {
      if (shown) setReading(readExpression(settled, { variables }));
    });
    return () => {
      shown = false;
    };
  }, [settled, variables]);
  if (reading === null) return null;
  if (!reading.ok) {
    const { code, params } = reading.problem;
    return <span className="text-ink-3">{t(`maths.problem.${code}`, params)}</span>;
  }
  const note = reading.notes[0];
  return (
    <span>
      <span className="text-ink-3">{t('lesson.maths.readAs')} </span>
      <Tex tex={reading.tex} className="ml-1 text-[15px]" />
      {note !== undefined && (
        <span className="mt-0.5 block text-ink-3">{t(`maths.reading.${note.code}`, note.params)}</span>
      )}
    </span>
  );
}
