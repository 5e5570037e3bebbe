'use client';
/** A form of the account page: a button, and that it was saved until something is typed again. */
import { useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { Button } from '../_components/button.tsx';

interface SavingFormProps {
  words: { save: string; saved: string };
  /** false while it cannot be sent */
  ready: boolean;
  /** @returns whether it was saved */
  onSave(): Promise<boolean>;
  children: ReactNode;
}

export function SavingForm({ words, ready, onSave, children }: SavingFormProps) {
  const router = useRouter();
  const [saved, setSaved] = useState(false);
  const save = async (): Promise<void> => {
    setSaved(false);
    if (!(await onSave())) return;
    setSaved(true);
    // what else of the page shows it: the header, the list of sign-ins
    router.refresh();
  };
  return (
    <form
      className="grid justify-items-start gap-3"
      onChange={() => setSaved(false)}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
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
