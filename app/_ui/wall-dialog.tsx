'use client';
/** A dialog over the whole window, for what a class looks at on a projector. Escape closes it. */
import { useTranslations } from 'next-intl';
import { Dialog } from 'radix-ui';
import { type ReactNode, useId, useState } from 'react';

interface WallDialogProps {
  title: ReactNode;
  onClose(): void;
  children: ReactNode;
}

/** The title above, and below it what is shown; longer than the window, it scrolls. */
export function WallDialog({ title, onClose, children }: WallDialogProps) {
  const t = useTranslations('common');
  const id = useId();
  /** where one was when it opened: one goes on there */
  const [from] = useState(() => (document.activeElement instanceof HTMLElement ? document.activeElement : null));
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            from?.focus();
          }}
          className="fixed inset-0 z-50 flex flex-col bg-paper outline-none"
        >
          <header className="flex items-start gap-3 px-4 pt-4 sm:px-10 sm:pt-8">
            <Dialog.Title className="min-w-0 flex-1 font-semibold font-serif text-[clamp(22px,2.6vw,52px)] leading-tight">
              <span id={id}>{title}</span>
            </Dialog.Title>
            <Dialog.Close
              aria-label={t('close')}
              className="grid size-11 shrink-0 place-items-center rounded-[10px] text-ink-2 hover:bg-fill hover:text-ink"
            >
              ✕
            </Dialog.Close>
          </header>
          <section
            aria-labelledby={id}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
            tabIndex={0}
            className="min-h-0 flex-1 overflow-y-auto px-4 py-6 sm:px-10"
          >
            {children}
          </section>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
