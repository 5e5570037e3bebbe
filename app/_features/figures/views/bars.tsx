'use client';
/** Bars of a figure, one below the other, from a common zero; by twos where two things are compared. */
import { useMemo } from 'react';
import { barsOf } from '../../../../domain/figures/shown/bars.ts';
import type { ViewOf } from '../../../../domain/figures/views.ts';
import { Html } from '../../lesson/html.tsx';
import { useNumbers } from '../numbers.ts';
import type { ViewProps } from '../view-props.ts';

export function Bars({ view, scope }: ViewProps<ViewOf<'bars'>>) {
  const { short } = useNumbers();
  const shown = useMemo(() => barsOf(view, scope), [view, scope]);
  const { from, to, pairs, digits } = view;
  const part = (value: number): number => (Math.min(to, Math.max(from, value)) - from) / (to - from);
  const zero = part(0);
  const bar = (value: number, isSecond: boolean) => {
    const [start, end] = [Math.min(zero, part(value)), Math.max(zero, part(value))];
    return (
      <div className="grid grid-cols-[minmax(0,1fr)_4.5rem] items-center gap-2">
        <div className="relative h-4 rounded-1 bg-fill">
          {Number.isFinite(value) && end > start && (
            <div
              className="absolute inset-y-0 rounded-1"
              style={{
                insetInlineStart: `${start * 100}%`,
                width: `${(end - start) * 100}%`,
                ...(isSecond
                  ? { border: '2px solid var(--figure-second)', background: 'transparent' }
                  : { background: 'var(--figure-accent)' }),
              }}
            />
          )}
          <div className="absolute inset-y-[-3px] w-px bg-ink-3" style={{ insetInlineStart: `${zero * 100}%` }} />
        </div>
        <span className="text-end text-[13.5px] tabular-nums">{short(value, digits)}</span>
      </div>
    );
  };
  return (
    <div className="px-4 py-3">
      {pairs !== undefined && (
        <p className="flex h-7 gap-5 text-[13.5px] text-ink-2">
          <span className="flex items-center gap-2">
            <span className="inline-block size-3 rounded-1" style={{ background: 'var(--figure-accent)' }} />
            <Html as="span" html={pairs[0]} />
          </span>
          <span className="flex items-center gap-2">
            <span className="inline-block size-3 rounded-1" style={{ border: '2px solid var(--figure-second)' }} />
            <Html as="span" html={pairs[1]} />
          </span>
        </p>
      )}
      <dl>
        {shown.map(({ label, value, beside }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: bars are their order
          <div key={index} className="grid grid-cols-[4.5rem_minmax(0,1fr)] items-center gap-2 py-1.5">
            <dt className="truncate text-[14px]">
              <Html as="span" html={label} />
            </dt>
            <dd className="grid gap-1">
              {bar(value, false)}
              {beside !== undefined && bar(beside, true)}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
