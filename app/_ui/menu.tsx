'use client';
/** Settings behind a button: opened by it, closed by Escape and by a click beside them. */
import { Popover } from 'radix-ui';
import type { ReactNode } from 'react';

/** @param title what is in it, for who does not see it open */
export function Menu({ label, title, children }: { label: ReactNode; title: string; children: ReactNode }) {
  return (
    <Popover.Root>
      <Popover.Trigger className="flex min-h-10 items-center gap-1.5 rounded-[10px] px-1 hover:text-ink">
        {label} <span aria-hidden>▾</span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          collisionPadding={16}
          aria-label={title}
          className="z-60 w-[min(26rem,calc(100vw-2rem))] rounded-2 border border-line bg-sheet text-[14px] shadow-sheet outline-none"
        >
          <fieldset className="grid max-h-[min(30rem,var(--radix-popover-content-available-height))] gap-1 overflow-auto px-4 py-3">
            <legend className="sr-only">{title}</legend>
            {children}
          </fieldset>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
