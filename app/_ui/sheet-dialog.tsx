'use client';
/** Dialogs over the desk. Escape closes them, and one goes on where one was. */
import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { Dialog } from 'radix-ui';
import { type ReactNode, useId, useState } from 'react';

interface DialogProps {
  title: ReactNode;
  onClose(): void;
  children: ReactNode;
}

/** From the side on a wide screen, the whole screen on a phone; a click beside closes it as well. */
export function SheetDialog(props: DialogProps) {
  return <Frame {...props} isWall={false} />;
}

/** Over the whole window, for what a class looks at on a projector: the title above, and below it what is shown. */
export function WallDialog(props: DialogProps) {
  return <Frame {...props} isWall />;
}

function Frame({ title, onClose, children, isWall }: DialogProps & { isWall: boolean }) {
  const t = useTranslations('common');
  const id = useId();
  /** where one was when it opened: one goes on there */
  const [from] = useState(() => (document.activeElement instanceof HTMLElement ? document.activeElement : null));
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        {!isWall && <Dialog.Overlay className="fixed inset-0 z-40 bg-black/40" />}
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            from?.focus();
          }}
          className={clsx(
            'fixed z-50 flex flex-col bg-paper outline-none',
            isWall ? 'inset-0' : 'inset-y-0 inset-e-0 w-full max-w-[680px] border-line border-s shadow-sheet',
          )}
        >
          <header
            className={clsx(
              'flex gap-3 px-4',
              isWall ? 'items-start pt-4 sm:px-10 sm:pt-8' : 'items-center border-line border-b py-3 sm:px-6',
            )}
          >
            <Dialog.Title
              className={clsx(
                'min-w-0 flex-1 font-semibold',
                isWall ? 'font-serif text-[clamp(22px,2.6vw,52px)] leading-tight' : 'text-[17px]',
              )}
            >
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
            className={clsx('min-h-0 flex-1 overflow-y-auto px-4', isWall ? 'py-6 sm:px-10' : 'py-5 sm:px-6')}
          >
            {children}
          </section>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
