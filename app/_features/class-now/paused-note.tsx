'use client';
/** The class is paused: nothing else can be reached until the teacher goes on. What was typed is kept as always. */
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { BDI } from '../../_i18n/bdi.tsx';
import { PauseSign } from './signs.tsx';

export function PausedNote({ by }: { by: string | null }) {
  const t = useTranslations('now.student');
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const { current } = dialog;
    const from = document.activeElement;
    current?.showModal();
    return () => {
      current?.close();
      if (from instanceof HTMLElement) from.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby="hour-paused"
      // only the teacher ends it
      onCancel={(event) => event.preventDefault()}
      onKeyDown={(event) => event.key === 'Escape' && event.preventDefault()}
      className="m-auto w-[calc(100vw-2rem)] max-w-[26rem] rounded-3 border border-line bg-paper px-7 py-8 text-center text-ink shadow-sheet backdrop:bg-black/60 backdrop:backdrop-blur-sm"
    >
      <PauseSign className="mx-auto mb-3 size-10 text-violet-ink" />
      <h2 id="hour-paused" className="font-semibold font-serif text-[24px] leading-tight">
        {t.rich(by === null ? 'pausedBySomebody' : 'pausedBy', { name: by ?? '', ...BDI })}
      </h2>
      <p className="mt-3 text-[15px] text-ink-2">{t('pausedText')}</p>
    </dialog>
  );
}
