'use client';
/** Sends a desk command and keeps what became of it: busy, refused, done. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { post } from '../../_live/post.ts';

export interface DeskCommand {
  busy: boolean;
  /** why the last one was refused, in words */
  error: string | undefined;
  /** of the form, where it is about one */
  field: string | undefined;
  send<T extends object>(command: string, body: object): Promise<({ ok: true } & T) | undefined>;
}

export function useDeskCommand(base = '/api/desk'): DeskCommand {
  const words = useTranslations('refusals');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const [field, setField] = useState<string>();
  return {
    busy,
    error,
    field,
    async send<T extends object>(command: string, body: object) {
      setBusy(true);
      setError(undefined);
      const outcome = await post<T>(`${base}/${command}`, body);
      setBusy(false);
      if (outcome.ok) return outcome;
      setField(outcome.field);
      setError(words(outcome.refused, { field: outcome.field ?? 'none' }));
      return undefined;
    },
  };
}
