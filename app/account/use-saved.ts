'use client';
/** That a form of the account page was saved, until something is typed again. */
import { useRouter } from 'next/navigation';
import { useState } from 'react';

export function useSaved(): { saved: boolean; begin(): void; done(): void } {
  const router = useRouter();
  const [saved, setSaved] = useState(false);
  return {
    saved,
    begin: () => setSaved(false),
    done: () => {
      setSaved(true);
      // what else of the page shows it: the header, the list of sign-ins
      router.refresh();
    },
  };
}
