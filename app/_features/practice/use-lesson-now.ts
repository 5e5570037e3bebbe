'use client';
/** The lesson that a page shows: as it came with the page, and as it is once another version is published. */
import { useCallback, useRef, useState } from 'react';
import type { Block } from '../../../domain/lesson/compiled.ts';
import type { PracticeState } from '../../../domain/practice.ts';
import type { QuestionView } from '../../../domain/question.ts';
import type { RefusalCode } from '../../../domain/refusal.ts';
import { calls } from '../../_client/calls.ts';
import { useEntrance } from '../live/use-entrance.ts';

interface ShownLesson {
  versionId: string;
  body: readonly Block[];
  questions: readonly QuestionView[];
}
type LessonNow = ShownLesson & { states: Record<string, PracticeState> };

export interface LessonModel {
  lesson: ShownLesson;
  states: Record<string, PracticeState>;
  /** another version than came with the page */
  renewed: boolean;
  /** of two states of a question the newer one stays */
  adopt(questionId: string, state: PracticeState): void;
  /** reads the lesson anew */
  renew(): Promise<void>;
  /** reads it anew unless this is the version that is shown */
  see(versionId: string): void;
}

/** The same version, with the same values in it. */
function isShown(now: ShownLesson, shown: ShownLesson): boolean {
  const values = ({ questions }: ShownLesson): string => questions.map(({ variant = '' }) => variant).join(' ');
  return now.versionId === shown.versionId && values(now) === values(shown);
}

export function useLessonNow(lessonId: string, first: LessonNow): LessonModel {
  const [lesson, setLesson] = useState<ShownLesson>(first);
  const [states, setStates] = useState(first.states);
  const shown = useRef(lesson);
  shown.current = lesson;
  const adopt = useCallback((questionId: string, state: PracticeState): void => {
    setStates((before) =>
      (before[questionId]?.version ?? -1) > state.version ? before : { ...before, [questionId]: state },
    );
  }, []);
  /** how often it was asked for, and which time what is shown comes from: replies may overtake each other */
  const asked = useRef({ last: 0, shown: 0 });
  const read = useCallback(async (): Promise<RefusalCode | undefined> => {
    const mine = ++asked.current.last;
    const answer = await calls.practice.lessons.mutate({ lessonId });
    if (!answer.ok) return answer.refused;
    const { states: all, ...now } = answer.now;
    for (const [id, state] of Object.entries(all)) adopt(id, state);
    if (mine > asked.current.shown && !isShown(now, shown.current)) setLesson(now);
    asked.current.shown = Math.max(mine, asked.current.shown);
    return undefined;
  }, [lessonId, adopt]);
  const renew = useCallback(async (): Promise<void> => void (await read()), [read]);
  const readInTheEnd = useEntrance(read);
  const see = useCallback(
    (versionId: string): void => {
      if (versionId !== shown.current.versionId) readInTheEnd();
    },
    [readInTheEnd],
  );
  return { lesson, states, renewed: lesson.versionId !== first.versionId, adopt, renew, see };
}
