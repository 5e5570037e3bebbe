'use client';
/** Puts a misconception into a catalogue, or changes one; what is wrong with its words is told at their field. */
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { LessonProblem } from '../../../domain/lesson/problems.ts';
import type { Refused } from '../../../domain/refusal.ts';
import { call, type Taken } from '../../_client/calls.ts';
import { useRefusals } from '../../_i18n/use-refusals.ts';
import type { PartProblem } from '../authoring/form-props.ts';

export function useSave() {
  const say = useRefusals();
  const words = useTranslations('lessonProblems');
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused>();
  const [wrong, setWrong] = useState<readonly PartProblem[]>([]);
  /** @returns whether it is there now */
  const save = async (given: Taken<'misconceptions.save'>): Promise<boolean> => {
    setBusy(true);
    const outcome = await call('misconceptions.save', given);
    setBusy(false);
    const { problems = [] } = outcome as { problems?: readonly LessonProblem[] };
    setWrong(
      problems.map(({ code, params, line, column }) => {
        return { code, params, line, column, words: words(code as 'html', params) };
      }),
    );
    setRefused(outcome.ok ? undefined : outcome);
    return outcome.ok;
  };
  const error = refused === undefined || wrong.length > 0 ? undefined : say(refused);
  return { busy, error, field: refused?.field, wrong, save };
}
