'use client';
/** The lesson's body with its cards wired up: what is written goes through the outbox, verdicts come by the socket. */
import { useTranslations } from 'next-intl';
import { type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react';
import type { Answer } from '../../../domain/answer.ts';
import type { Asking } from '../../../domain/inquiries/inquiry.ts';
import type { Block } from '../../../domain/lesson/compiled.ts';
import type { PracticeState } from '../../../domain/practice.ts';
import type { QuestionView } from '../../../domain/question.ts';
import type { RemarkCounts } from '../../../domain/remarks/remark.ts';
import { sayEarned } from '../courses/earned-now.ts';
import { CardAsk } from '../inquiries/card-ask.tsx';
import { useAsking } from '../inquiries/use-asking.ts';
import type { KeptWork } from '../lesson/card-types.ts';
import { LessonBody } from '../lesson/lesson-body.tsx';
import { QuestionCard } from '../lesson/question-card.tsx';
import { keptOf, type Snapshot } from '../outbox/kept.ts';
import type { Place } from '../outbox/rules.ts';
import { type PageOf, useOutbox } from '../outbox/use-outbox.ts';
import { CardRemarks } from '../remarks/card-remarks.tsx';
import { useOwnCounts } from '../remarks/use-own-counts.ts';
import { makeActions, readQuestion } from './actions.ts';
import { useLessonNow } from './use-lesson-now.ts';
import { useVerdicts } from './use-verdicts.ts';

const NOTHING_ASKED = { count: 0, fresh: 0 };

interface PracticeBodyProps extends PageOf {
  lessonId: string;
  versionId: string;
  body: readonly Block[];
  questions: readonly QuestionView[];
  states: Record<string, PracticeState>;
  remarks: RemarkCounts;
  asking: Asking;
}

export function PracticeBody({ lessonId, user, now, remarks, asking: askedFirst, ...first }: PracticeBodyProps) {
  const t = useTranslations('lesson');
  const { snapshot, outbox } = useOutbox({ user, now });
  const { lesson, states, renewed, adopt, renew, see } = useLessonNow(lessonId, first);
  // what stands beside the cards came with the page
  const since = earnedIn(states) - earnedIn(first.states);
  useEffect(() => sayEarned(since), [since]);
  useEffect(() => () => sayEarned(0), []);
  const said = useOwnCounts(lessonId, remarks);
  const asking = useAsking(lessonId, askedFirst);
  const latest = useRef(states);
  latest.current = states;
  const refresh = useCallback(
    async (questionId: string): Promise<void> => {
      const read = await readQuestion(lessonId, questionId);
      if (read.ok) adopt(questionId, read.state);
    },
    [lessonId, adopt],
  );
  const pending = (): string[] =>
    Object.entries(latest.current).flatMap(([id, state]) =>
      state.last !== null && state.last.verdict === null && state.last.untold !== true ? [id] : [],
    );
  const oldest = (): number => Math.min(...Object.values(latest.current).map((state) => state.version), 1e14);
  useVerdicts(lessonId, { refresh, pending, since: oldest, see });
  useEffect(
    () =>
      // what waited has arrived, from here or from another tab
      outbox().hear((news) => {
        if (news.lessonId !== lessonId || news.awaited) return;
        if (news.code === 'questionChanged') void renew();
        else if (news.what === 'submission') void refresh(news.questionId);
      }),
    [outbox, lessonId, refresh, renew],
  );
  const { versionId, questions } = lesson;
  const byId = useMemo(
    () =>
      new Map(
        questions.map((question) => {
          const place: Place = { lessonId, questionId: question.id, versionId, variant: question.variant };
          const actions = makeActions({ place, user, outbox, adopt, changed: renew });
          return [question.id, { question, place, actions }];
        }),
      ),
    [questions, versionId, lessonId, user, outbox, adopt, renew],
  );
  const kept = useKept(snapshot);
  const saidTo = (questionId: string): ReactNode => {
    const counted = said.counts[questionId];
    return counted === undefined ? null : (
      <CardRemarks
        lessonId={lessonId}
        questionId={questionId}
        {...counted}
        changedBy={said.changes}
        onRead={said.again}
      />
    );
  };
  const askAt =
    (place: Place) =>
    (answer: Answer): ReactNode => (
      <CardAsk
        {...{ user, place, answer }}
        may={asking.may}
        {...(asking.counts[place.questionId] ?? NOTHING_ASKED)}
        changedBy={asking.changes}
        onChanged={asking.again}
      />
    );
  return (
    <>
      <p role="status" className="sr-only">
        {renewed && t('renewed')}
      </p>
      <LessonBody
        body={lesson.body}
        question={(id) => {
          const found = byId.get(id);
          const state = states[id];
          return found === undefined || state === undefined ? null : (
            <QuestionCard
              question={found.question}
              state={state}
              actions={found.actions}
              kept={kept(found.place)}
              remarks={saidTo(id)}
              ask={askAt(found.place)}
            />
          );
        }}
      />
    </>
  );
}

function earnedIn(states: Readonly<Record<string, PracticeState>>): number {
  return Object.values(states).reduce((sum, { bestPoints }) => sum + (bestPoints ?? 0), 0);
}

/** What is kept of each question; the same object as long as it says the same, so that fields are not filled again. */
function useKept(snapshot: Snapshot): (place: Place) => KeptWork {
  const before = useRef(new Map<string, KeptWork>());
  return (place) => {
    const now = keptOf(snapshot, place);
    const then = before.current.get(place.questionId);
    if (then?.written?.entry === now.written?.entry && then?.written?.sameVersion === now.written?.sameVersion)
      now.written = then?.written ?? null;
    before.current.set(place.questionId, now);
    return now;
  };
}
