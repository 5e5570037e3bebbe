'use client';
/** What is wrong with which part of a form. Of a new question nothing is told of a part that nobody has left yet. */
import { useTranslations } from 'next-intl';
import { useCallback, useMemo, useState } from 'react';
import type { LessonProblem } from '../../../domain/lesson/problems.ts';
import type { WrittenText } from '../../../domain/lesson/written/write-written.ts';
import type { PartProblem } from './form-props.ts';
import { placeProblem } from './place-problem.ts';

export interface Wrong {
  of(part: string, own?: 'own'): readonly PartProblem[];
  /** is anything told of a part by now? */
  told(part: string): boolean;
  /** somebody has left a part */
  left(part: string): void;
  /** tells everything from now on */
  tellAll(): void;
}

interface Asked {
  problems: readonly LessonProblem[];
  /** what they are problems of */
  text: WrittenText;
  words(problem: LessonProblem): string;
  /** nobody has seen it before */
  fresh: boolean;
  /** parts that the text says otherwise than the form */
  otherwise: readonly string[];
}

export function useWrong({ problems, text, words, fresh, otherwise }: Asked): Wrong {
  const t = useTranslations('authoring');
  const [told, setTold] = useState<ReadonlySet<string> | 'all'>(fresh ? new Set<string>() : 'all');
  const placed = useMemo(
    () => [
      ...problems.map((problem) => {
        const { part, line } = placeProblem(problem, text);
        return {
          part,
          problem: { code: problem.code, params: problem.params, line, column: problem.column, words: words(problem) },
        };
      }),
      ...otherwise.map((part) => ({
        part,
        problem: { code: 'form.otherwise', params: {}, line: 1, column: 1, words: t('otherwise') },
      })),
    ],
    [problems, text, words, otherwise, t],
  );
  const of = useCallback(
    (part: string, own?: 'own'): PartProblem[] =>
      placed
        .filter((one) => one.part === part || (own === undefined && one.part.startsWith(`${part}.`)))
        .filter((one) => told === 'all' || isTold(told, one.part))
        .map(({ problem }) => problem),
    [placed, told],
  );
  const left = useCallback((part: string) => {
    setTold((before) => (before === 'all' || before.has(part) ? before : new Set([...before, part])));
  }, []);
  const tellAll = useCallback(() => setTold('all'), []);
  const isOpen = useCallback((part: string): boolean => told === 'all' || isTold(told, part), [told]);
  return useMemo(() => ({ of, told: isOpen, left, tellAll }), [of, isOpen, left, tellAll]);
}

/** A part was left where one of its fields was: `fences.answer:value` is of `fences.answer`. */
function isTold(told: ReadonlySet<string>, part: string): boolean {
  return [...told].some((one) => one === part || one.startsWith(`${part}.`) || one.startsWith(`${part}:`));
}
