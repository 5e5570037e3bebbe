'use client';
/** A short list in a form: rows are added, taken away and brought back, and moved by dragging, buttons or Alt with ↑ ↓. */
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { Button } from '../../_ui/button.tsx';
import { useDrag } from '../../_ui/drag/use-drag.ts';

interface RowsProps<T> {
  /** what one of them is called: “Option” */
  one: string;
  /** what stands on the button that adds one; left out: they come from elsewhere */
  add?: string;
  rows: readonly T[];
  onChange(rows: readonly T[]): void;
  blank?(): T;
  least?: number;
  most: number;
  /** their order says nothing: they are not moved */
  fixed?: boolean;
  children(row: T, change: (row: T) => void, index: number): ReactNode;
}

export function Rows<T>({ one, add, rows, onChange, blank, least = 0, most, fixed = false, children }: RowsProps<T>) {
  const t = useTranslations('authoring.rows');
  const list = useRef<HTMLOListElement>(null);
  const [removed, setRemoved] = useState<{ row: T; at: number } | null>(null);
  const [said, setSaid] = useState('');
  const focusRow = (index: number, what = 'input, textarea, select'): void => {
    // once the rows are there
    setTimeout(() => list.current?.children[index]?.querySelector<HTMLElement>(what)?.focus());
  };
  const move = (from: number, to: number, what?: string): void => {
    if (to < 0 || to >= rows.length || from === to) return;
    const next = [...rows];
    next.splice(to, 0, ...next.splice(from, 1));
    onChange(next);
    setSaid(t('moved', { one, place: to + 1, count: rows.length }));
    if (what !== undefined) focusRow(to, what);
  };
  const drag = useDrag(list, (from, to) => move(from, to));
  const remove = (at: number): void => {
    const row = rows[at];
    if (row === undefined) return;
    setRemoved({ row, at });
    onChange(rows.toSpliced(at, 1));
    setSaid('');
    focusRow(Math.min(at, rows.length - 2));
  };
  const bringBack = (): void => {
    if (removed === null) return;
    onChange(rows.toSpliced(removed.at, 0, removed.row));
    focusRow(removed.at);
    setRemoved(null);
  };
  const insert = (): void => {
    if (blank === undefined) return;
    onChange([...rows, blank()]);
    setRemoved(null);
    focusRow(rows.length);
  };
  const onKeyDown = (index: number) => (event: KeyboardEvent<HTMLElement>) => {
    if (fixed || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    const isHandle = event.target instanceof HTMLElement && event.target.dataset.handle !== undefined;
    move(index, index + (event.key === 'ArrowUp' ? -1 : 1), isHandle ? '[data-handle]' : 'input, textarea');
  };
  return (
    <div className="grid gap-2">
      <ol ref={list} className="grid gap-2.5 empty:hidden">
        {rows.map((row, index) => (
          <li
            // rows have no name of their own: what is typed is theirs
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
            key={index}
            onKeyDown={onKeyDown(index)}
            style={{ transform: `translateY(${drag.shift(index)}px)` }}
            className={`flex items-start gap-1.5 ${drag.from === index ? 'relative z-10 bg-sheet' : ''}`}
          >
            {!fixed && rows.length > 1 && (
              <button
                type="button"
                data-handle
                onPointerDown={(event) => drag.begin(index, event)}
                onKeyDown={(event) => {
                  if (event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
                  event.preventDefault();
                  move(index, index + (event.key === 'ArrowUp' ? -1 : 1), '[data-handle]');
                }}
                aria-label={t('move', { one, place: index + 1 })}
                title={t('moveHow')}
                className="min-h-10 w-7 shrink-0 cursor-grab touch-none rounded-1 text-ink-3 hover:bg-fill hover:text-ink"
              >
                ⠿
              </button>
            )}
            <div className="min-w-0 flex-1">
              {children(row, (changed) => onChange(rows.with(index, changed)), index)}
            </div>
            {rows.length > least && (
              <button
                type="button"
                onClick={() => remove(index)}
                aria-label={t('remove', { one, place: index + 1 })}
                title={t('remove', { one, place: index + 1 })}
                className="min-h-10 w-8 shrink-0 rounded-1 text-ink-3 hover:bg-fill hover:text-ink"
              >
                ✕
              </button>
            )}
          </li>
        ))}
      </ol>
      <p className="flex flex-wrap items-center gap-3 text-[14px] text-ink-2">
        {add !== undefined && rows.length < most && (
          <Button size="small" onClick={insert}>
            + {add}
          </Button>
        )}
        {removed !== null && (
          <>
            <span>{t('removed', { one, place: removed.at + 1 })}</span>
            <Button size="small" look="quiet" onClick={bringBack}>
              {t('undo')}
            </Button>
          </>
        )}
        <span role="status" className="sr-only">
          {said}
        </span>
      </p>
    </div>
  );
}
