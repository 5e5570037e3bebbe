'use client';
/** A dialog over the desk: from the side on a wide screen, the whole screen on a phone. Escape and a click beside close it. */
import { useTranslations } from 'next-intl';
import { Dialog } from 'radix-ui';
import { type ReactNode, useId, useState } from 'react';

export function SheetDialog({ title, onClose, children }: { title: ReactNode; onClose(): void; children: ReactNode }) {
  const t = useTranslations('common');
  const id = useId();
  /** where one was when it opened: one goes on there */
  const [from] = useState(() => (document.activeElement instanceof HTMLElement ? document.activeElement : null));
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/40" />
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            from?.focus();
          }}
          className="fixed inset-y-0 inset-e-0 z-50 flex w-full max-w-[680px] flex-col border-line border-s bg-paper shadow-sheet outline-none"
        >
          <header className="flex items-center gap-3 border-line border-b px-4 py-3 sm:px-6">
            <Dialog.Title className="min-w-0 flex-1 font-semibold text-[17px]">
              <span id={id}>{title}</span>
            </Dialog.Title>
            <Dialog.Close
              aria-label={t('close')}
              className="grid size-10 shrink-0 place-items-center rounded-[10px] text-ink-2 hover:bg-fill hover:text-ink"
            >
              ✕
            </Dialog.Close>
          </header>
          <section
            aria-labelledby={id}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
            tabIndex={0}
            className="min-h-0 flex-1 overflow-y-auto px-4 py-5 sm:px-6"
          >
            {children}
          </section>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
