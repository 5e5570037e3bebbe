'use client';
/** A line for the whole matrix: what is typed or pasted in it fills the entries. */
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Button } from '../../_ui/button.tsx';

interface WholeTextProps {
  /** whether it could be filled in, or told why not */
  onFill(text: string): boolean;
  onTyped(): void;
}

export function WholeText({ onFill, onTyped }: WholeTextProps) {
  const t = useTranslations('lesson.matrix');
  const id = useId();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const fill = (): void => {
    if (text.trim() !== '') onFill(text);
  };
  if (!open)
    return (
      <button
        type="button"
        onClick={() => setOpen(true)}
        className="-my-2 min-h-11 justify-self-start text-[12.5px] text-ink-3 underline underline-offset-2 hover:text-ink"
      >
        {t('toWhole')}
      </button>
    );
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-2">
      <label htmlFor={id} className="col-span-2 text-[13px] text-ink-2">
        {t('wholeHow')}
      </label>
      <input
        id={id}
        // biome-ignore lint/a11y/noAutofocus: it was asked for just now
        autoFocus
        dir="ltr"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          onTyped();
        }}
        onBlur={fill}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          fill();
        }}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        className="min-h-11 w-full min-w-0 rounded-[10px] border border-line bg-paper px-3 font-mono text-[16px] focus:border-violet"
      />
      <Button className="min-h-11" onClick={fill}>
        {t('wholeFill')}
      </Button>
    </div>
  );
}
