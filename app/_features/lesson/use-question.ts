'use client';
/** What a card knows and does: the answer being written, the newest state, and the actions with their refusals. */
import { useEffect, useRef, useState } from 'react';
import type { Answer } from '../../../domain/answer.ts';
import { asksAlike } from '../../../domain/being-written.ts';
import { hasContent } from '../../../domain/kinds/asked.ts';
import type { EarlierWork, PracticeState } from '../../../domain/practice.ts';
import type { QuestionView } from '../../../domain/question.ts';
import type { Refused } from '../../../domain/refusal.ts';
import type { Verdict } from '../../../domain/results/verdict.ts';
import { newer, sameAnswer } from './card-parts.ts';
import { type KeptWork, NOTHING_KEPT, type QuestionActions, type RunOnly } from './card-types.ts';

type Busy = 'run' | 'submit' | 'hint' | 'values' | null;

/** A verdict that is shown, and the answer that it is about. */
interface ShownVerdict {
  verdict: Verdict;
  answer: Answer;
  from: 'run' | 'submit';
}

export interface QuestionModel {
  state: PracticeState;
  answer: Answer;
  write(answer: Answer): void;
  shown: ShownVerdict | null;
  /** the shown verdict, when it is about the answer as it stands */
  current: Verdict | null;
  /** the question was changed while this page was open */
  changed: boolean;
  /** what was written before that */
  earlier: EarlierWork | null;
  grading: boolean;
  busy: Busy;
  refused: Refused | null;
  kept: KeptWork;
  run(): Promise<void>;
  submit(): Promise<void>;
  hint(): Promise<void>;
  /** null: they are not drawn here */
  otherValues: (() => Promise<void>) | null;
  dismiss(): void;
}

export interface QuestionParts {
  question: QuestionView;
  state: PracticeState;
  actions: QuestionActions | RunOnly | null;
  kept?: KeptWork | undefined;
  /** what stands in the field to begin with: the newest of what the server and this device have */
  begin(state: PracticeState, written: KeptWork['written']): Answer;
  /** what of an answer to another wording can stand in the field */
  takeOver(answer: Answer): Answer;
  /** whether somebody wrote this, or it stood there from the beginning */
  isOwn(question: QuestionView, answer: Answer): boolean;
}

export function useQuestion(parts: QuestionParts): QuestionModel {
  const { question, state: arrived, actions, kept = NOTHING_KEPT, begin, takeOver, isOwn } = parts;
  const { written } = kept;
  const [state, setState] = useState(arrived);
  const [answer, setAnswer] = useState(() => begin(arrived, written));
  const [ran, setRan] = useState<ShownVerdict | null>(null);
  const [busy, setBusy] = useState<Busy>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [asked, setAsked] = useState(question);
  const [changed, setChanged] = useState<{ earlier: EarlierWork | null } | null>(null);
  const touched = useRef(false);
  const newest = newer(state, arrived);

  if (asked !== question) {
    // another version is published while the page is open: what was written stays, beside the question as it is now
    setAsked(question);
    if (!asksAlike(asked, question)) {
      setChanged({ earlier: touched.current && isOwn(asked, answer) ? { question: asked, answer } : null });
      setAnswer(takeOver(answer));
      setRan(null);
      setRefused(null);
    }
  }

  const before = useRef(written);
  const savedAt = useRef(kept.savedAt);
  savedAt.current = kept.savedAt;
  useEffect(() => {
    // what was kept here and is gone is on the server now, and a page that was read before does not know it yet
    const wasSent = before.current !== null && written === null;
    before.current = written;
    setState((shown) => newer(shown, arrived));
    // written on another device or left by an earlier page, while nothing was typed on this one
    if (!touched.current && !wasSent && !isBehind(arrived, savedAt.current)) setAnswer(begin(arrived, written));
  }, [arrived, begin, written]);

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
  const adopt = (reply: { state: PracticeState | null }) =>
    setState((shown) => (reply.state === null ? shown : newer(shown, reply.state)));

  // what was told of other values says nothing of these
  const submitted: ShownVerdict | null =
    newest.last?.verdict && !newest.last.otherValues
      ? { verdict: newest.last.verdict, answer: newest.last.answer, from: 'submit' }
      : null;
  const shown = ran ?? submitted;
  const isCurrent = shown !== null && !(shown === submitted && newest.last?.changed === true);
  const earlier = changed?.earlier ?? newest.earlier ?? null;
  return {
    state: newest,
    answer,
    write(next) {
      touched.current = true;
      setAnswer(next);
      actions?.keep?.(next);
    },
    shown,
    current: isCurrent && sameAnswer(answer, shown.answer) ? shown.verdict : null,
    changed: changed !== null || earlier !== null,
    earlier: earlier !== null && hasContent(earlier.answer) ? earlier : null,
    grading:
      newest.last !== null &&
      newest.last.verdict === null &&
      newest.last.untold !== true &&
      newest.last.otherValues !== true,
    busy,
    refused: refused ?? (kept.refused === null ? null : { ok: false, refused: kept.refused }),
    kept,
    async run() {
      if (!actions) return;
      await act(
        'run',
        () => actions.run(answer),
        (reply) => setRan({ verdict: reply.verdict, answer, from: 'run' }),
      );
    },
    async submit() {
      const { submit } = actions ?? {};
      if (!submit) return;
      await act(
        'submit',
        () => submit(answer),
        (reply) => {
          setRan(null);
          if (reply.state !== null) setChanged(null);
          adopt(reply);
        },
      );
    },
    async hint() {
      const { revealHint } = actions ?? {};
      if (revealHint) await act('hint', () => revealHint(), adopt);
    },
    otherValues: actions?.otherValues
      ? async () => {
          const { otherValues } = actions;
          if (otherValues)
            await act(
              'values',
              () => otherValues(),
              () => undefined,
            );
        }
      : null,
    dismiss() {
      setRefused(null);
      actions?.dismiss?.();
    },
  };
}

/** Whether a state was read before the draft that this page has sent was stored. */
function isBehind({ draftSavedAt }: PracticeState, savedAt: string | null): boolean {
  return savedAt !== null && (draftSavedAt === null || Date.parse(draftSavedAt) < Date.parse(savedAt));
}
