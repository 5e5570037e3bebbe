'use client';
/**
 * Asks what a picture shows, while it is on its way to the server; without a file first which one. Loaded where somebody puts one in.
 */
import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { LONGEST_ALT } from '../../../../domain/pictures/limits.ts';
import { pictureInMarkdown } from '../../../../domain/pictures/written.ts';
import type { Outcome } from '../../../../domain/refusal.ts';
import { useRefusals } from '../../../_i18n/use-refusals.ts';
import { Button } from '../../../_ui/button.tsx';
import { SheetDialog } from '../../../_ui/sheet-dialog.tsx';
import { PICKED, picturesOf } from './files.ts';
import { type SentPicture, sendPicture } from './send-picture.ts';

interface PictureSheetProps {
  /** pasted or dropped; undefined: it is to be picked */
  file: File | undefined;
  onClose(): void;
  /** the picture as it is written */
  onInsert(markdown: string): void;
}

export function PictureSheet({ file: given, onClose, onInsert }: PictureSheetProps) {
  const t = useTranslations('authoring.picture');
  // what to do with a picture is said where there are some
  const told = useTranslations('authoring.picture.refused');
  const say = useRefusals();
  const id = useId();
  const [file, setFile] = useState(given);
  const [sent, setSent] = useState<Outcome<SentPicture>>();
  const [alt, setAlt] = useState('');
  /** it was asked to be put in before it had arrived, or before anything was said of it */
  const [waits, setWaits] = useState(false);
  const [missing, setMissing] = useState(false);
  const [tries, setTries] = useState(0);
  const words = useRef<HTMLTextAreaElement>(null);
  const [shown, setShown] = useState<string>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: sent once more with each try
  useEffect(() => {
    if (file === undefined) return;
    const leaving = new AbortController();
    const url = URL.createObjectURL(file);
    setShown(url);
    setSent(undefined);
    void sendPicture(file, leaving.signal).then((outcome) => {
      if (!leaving.signal.aborted) setSent(outcome);
    });
    words.current?.focus();
    return () => {
      leaving.abort();
      URL.revokeObjectURL(url);
    };
  }, [file, tries]);
  useEffect(() => {
    if (!waits || sent === undefined) return;
    setWaits(false);
    if (sent.ok) onInsert(pictureInMarkdown(sent.picture, alt));
  }, [waits, sent, alt, onInsert]);
  const insert = (event: FormEvent): void => {
    event.preventDefault();
    // React's events come through portals: the form around it is none of this one's
    event.stopPropagation();
    setMissing(alt.trim() === '');
    if (alt.trim() === '') words.current?.focus();
    else if (file !== undefined) {
      if (sent?.ok === false) setTries((before) => before + 1);
      if (sent?.ok === false) setSent(undefined);
      setWaits(true);
    }
  };
  const take = (files: readonly File[]): void => {
    if (files[0] !== undefined) setFile(files[0]);
  };
  const inFull = sent?.ok === false && sent.refused === 'pictureRefused' ? told(sent.field ?? 'broken') : undefined;
  const refused = sent?.ok === false ? (inFull ?? say(sent)) : undefined;
  return (
    <SheetDialog title={t('title')} onClose={onClose}>
      <form
        onSubmit={insert}
        onPaste={(event) => {
          const pasted = picturesOf(event.clipboardData);
          if (pasted.length > 0) event.preventDefault();
          take(pasted);
        }}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          take(picturesOf(event.dataTransfer));
        }}
        className="grid gap-4"
      >
        <label className="grid gap-1.5 text-[14px]">
          <span className="font-[550]">{t(file === undefined ? 'pick' : 'another')}</span>
          <input
            type="file"
            accept={PICKED}
            onChange={({ target }) => take([...(target.files ?? [])])}
            className="text-[14px] file:me-3 file:min-h-10 file:rounded-[10px] file:border file:border-line file:bg-fill file:px-4 file:font-[550]"
          />
          <span className="text-ink-2">{t('pickHow')}</span>
        </label>
        {shown !== undefined && (
          <p className="grid min-h-40 place-items-center rounded-2 border border-line bg-white p-2">
            {/* biome-ignore lint/performance/noImgElement: a file of this device, shown before it is anywhere else */}
            <img src={shown} alt="" className="max-h-[40dvh] max-w-full" />
          </p>
        )}
        <p role="status" className={refused === undefined ? 'text-[14px] text-ink-2' : 'text-[14px] text-wrong'}>
          {refused ??
            (file === undefined
              ? ''
              : sent === undefined
                ? t('sending')
                : t(sent.ok && sent.stilled ? 'stilled' : 'sent'))}
        </p>
        <div className="grid gap-1.5">
          <label htmlFor={id} className="font-[550] text-[14px]">
            {t('alt')}
          </label>
          <textarea
            ref={words}
            id={id}
            value={alt}
            onChange={({ target }) => {
              setAlt(target.value);
              setMissing(false);
            }}
            rows={3}
            maxLength={LONGEST_ALT}
            aria-invalid={missing}
            aria-describedby={`${id}-how${missing ? ` ${id}-missing` : ''}`}
            className="rounded-[10px] border border-line bg-sheet px-3 py-2.5 text-[15px] aria-invalid:border-wrong"
          />
          <p id={`${id}-how`} className="text-[13px] text-ink-3">
            {t('altHow')}
          </p>
          {missing && (
            <p id={`${id}-missing`} role="alert" className="text-[13px] text-wrong">
              {t('altMissing')}
            </p>
          )}
        </div>
        <p>
          <Button type="submit" look="first" idle={file === undefined || waits}>
            {t(waits ? 'waiting' : 'insert')}
          </Button>
        </p>
      </form>
    </SheetDialog>
  );
}
