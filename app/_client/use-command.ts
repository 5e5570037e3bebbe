'use client';
/** Calls a command and keeps what became of it: busy, refused, done. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { inWords, type Refused } from '../../domain/refusal.ts';
import { type CallName, call, type Given, type Taken } from './calls.ts';

export interface Commanding {
  busy: boolean;
  /** why the last one was refused, in words */
  error: string | undefined;
  /** of the form, where it is about one */
  field: string | undefined;
  /** @returns what was done; undefined: it was refused */
  send<N extends CallName>(name: N, input: Taken<N>): Promise<Given<N> | undefined>;
}

export function useCommand(): Commanding {
  const words = useTranslations('refusals');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const [field, setField] = useState<string>();
  return {
    busy,
    error,
    field,
    async send(name, input) {
      setBusy(true);
      setError(undefined);
      const outcome = await call(name, input);
      setBusy(false);
      if (!isRefused(outcome)) return outcome;
      setField(outcome.field);
      setError(words(outcome.refused, inWords(outcome)));
      return undefined;
    },
  };
}

/** A question that narrows where `ok` does not: of a command whose name is not known here. */
function isRefused(outcome: { ok: boolean }): outcome is Refused {
  return !outcome.ok;
}
