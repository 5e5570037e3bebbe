'use client';
/** Calls a command and keeps what became of it: busy, refused, done. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { LessonProblem } from '../../domain/lesson/problems.ts';
import { inWords, type Refused } from '../../domain/refusal.ts';
import { type CallName, call, type Given, type Taken } from './calls.ts';

export interface Commanding {
  busy: boolean;
  /** why the last one was refused, in words */
  error: string | undefined;
  /** of the form, where it is about one */
  field: string | undefined;
  /** what is wrong with a text that was to be published, where only publishing shows it */
  problems: readonly LessonProblem[];
  /** @returns what was done; undefined: it was refused */
  send<N extends CallName>(name: N, input: Taken<N>): Promise<Given<N> | undefined>;
}

export function useCommand(): Commanding {
  const words = useTranslations('refusals');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const [field, setField] = useState<string>();
  const [problems, setProblems] = useState<readonly LessonProblem[]>([]);
  return {
    busy,
    error,
    field,
    problems,
    async send(name, input) {
      setBusy(true);
      setError(undefined);
      setProblems([]);
      const outcome = await call(name, input);
      setBusy(false);
      if (!isRefused(outcome)) return outcome;
      setField(outcome.field);
      setProblems(problemsIn(outcome));
      setError(words(outcome.refused, inWords(outcome)));
      return undefined;
    },
  };
}

/** A text that is not published says why, where its preview did not. */
function problemsIn(refused: Refused & { problems?: readonly LessonProblem[] }): readonly LessonProblem[] {
  return refused.problems ?? [];
}

/** A question that narrows where `ok` does not: of a command whose name is not known here. */
function isRefused(outcome: { ok: boolean }): outcome is Refused {
  return !outcome.ok;
}
