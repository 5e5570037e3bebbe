'use client';
/** The class is paused: nothing else can be reached until the teacher goes on. What was typed is kept as always. */
import { useTranslations } from 'next-intl';
import { Dialog } from 'radix-ui';
import { useState } from 'react';
import { PauseSign } from './signs.tsx';

const stay = (event: Event): void => event.preventDefault();

export function PausedNote() {
  const t = useTranslations('now.student');
  /** where one was: one goes on there */
  const [from] = useState(() => (document.activeElement instanceof HTMLElement ? document.activeElement : null));
  return (
    <Dialog.Root open>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-60 bg-black/60 backdrop-blur-sm" />
        <Dialog.Content
          // only the teacher ends it
          onEscapeKeyDown={stay}
          onInteractOutside={stay}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            from?.focus({ preventScroll: true });
          }}
          className="fixed inset-x-4 top-1/2 z-60 mx-auto max-w-[26rem] -translate-y-1/2 rounded-3 border border-line bg-paper px-7 py-8 text-center text-ink shadow-sheet outline-none"
        >
          <PauseSign className="mx-auto mb-3 size-10 text-violet-ink" />
          <Dialog.Title className="font-semibold font-serif text-[24px] leading-tight">{t('pausedTitle')}</Dialog.Title>
          <Dialog.Description className="mt-3 text-[15px] text-ink-2">{t('pausedText')}</Dialog.Description>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
