'use client';
/** What a card knows and does: the answer being written, the newest state, and the four actions with their refusals. */
import { useEffect, useRef, useState } from 'react';
import type { Answer } from '../../../domain/answer.ts';
import type { Refused } from '../../../domain/refusal.ts';
import type { Verdict } from '../../../domain/verdict.ts';
import { newer, sameAnswer } from './card-parts.ts';
import type { QuestionCardProps, QuestionState } from './card-types.ts';
import { type Draft, useDraft } from './use-draft.ts';

export type Busy = 'run' | 'submit' | 'hint' | null;

/** A verdict that is shown, and the answer that it is about. */
export interface ShownVerdict {
  verdict: Verdict;
  answer: Answer;
  from: 'run' | 'submit';
}

export interface QuestionModel<A extends Answer> {
  state: QuestionState;
  answer: A;
  write(answer: A): void;
  shown: ShownVerdict | null;
  /** the shown verdict, when it is about the answer as it stands */
  current: Verdict | null;
  grading: boolean;
  busy: Busy;
  refused: Refused | null;
  draft: Draft;
  run(): Promise<void>;
  submit(): Promise<void>;
  hint(): Promise<void>;
}

export function useQuestion<A extends Answer>(
  { state: arrived, actions }: Pick<QuestionCardProps, 'state' | 'actions'>,
  begin: (state: QuestionState) => A,
): QuestionModel<A> {
  const [state, setState] = useState(arrived);
  const [answer, setAnswer] = useState(() => begin(arrived));
  const [ran, setRan] = useState<ShownVerdict | null>(null);
  const [busy, setBusy] = useState<Busy>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const draft = useDraft(actions?.saveDraft, arrived.draftSavedAt);
  const touched = useRef(false);
  const newest = newer(state, arrived);

  useEffect(() => {
    setState((shown) => newer(shown, arrived));
    // written on another device while nothing was typed on this one
    if (!touched.current) setAnswer(begin(arrived));
  }, [arrived, begin]);

  /** One action at a time; what is refused is shown, what fails is our fault. */
  const act = async <T extends { ok: true }>(
    what: Busy,
    action: () => Promise<T | Refused>,
    then: (reply: T) => void,
  ) => {
    setBusy(what);
    setRefused(null);
    const reply = await action().catch((): Refused => ({ ok: false, refused: 'unavailable' }));
    setBusy(null);
    if (reply.ok) then(reply);
    else setRefused(reply);
  };
  const adopt = (reply: { state: QuestionState }) => setState((shown) => newer(shown, reply.state));

  const submitted: ShownVerdict | null = newest.last?.verdict
    ? { verdict: newest.last.verdict, answer: newest.last.answer, from: 'submit' }
    : null;
  const shown = ran ?? submitted;
  return {
    state: newest,
    answer,
    write(next) {
      touched.current = true;
      setAnswer(next);
      draft.changed(next);
    },
    shown,
    current: shown && sameAnswer(answer, shown.answer) ? shown.verdict : null,
    grading: newest.last !== null && newest.last.verdict === null,
    busy,
    refused,
    draft,
    async run() {
      if (!actions) return;
      await act(
        'run',
        () => actions.run(answer),
        (reply) => setRan({ verdict: reply.verdict, answer, from: 'run' }),
      );
    },
    async submit() {
      if (!actions) return;
      draft.done();
      await act(
        'submit',
        () => actions.submit(answer),
        (reply) => {
          setRan(null);
          adopt(reply);
        },
      );
    },
    async hint() {
      if (actions) await act('hint', () => actions.revealHint(), adopt);
    },
  };
}
