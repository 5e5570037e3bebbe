'use client';
/** A line that opens what belongs to it, below itself; it is open where the address ends in its name. */
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useLate } from '../_late/late.ts';
import { Chip } from './chip.tsx';

interface DrawerProps<Part> {
  /** the end of the address that opens it; one on a page */
  anchor: string;
  label: ReactNode;
  /** a word for what is new in it; null: nothing is */
  news: ReactNode;
  /** printed with its page, and not only to be used */
  printed?: boolean;
  /** what is shown while its part comes */
  loading: ReactNode;
  load(): Promise<Part>;
  children(part: Part): ReactNode;
}

export function Drawer<Part>({ anchor, label, news, printed = false, loading, load, children }: DrawerProps<Part>) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const { part } = useLate(open ? load : undefined);
  const place = useRef<HTMLDivElement>(null);
  // who comes by a link to it has come to read it
  useEffect(() => {
    if (location.hash !== `#${anchor}`) return;
    setOpen(true);
    place.current?.scrollIntoView?.({ block: 'start' });
  }, [anchor]);
  return (
    <div
      ref={place}
      id={anchor}
      className={`grid scroll-mt-20 grid-cols-[minmax(0,1fr)] gap-3 rounded-[10px] border border-line px-3.5 py-2 ${printed ? '' : 'print:hidden'}`}
    >
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        className="flex min-h-8 flex-wrap items-center gap-2 text-start font-semibold text-[14px] hover:text-violet-ink print:hidden"
      >
        <span aria-hidden className="text-ink-3">
          {open ? '▾' : '▸'}
        </span>
        {label}
        <span aria-live="polite">{news !== null && <Chip tone="violet">{news}</Chip>}</span>
      </button>
      <div id={id} className="grid grid-cols-[minmax(0,1fr)] empty:hidden">
        {open && (part === undefined ? <p className="text-[14px] text-ink-2">{loading}</p> : children(part))}
      </div>
    </div>
  );
}
