'use client';
/** Throws away what is not published; then brings it back, until something else is typed. One button: it keeps the focus. */
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '../../_ui/button.tsx';
import type { AuthorDraft } from './use-author-draft.ts';

interface DiscardButtonProps {
  draft: AuthorDraft;
  /** what was thrown away is wanted after all */
  onBack(source: string): void;
}

export function DiscardButton({ draft, onBack }: DiscardButtonProps) {
  const t = useTranslations('authoring.draft');
  const { kept, source, discard } = draft;
  const [thrown, setThrown] = useState<string>();
  useEffect(() => {
    if (kept) setThrown(undefined);
  }, [kept]);
  if (!kept && thrown === undefined) return null;
  const press = (): void => {
    if (kept) {
      setThrown(source);
      discard();
    } else if (thrown !== undefined) onBack(thrown);
  };
  return (
    <Button look="quiet" onClick={press}>
      {t(kept ? 'discard' : 'bringBack')}
    </Button>
  );
}
