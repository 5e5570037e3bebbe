/** A dense table in a frame of its own: it scrolls inside it, head and first column stay. */
import type { ReactNode, Ref } from 'react';

export function TableFrame({ label, children, ref }: { label: string; children: ReactNode; ref?: Ref<HTMLElement> }) {
  return (
    <section
      ref={ref}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      className="max-h-[78dvh] overflow-auto rounded-2 border border-line bg-sheet print:max-h-none print:overflow-visible print:rounded-none"
    >
      {children}
    </section>
  );
}

export const HEAD =
  'sticky top-0 z-10 print:static border-line border-b bg-sheet px-3 py-2.5 text-left font-semibold text-[13px] text-ink-2';
export const CELL = 'border-line border-b px-3 py-2 text-[14px]';
