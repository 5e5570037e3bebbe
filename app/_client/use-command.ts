'use client';
/** Calls a command and keeps what became of it: busy, refused, done. */
import { useState } from 'react';
import type { LessonProblem } from '../../domain/lesson/problems.ts';
import type { Refused } from '../../domain/refusal.ts';
import { useRefusals } from '../_i18n/use-refusals.ts';
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
  const say = useRefusals();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused>();
  const [problems, setProblems] = useState<readonly LessonProblem[]>([]);
  return {
    busy,
    error: refused && say(refused),
    field: refused?.field,
    problems,
    async send(name, input) {
      setBusy(true);
      setRefused(undefined);
      setProblems([]);
      const outcome = await call(name, input);
      setBusy(false);
      if (!isRefused(outcome)) return outcome;
      setProblems(problemsIn(outcome));
      setRefused(outcome);
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
