'use client';
/** The words of cells, asked for once and not by each of thousands. */
import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef, useState } from 'react';
import { ownZone } from '../../../../_i18n/use-times.ts';
import type { CellWords } from './cell-text.ts';

const STATES = ['excused', 'notOpen', 'nothing', 'missing', 'waits', 'begun', 'done', 'notTheirs'] as const;

/** @param zone by whose clock days are meant; null: the reader's own */
export function useCellWords(zone: string | null): CellWords {
  const t = useTranslations('grades');
  const format = useFormatter();
  // the server does not know it
  const [here, setHere] = useState<string>();
  useEffect(() => setHere(ownZone()), []);
  const numbers = useRef(new Map<number, string>());
  return useMemo(() => {
    const states = Object.fromEntries(STATES.map((state) => [state, t(`states.${state}`)])) as CellWords['states'];
    const timeZone = zone ?? here;
    return {
      ...{ states, late: t('late'), byHand: t('byHand'), dropped: t('dropped'), excusedShort: t('states.excused') },
      number: (value) => {
        const known = numbers.current.get(value) ?? format.number(value, { maximumFractionDigits: 2 });
        numbers.current.set(value, known);
        return known;
      },
      day: (at) =>
        timeZone === undefined ? '' : format.dateTime(new Date(at), { day: 'numeric', month: 'short', timeZone }),
      of: (points, max) => t('pointsText', { points, max }),
    };
  }, [t, format, zone, here]);
}
