'use client';
/** Signing out with something that is not on the server yet: send it, keep it here, or throw it away. A lesson is published in its editor, not here. */
import { useTranslations } from 'next-intl';
import { Dialog } from 'radix-ui';
import { useEffect, useState } from 'react';
import { Button } from '../../_ui/button.tsx';
import { discardLessons, keptLessons } from './kept-lessons.ts';
import type { Outbox } from './outbox.ts';

interface SignOutProps {
  /** who signs out */
  user: string;
  outbox: Outbox;
  onClose(): void;
  /** all is settled: signs out. @returns whether that went through */
  onDone(): Promise<boolean>;
}

export function SignOutDialog({ user, outbox, onClose, onDone }: SignOutProps) {
  const t = useTranslations('outbox.signOut');
  const common = useTranslations('common');
  const [busy, setBusy] = useState(false);
  // who shows this hears of changes of the outbox
  const left = outbox.unsent.length;
  const lessons = keptLessons(user);
  const nothing = left + lessons.count === 0;
  const lasts = (left === 0 || outbox.snapshot.lasts) && lessons.last;
  const [failed, setFailed] = useState<'notSent' | 'notOut' | undefined>(
    // asked with nothing left: the server could not be told
    () => (nothing ? 'notOut' : undefined),
  );
  /** Settles what is left, then signs out. */
  const after = async (settle: () => Promise<number>): Promise<void> => {
    setBusy(true);
    setFailed(undefined);
    const still = await settle();
    const out = still === 0 && (await onDone());
    setBusy(false);
    if (!out) setFailed(still === 0 ? 'notOut' : 'notSent');
  };
  // what is told is about the network as it was
  useEffect(() => {
    const forget = (): void => setFailed(undefined);
    addEventListener('online', forget);
    return () => removeEventListener('online', forget);
  }, []);
  const send = (): Promise<void> => after(async () => (await outbox.flush()).length);
  /** Sends; what is to become of the lessons is asked then. */
  const sendFirst = async (): Promise<void> => {
    setBusy(true);
    setFailed(undefined);
    const still = await outbox.flush();
    setBusy(false);
    if (still.length > 0) setFailed('notSent');
  };
  const keep = (): Promise<void> => after(async () => 0);
  const discard = (): Promise<void> =>
    after(async () => {
      await outbox.discard();
      discardLessons(user);
      return 0;
    });
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-black/40" />
        <Dialog.Content className="-translate-y-1/2 fixed inset-x-0 top-1/2 z-50 mx-auto grid w-[calc(100vw-24px)] max-w-[460px] gap-4 rounded-2 border border-line bg-paper p-5 shadow-sheet outline-none">
          <Dialog.Title className="font-semibold text-[17px]">{t('title', { count: left })}</Dialog.Title>
          <Dialog.Description className="text-[15px] text-ink-2">
            {left > 0 && t('text')} {lessons.count > 0 && t('lesson')}{' '}
            {t(nothing ? 'textNothing' : lasts ? 'ifKept' : 'ifNot')}
          </Dialog.Description>
          <p role="status" className="text-[14px] text-wrong empty:hidden">
            {failed !== undefined && t(failed)}
          </p>
          <div className="grid gap-2.5">
            {nothing && (
              <Button look="first" disabled={busy} onClick={() => void send()}>
                {t(busy ? 'signingOut' : 'again')}
              </Button>
            )}
            {left > 0 && (
              <Button look="first" disabled={busy} onClick={() => void (lessons.count > 0 ? sendFirst() : send())}>
                {t(busy ? 'sending' : lessons.count > 0 ? 'sendFirst' : 'send')}
              </Button>
            )}
            {!nothing && lasts && (
              <Button disabled={busy} onClick={() => void keep()}>
                {t('keep')}
              </Button>
            )}
            {!nothing && (
              <Button look="danger" disabled={busy} onClick={() => void discard()}>
                {t('discard')}
              </Button>
            )}
            <Button look="quiet" disabled={busy} onClick={onClose}>
              {common('cancel')}
            </Button>
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
