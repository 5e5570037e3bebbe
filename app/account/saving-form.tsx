'use client';
/** A form of the account page: a button, and that it was saved. */
import type { ComponentProps } from 'react';
import { Button } from '../_ui/button.tsx';

interface SavingFormProps extends Omit<ComponentProps<'form'>, 'className'> {
  words: { save: string; saved: string };
  /** false while it cannot be sent */
  ready: boolean;
  saved: boolean;
}

export function SavingForm({ words, ready, saved, children, ...form }: SavingFormProps) {
  return (
    <form className="grid justify-items-start gap-3" {...form}>
      {children}
      <Button type="submit" disabled={!ready}>
        {words.save}
      </Button>
      <p role="status" className="text-[14px] text-ink-2">
        {saved ? words.saved : ''}
      </p>
    </form>
  );
}
