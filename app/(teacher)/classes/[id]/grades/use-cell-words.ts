'use client';
/** The words of cells, asked for once and not by each of thousands. */
import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTimes } from '../../../../_i18n/use-times.ts';
import type { CellWords } from './cell-text.ts';

const STATES = ['excused', 'notOpen', 'nothing', 'missing', 'waits', 'begun', 'done', 'notTheirs'] as const;

/** @param zone by whose clock days are meant; null: the reader's own */
export function useCellWords(zone: string | null): CellWords {
  const t = useTranslations('grades');
  const format = useFormatter();
  const written = useTimes();
  // days are said once the browser is there, which knows the zone
  const [here, setHere] = useState(false);
  useEffect(() => setHere(true), []);
  const numbers = useRef(new Map<number, string>());
  return useMemo(() => {
    const states = Object.fromEntries(STATES.map((state) => [state, t(`states.${state}`)])) as CellWords['states'];
    return {
      ...{ states, late: t('late'), byHand: t('byHand'), dropped: t('dropped'), excusedShort: t('states.excused') },
      differs: t('differs'),
      until: (day) => t('untilDay', { day }),
      number: (value) => {
        const known = numbers.current.get(value) ?? format.number(value, { maximumFractionDigits: 2 });
        numbers.current.set(value, known);
        return known;
      },
      day: (at) => (here ? written(at, 'short', zone) : ''),
      of: (points, max) => t('pointsText', { points, max }),
    };
  }, [t, format, written, zone, here]);
}
