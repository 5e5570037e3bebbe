'use client';
/** Sends a desk command and keeps what became of it: busy, refused, done. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { inWords, type Refused } from '../../../domain/refusal.ts';
import { call, type Folder, type Given, type NameIn, type Taken } from '../../_calls/calls.ts';

interface DeskCommand<F extends Folder> {
  busy: boolean;
  /** why the last one was refused, in words */
  error: string | undefined;
  /** of the form, where it is about one */
  field: string | undefined;
  /** @returns what was done; undefined: it was refused */
  send<N extends NameIn<F>>(command: N, input: Taken<F, N>): Promise<Given<F, N> | undefined>;
}

export function useDeskCommand(): DeskCommand<'desk'>;
export function useDeskCommand<F extends Folder>(folder: F): DeskCommand<F>;
export function useDeskCommand<F extends Folder>(folder: F = 'desk' as F): DeskCommand<F> {
  const words = useTranslations('refusals');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const [field, setField] = useState<string>();
  return {
    busy,
    error,
    field,
    async send<N extends NameIn<F>>(command: N, input: Taken<F, N>) {
      setBusy(true);
      setError(undefined);
      const outcome = await call(folder, command, input);
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
