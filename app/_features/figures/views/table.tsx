'use client';
/** A table of a figure: it grows row by row, lights cells up, and lets one be chosen. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef } from 'react';
import type { CellControl } from '../../../../domain/figures/controls.ts';
import { tableOf } from '../../../../domain/figures/shown/tables.ts';
import type { ViewOf } from '../../../../domain/figures/views.ts';
import { Html } from '../../lesson/html.tsx';
import { useNumbers } from '../numbers.ts';
import { tableHeight } from '../sizes.ts';
import type { ViewProps } from '../view-props.ts';

export function Table({ view, figure, scope, controls, move }: ViewProps<ViewOf<'table'>>) {
  const t = useTranslations('lesson.figure.drawn');
  const { short } = useNumbers();
  const shown = useMemo(() => tableOf(view, scope), [view, scope]);
  const chooses = figure.controls.find((one): one is CellControl => 'cell' in one && one.in === view.table);
  const chosen = chooses && controls[chooses.cell];
  const box = useRef<HTMLDivElement>(null);
  const count = shown.rows.length;
  useEffect(() => {
    // what a step has added is seen, without the page moving
    if (view.upto !== undefined && count > 1 && box.current !== null) box.current.scrollTop = box.current.scrollHeight;
  }, [count, view.upto]);
  const hasNames = shown.rows.some(({ head }) => head !== undefined);
  return (
    <section
      ref={box}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
      tabIndex={0}
      aria-label={t('table')}
      className="overflow-auto px-4 py-1"
      style={{ maxHeight: tableHeight(view, figure) }}
    >
      <table className="w-full border-collapse text-[14px] tabular-nums">
        {shown.heads.length > 0 && (
          <thead>
            <tr>
              {hasNames && <td />}
              {shown.heads.map((head, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns are their order
                <th key={index} scope="col" className="sticky top-0 bg-sheet px-2 py-1 text-end font-semibold">
                  <Html as="span" html={head} />
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {shown.rows.map(({ head, cells }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are their order
            <tr key={i} className="border-line border-t">
              {hasNames && (
                <th scope="row" className="px-2 py-1 text-start font-normal text-ink-2">
                  {head !== undefined && <Html as="span" html={head} />}
                </th>
              )}
              {cells.map(({ value, digits, isLit }, j) => {
                const text = short(value, digits);
                const look = clsx('px-2 py-1 text-end', isLit && 'bg-violet-soft font-semibold');
                if (chooses === undefined)
                  return (
                    // biome-ignore lint/suspicious/noArrayIndexKey: cells are their order
                    <td key={j} className={look}>
                      {text}
                    </td>
                  );
                const isChosen = Array.isArray(chosen) && chosen[0] === i + 1 && chosen[1] === j + 1;
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells are their order
                  <td key={j} className={clsx(look, 'p-0')}>
                    <button
                      type="button"
                      aria-pressed={isChosen}
                      onClick={() => move(chooses.cell, [i + 1, j + 1])}
                      className={clsx(
                        'min-h-9 w-full rounded-1 px-2 text-end hover:bg-fill',
                        isChosen && 'outline outline-2 outline-violet',
                      )}
                    >
                      {text}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
        {shown.sums !== undefined && (
          <tfoot>
            <tr className="border-ink-3 border-t-2 font-semibold">
              {hasNames && (
                <th scope="row" className="px-2 py-1 text-start">
                  {t('sum')}
                </th>
              )}
              {shown.sums.map((sum, j) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells are their order
                <td key={j} className="px-2 py-1 text-end">
                  {short(sum, shown.rows[0]?.cells[j]?.digits)}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}
