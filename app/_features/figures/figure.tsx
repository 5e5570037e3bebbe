'use client';
/** A figure as data: its frame and words at once, its drawings when somebody comes near, or when the page is printed. */
import { useTranslations } from 'next-intl';
import type { ComponentType } from 'react';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { DrawnFigure } from '../../../domain/figures/figure.ts';
import { type Load, useLate } from '../../_late/late.ts';
import { useNear } from '../../_late/use-near.ts';
import { FigureLayout } from './layout.tsx';

type Drawn = ComponentType<{ figure: DrawnFigure }>;
/** Once one of them is there, the others are drawn without waiting: also before a page is printed. */
let there: Drawn | undefined;
const load: Load<Drawn> = async () => {
  there = (await import('./drawn.tsx')).Drawn;
  return there;
};

export function DrawnFigureFrame({ figure }: { figure: DrawnFigure }) {
  const t = useTranslations('lesson.figure');
  const { place, near } = useNear<HTMLDivElement>();
  const prints = usePrinting();
  const { part, waits } = useLate(near ? load : undefined);
  const Drawing = part ?? (prints ? there : undefined);
  return (
    <div ref={place}>
      {Drawing === undefined ? (
        <FigureLayout
          figure={figure}
          view={() => null}
          controls={null}
          readouts={null}
          say={waits ? t('waits') : figure.said}
          foot={null}
        />
      ) : (
        <Drawing figure={figure} />
      )}
    </div>
  );
}

/** Whether the page has been asked to be printed: what is on paper cannot be come near to. */
function usePrinting(): boolean {
  const [prints, setPrints] = useState(false);
  useEffect(() => {
    // at once: the browser takes its picture as soon as this has returned
    const begin = (): void => flushSync(() => setPrints(true));
    window.addEventListener('beforeprint', begin);
    return () => window.removeEventListener('beforeprint', begin);
  }, []);
  return prints;
}
