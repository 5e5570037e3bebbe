'use client';
/** Asks before something is done that cannot be undone: what will happen, in words, and the act itself on the button. */
import { useTranslations } from 'next-intl';
import { AlertDialog } from 'radix-ui';
import { type ReactNode, useRef, useState } from 'react';
import { Button } from './button.tsx';

interface Question {
  /** what is about to happen, as a question */
  title: ReactNode;
  /** what it means, and what stays */
  text?: string;
  /** the act, on the button that does it */
  act: string;
}

export interface Asking {
  /** @returns whether it is wanted; Escape and the other button say no */
  ask(question: Question): Promise<boolean>;
  /** stands in the page */
  dialog: ReactNode;
}

export function useAsking(): Asking {
  const common = useTranslations('common');
  const [open, setOpen] = useState<Question & { answer(wanted: boolean): void }>();
  /** where one was when it was asked: one goes on there, whatever was said */
  const from = useRef<HTMLElement | null>(null);
  const close = (wanted: boolean): void => {
    open?.answer(wanted);
    setOpen(undefined);
  };
  const dialog = open !== undefined && (
    <AlertDialog.Root open onOpenChange={(stays) => !stays && close(false)}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-40 bg-black/40" />
        <AlertDialog.Content
          {...(open.text === undefined ? { 'aria-describedby': undefined } : {})}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            from.current?.focus();
          }}
          className="fixed inset-x-4 top-1/2 z-50 mx-auto grid max-w-[440px] -translate-y-1/2 gap-3 rounded-3 border border-line bg-paper px-5 py-5 shadow-sheet outline-none"
        >
          <AlertDialog.Title className="font-semibold text-[17px]">{open.title}</AlertDialog.Title>
          {open.text !== undefined && (
            <AlertDialog.Description className="text-[15px] text-ink-2">{open.text}</AlertDialog.Description>
          )}
          <div className="mt-2 flex flex-wrap justify-end gap-2">
            <AlertDialog.Cancel asChild>
              <Button>{common('cancel')}</Button>
            </AlertDialog.Cancel>
            <AlertDialog.Action asChild onClick={() => close(true)}>
              <Button look="danger">{open.act}</Button>
            </AlertDialog.Action>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
  const ask = (question: Question): Promise<boolean> => {
    from.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    return new Promise((answer) => setOpen({ ...question, answer }));
  };
  return { ask, dialog };
}
