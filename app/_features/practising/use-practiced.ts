'use client';
/** One question that is practised: what it asks, what its card can ask for, and what came of the answer. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Answer } from '../../../domain/answer.ts';
import { canonical } from '../../../domain/canonical.ts';
import type { PracticeState } from '../../../domain/practice.ts';
import type { QuestionView } from '../../../domain/question.ts';
import { type Outcome, type Refused, refuse } from '../../../domain/refusal.ts';
import type { Result } from '../../../domain/results/verdict.ts';
import { askBeforeLeaving } from '../../_client/before-leaving.ts';
import { calls } from '../../_client/calls.ts';
import { clientId } from '../../_client/client-id.ts';
import { connection, request } from '../../_client/socket.ts';
import type { QuestionActions } from '../lesson/card-types.ts';
import { heardTry } from '../live/heard-try.ts';
import { tryOut } from '../live/try-out.ts';

interface Shown {
  versionId: string;
  question: QuestionView;
}

/** Where no message comes, the page asks. */
const ASK_MS = 2_000;

export interface Practiced {
  /** null: it is not there yet, or was refused */
  shown: Shown | null;
  state: PracticeState | null;
  /** until it comes again; null: not known yet */
  days: number | null;
  /** the first answer that was graded: it counts, since a solution may be shown with it; null: there is none */
  first: { id: string; result: Result } | null;
  refused: Refused | null;
  /** asks for the question once more, which did not come */
  readAgain(): void;
  actions: QuestionActions;
  /** whether something was typed since the last answer */
  isTyping(): boolean;
}

export function usePracticed(ref: string): Practiced {
  const [shown, setShown] = useState<Shown | null>(null);
  const [state, setState] = useState<PracticeState | null>(null);
  const [days, setDays] = useState<number | null>(null);
  const [first, setFirst] = useState<Practiced['first']>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [tries, setTries] = useState(0);
  const sent = useRef<{ answer: string; clientId: string } | null>(null);
  const submission = useRef<string | null>(null);
  const hints = useRef(0);
  const typed = useRef(false);
  const latest = useRef(state);
  latest.current = state;
  const [waits, setWaits] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: with each try it is asked for once more
  useEffect(() => {
    let gone = false;
    setRefused(null);
    const read = async (): Promise<void> => {
      const reply = await calls.practising.read.mutate({ question: ref });
      if (gone) return;
      if (!reply.ok) return setRefused(reply);
      setShown(reply.now);
      setState(reply.now.state);
    };
    void read();
    return () => {
      gone = true;
    };
  }, [ref, tries]);
  useEffect(() => askBeforeLeaving(() => typed.current), []);

  const { told, actions } = useMemo(() => {
    const named = {
      question: ref,
      versionId: shown?.versionId ?? '',
      ...(shown?.question.variant === undefined ? {} : { variant: shown.question.variant }),
    };
    const readTold = async (): Promise<Outcome<{ state: PracticeState }>> => {
      const { current: id } = submission;
      if (id === null) return refuse('notFound');
      const reply = await calls.practising.told.mutate({ ...named, submission: id, hints: hints.current });
      // another answer may have been handed in since it was asked
      // what is not to be had any more is not asked for again and again
      if (!reply.ok && reply.refused !== 'unavailable' && id === submission.current) {
        setWaits(false);
        setRefused(reply);
      }
      if (!reply.ok || id !== submission.current) return reply;
      setState(reply.state);
      const { verdict } = reply.state.last ?? {};
      if (verdict?.outcome === 'graded') setFirst((before) => before ?? { id, result: verdict.result });
      if (reply.days !== null) setDays(reply.days);
      setWaits(verdict === null);
      return reply;
    };
    const made: QuestionActions = {
      // what is practised is no draft of its lesson
      keep: () => {
        typed.current = true;
      },
      async submit(answer: Answer) {
        const text = canonical(answer);
        // its reply was lost: the same answer is sent under the same name
        if (sent.current?.answer !== text) sent.current = { answer: text, clientId: clientId() };
        const { clientId: id } = sent.current;
        const reply = await calls.practising.submit.mutate({ ...named, answer, clientId: id, hints: hints.current });
        if (!reply.ok) return reply;
        sent.current = null;
        submission.current = reply.submission;
        typed.current = false;
        setWaits(true);
        const now = await readTold();
        return now.ok ? now : { ok: true, state: null };
      },
      run: (answer) =>
        tryOut({
          start: () => calls.practising.run.mutate({ ...named, answer }),
          read: (id) => calls.trying.read.mutate({ try: id }),
          heard: heardTry,
        }),
      async revealHint() {
        const reply = await calls.practising.hint.mutate({ ...named, hints: hints.current });
        if (!reply.ok) return reply;
        hints.current = reply.hints.length;
        if (latest.current === null) return refuse('notFound');
        const { version } = latest.current;
        const next = { ...latest.current, hintsShown: reply.hints, version: version + 1 };
        setState(next);
        return { ok: true, state: next };
      },
      dismiss: () => undefined,
    };
    return { told: readTold, actions: made };
  }, [ref, shown]);

  useEffect(() => {
    if (!waits) return undefined;
    const socket = connection();
    const follow = (): void => void request('follow', {});
    const heard = (message: { submission: string }): void => {
      if (message.submission === submission.current) void told();
    };
    socket.on('connect', follow);
    socket.on('verdict', heard);
    if (socket.connected) follow();
    const timer = setInterval(() => void told(), ASK_MS);
    return () => {
      socket.off('connect', follow);
      socket.off('verdict', heard);
      clearInterval(timer);
    };
  }, [waits, told]);
  const readAgain = (): void => setTries((before) => before + 1);
  return { shown, state, days, first, refused, readAgain, actions, isTyping: () => typed.current };
}
