'use client';
/** A figure of a lesson, by its name. Its plot is loaded when it is near the screen; its space is kept free from the start. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import type { ComponentType } from 'react';
import type { Figure as FigureData } from '../../../../domain/lesson/compiled.ts';
import { type Load, useLate } from '../../../_late/late.ts';
import { useNear } from '../../../_late/use-near.ts';
import { Html } from '../html.tsx';
import { type PlotProps, WHOLE_HEIGHT } from './plot.ts';

const plots: { [N in FigureData['name']]: Load<ComponentType<PlotProps>> } = {
  tangent: async () => (await import('./tangent.tsx')).Tangent,
  descent: async () => (await import('./descent.tsx')).Descent,
};

export function Figure({ figure }: { figure: FigureData }) {
  const t = useTranslations('lesson.figure');
  const { place, near } = useNear<HTMLElement>();
  const { part: Plot, waits } = useLate(near ? plots[figure.name] : undefined);
  return (
    <figure className="print:break-inside-avoid">
      <section
        ref={place}
        aria-label={t(`${figure.name}.label`)}
        className={clsx(
          'lesson-figure overflow-hidden rounded-2 border border-line bg-sheet',
          WHOLE_HEIGHT[figure.name],
        )}
      >
        {Plot !== undefined && <Plot parameters={figure.parameters} />}
        {waits && (
          <p role="status" className="lesson-small p-5 text-ink-3">
            {t('waits')}
          </p>
        )}
      </section>
      <Html as="figcaption" html={figure.captionHtml} className="lesson-prose lesson-small mt-2.5 text-ink-2" />
    </figure>
  );
}
