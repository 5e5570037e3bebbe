'use client';
/** One line in the place of what it changes: Enter takes it, Escape leaves it as it was. */
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { Button } from '../../../../_ui/button.tsx';

interface TitleFieldProps {
  label: string;
  /** what stands there now */
  value?: string;
  /** on the button that takes it */
  act: string;
  /** before the field: the part of an address that stays */
  before?: ReactNode;
  error?: string | undefined;
  busy: boolean;
  maxLength?: number;
  /** @returns whether it was taken: the field is left then */
  onTake(value: string): Promise<boolean>;
  onLeave(): void;
}

export function TitleField(props: TitleFieldProps) {
  const { label, value = '', act, before, error, busy, maxLength = 200, onTake, onLeave } = props;
  const t = useTranslations('desk.tree');
  const id = useId();
  const [text, setText] = useState(value);
  const isTakable = text.trim() !== '' && !busy;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onLeave();
  };
  return (
    <form
      className="flex min-w-0 flex-1 flex-wrap items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (isTakable) void onTake(text.trim());
      }}
    >
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      {before}
      <input
        id={id}
        // it opens where one pressed, and is what one came for
        // biome-ignore lint/a11y/noAutofocus: as above
        autoFocus
        value={text}
        onChange={({ target }) => setText(target.value)}
        onFocus={({ target }) => target.select()}
        onKeyDown={onKeyDown}
        maxLength={maxLength}
        autoComplete="off"
        dir="auto"
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
        className="min-h-9 min-w-0 flex-1 basis-48 rounded-[10px] border border-line bg-sheet px-3 text-[16px] aria-invalid:border-wrong"
      />
      <Button type="submit" size="small" look="first" idle={!isTakable}>
        {act}
      </Button>
      <Button size="small" look="quiet" onClick={onLeave}>
        {t('cancel')}
      </Button>
      {error !== undefined && (
        <p id={`${id}-error`} role="alert" className="w-full text-[14px] text-wrong">
          {error}
        </p>
      )}
    </form>
  );
}
