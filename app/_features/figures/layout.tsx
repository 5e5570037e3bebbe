/** How a figure is laid out: the same before it is loaded and after, so that nothing jumps. */
import './figure.css';
import clsx from 'clsx';
import { type ReactNode, useId } from 'react';
import type { DrawnFigure } from '../../../domain/figures/figure.ts';
import type { View, ViewOf } from '../../../domain/figures/views.ts';
import { Html } from '../lesson/html.tsx';
import { footHeight, heightOf } from './sizes.ts';

interface FigureLayoutProps {
  figure: DrawnFigure;
  view(view: View): ReactNode;
  controls: ReactNode;
  readouts: ReactNode;
  say: ReactNode;
  foot: ReactNode;
}

export function FigureLayout({ figure, view, controls, readouts, say, foot }: FigureLayoutProps) {
  const id = useId();
  const { views } = figure;
  const abreast = areAbreast(figure);
  return (
    <section
      aria-labelledby={`${id}title`}
      aria-describedby={`${id}say`}
      className="drawn-figure overflow-hidden rounded-2 border border-line bg-sheet print:break-inside-avoid"
    >
      <div className="border-line border-b px-4 py-2.5">
        <h4 id={`${id}title`} className="font-semibold text-[15px]">
          {figure.title}
        </h4>
        {figure.ask !== undefined && (
          <Html as="p" html={figure.ask} className="mt-0.5 text-[14px] text-ink-2 leading-snug" />
        )}
      </div>
      <div className={clsx('grid grid-cols-1', abreast ? 'sm:grid-cols-3' : views.length > 1 && 'sm:grid-cols-2')}>
        {views.map((one, index) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: views are their order
            key={index}
            className={clsx(
              'min-w-0 border-line max-sm:not-first:border-t',
              'h-(--narrow) sm:h-(--wide)',
              !abreast && views.length === 3 && index === 0 && 'sm:col-span-2 sm:border-b',
              index > 0 && (abreast || index % 2 === (views.length === 3 ? 0 : 1)) && 'sm:border-s',
              index > 1 && views.length === 4 && 'sm:border-t',
            )}
            style={
              {
                '--narrow': `${heightOf(one, figure, { narrow: true })}px`,
                '--wide': `${widest(figure, index)}px`,
              } as never
            }
          >
            {'label' in one && one.label !== undefined && (
              <Html as="p" html={one.label} className="h-7 truncate px-4 pt-1.5 font-semibold text-[13.5px]" />
            )}
            {view(one)}
          </div>
        ))}
      </div>
      <div
        className={clsx(
          'grid grid-cols-1 content-start border-line border-t sm:grid-cols-2 print:hidden',
          'min-h-(--narrow) sm:min-h-(--wide)',
          footHeight(figure, 1) === 0 && 'hidden',
        )}
        style={{ '--narrow': `${footHeight(figure, 1)}px`, '--wide': `${footHeight(figure, 2)}px` } as never}
      >
        {controls}
        {figure.readouts.length > 0 && (
          <dl className="col-span-full flex min-h-12 flex-wrap items-center gap-x-6 px-4 text-[14px]">{readouts}</dl>
        )}
      </div>
      <div className="flex min-h-14 items-start justify-between gap-3 border-line border-t bg-fill/50 px-4 py-2.5">
        <p id={`${id}say`} className="min-w-0 text-[14px] text-ink-2 leading-snug">
          {say}
        </p>
        {foot}
      </div>
    </section>
  );
}

/** A table of so many columns is narrow. */
const NARROW_COLUMNS = 2;

/** Three narrow tables stand in one row, as a product of matrices does: the first would be spread over two places else. */
function areAbreast({ views }: DrawnFigure): boolean {
  return views.length === 3 && views.every((one) => 'table' in one && columnsOf(one) <= NARROW_COLUMNS);
}

const columnsOf = ({ columns, heads }: ViewOf<'table'>): number =>
  (columns ?? heads ?? []).length || Number.POSITIVE_INFINITY;

/** Views beside each other are as high as the higher one. */
function widest(figure: DrawnFigure, index: number): number {
  const { views } = figure;
  const isWhole = (at: number): boolean => views.length === 1 || (views.length === 3 && at === 0);
  const height = (at: number): number =>
    views[at] === undefined ? 0 : heightOf(views[at], figure, { half: !isWhole(at) });
  if (areAbreast(figure)) return Math.max(...[0, 1, 2].map(height));
  const own = height(index);
  if (isWhole(index)) return own;
  const row = views.length === 3 ? [1, 2] : index < 2 ? [0, 1] : [2, 3];
  return Math.max(...row.map(height));
}
