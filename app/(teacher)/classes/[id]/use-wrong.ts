'use client';
/** The wrong answers to the question that is looked at; read again when its column of the board has changed. */
import { useEffect, useState } from 'react';
import type { WrongGroup } from '../../../../domain/board.ts';
import { post } from '../../../_live/post.ts';

interface WrongRead {
  question: string;
  groups: readonly WrongGroup[];
  /** groups that are not shown: each of fewer students than those that are */
  more: number;
}

export type Wrong = WrongRead | 'reading' | 'refused';

/** @param changedBy another one: read again */
export function useWrong(classId: string, lessonId: string, question: string | undefined, changedBy: string): Wrong {
  const [read, setRead] = useState<Wrong>('reading');
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is wrong has changed: read again
  useEffect(() => {
    if (question === undefined) return;
    let here = true;
    void post<Omit<WrongRead, 'question'>>('/api/desk/wrong', { classId, lessonId, questionId: question }).then(
      (found) => {
        if (!here) return;
        if (found.ok) setRead({ question, groups: found.groups, more: found.more });
        else setRead((before) => (typeof before === 'object' && before.question === question ? before : 'refused'));
      },
    );
    return () => {
      here = false;
    };
  }, [classId, lessonId, question, changedBy]);
  return typeof read === 'object' && read.question !== question ? 'reading' : read;
}
