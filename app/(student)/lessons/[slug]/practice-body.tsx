'use client';
/** The lesson's body with its cards wired up: drafts and answers go to the server, verdicts come by the socket. */
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Block } from '../../../../domain/lesson/compiled.ts';
import type { QuestionView } from '../../../../domain/question.ts';
import type { QuestionState } from '../../../_components/lesson/card-types.ts';
import { LessonBody } from '../../../_components/lesson/lesson-body.tsx';
import { QuestionCard } from '../../../_components/lesson/question-card.tsx';
import { makeActions, readQuestion } from './actions.ts';
import { useVerdicts } from './use-verdicts.ts';

interface PracticeBodyProps {
  lessonId: string;
  body: readonly Block[];
  questions: readonly QuestionView[];
  states: Record<string, QuestionState>;
}

export function PracticeBody({ lessonId, body, questions, states: initial }: PracticeBodyProps) {
  const [states, setStates] = useState(initial);
  const latest = useRef(states);
  latest.current = states;
  const adopt = useCallback((questionId: string, state: QuestionState): void => {
    setStates((before) =>
      (before[questionId]?.version ?? -1) > state.version ? before : { ...before, [questionId]: state },
    );
  }, []);
  const refresh = useCallback(
    async (questionId: string): Promise<void> => {
      const read = await readQuestion(lessonId, questionId);
      if (read.ok) adopt(questionId, read.state);
    },
    [lessonId, adopt],
  );
  const verdicts = useVerdicts(lessonId, refresh, () =>
    Object.entries(latest.current).flatMap(([id, state]) =>
      state.last !== null && state.last.verdict === null ? [id] : [],
    ),
  );
  const byId = useMemo(
    () =>
      new Map(
        questions.map((question) => [
          question.id,
          { question, actions: makeActions(lessonId, question.id, verdicts, adopt) },
        ]),
      ),
    [questions, lessonId, verdicts, adopt],
  );
  return (
    <LessonBody
      body={body}
      question={(id) => {
        const found = byId.get(id);
        const state = states[id];
        return found === undefined || state === undefined ? null : (
          <QuestionCard question={found.question} state={state} actions={found.actions} />
        );
      }}
    />
  );
}
