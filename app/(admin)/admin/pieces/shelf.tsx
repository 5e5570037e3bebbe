/** A shelf of the catalogue: pieces of one sort, each under the name of its state. */
import { type ReactNode, useId } from 'react';

/** A part of the catalogue. */
export function Shelf({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <h2 id={id} className="border-line border-b pb-1 font-semibold text-[20px]">
        {title}
      </h2>
      {children}
    </section>
  );
}

/** @param called the state that it is in */
export function Piece({ called, children }: { called: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <h3 className="text-[13px] text-ink-3">{called}</h3>
      {children}
    </div>
  );
}

/** Several beside each other, as many as there is room for. */
export function Row({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-3">{children}</div>;
}
