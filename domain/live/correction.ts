/**
 * A key that was wrong, put right in a session that is played or over: what changes when the session's questions are
 * those of a corrected lesson. Scores are never stored, so whatever came before gives what it would have given with the
 * right key from the start. Code and maths are graded anew by the pool.
 */

import { z } from 'zod';
import { askedKind } from '../kinds/asked.ts';
import { kindOf } from '../kinds/kinds.ts';
import type { Question } from '../question.ts';
import { withQuestions } from './own.ts';
import { ranking } from './ranks.ts';
import type { OwnQuestions, Room } from './room.ts';
import { isOpen, type LiveState } from './state.ts';

export const correction = z.strictObject({
  /** questions that were played and are corrected; `regraded`: answers that the pool grades anew */
  questions: z.array(z.strictObject({ id: z.string(), title: z.string(), regraded: z.number() })),
  /** whose points change, before anything is graded anew; those who gain most first */
  players: z.array(z.strictObject({ nickname: z.string(), before: z.number(), after: z.number() })),
});
export type Correction = z.infer<typeof correction>;

/** Those of a version, as a room plays it. */
interface Played {
  questions: ReadonlyMap<string, Question>;
  own?: OwnQuestions;
}

/** Between questions: while one is read or answered, what it asks stays as it is. */
export function mayBeCorrected({ phase }: LiveState): boolean {
  return !isOpen(phase);
}

/** Whether every question of the session is there, and asks for answers of the same form, so that those given still fit. */
export function fitsSession(state: LiveState, before: Played, after: Played): boolean {
  return state.plan.every(({ questionId }) => {
    const [old, now] = [allOf(before, questionId), allOf(after, questionId)];
    return old.length > 0 && old.length === now.length && old.every((one, at) => formOf(one) === formOf(now[at]));
  });
}

/** A question as it is asked in a room, to everybody or to each. */
function allOf({ questions, own }: Played, questionId: string): readonly Question[] {
  const all = own?.get(questionId);
  const one = questions.get(questionId);
  return one === undefined ? [] : [one, ...(all ?? [])];
}

/** What answers to a question are made of. */
const formOf = (question: Question | undefined): string =>
  question === undefined ? '' : JSON.stringify([question.kind, kindOf(question).live.form(question)]);

/** The rounds whose question is another one than before. */
export function correctedRounds(room: Room, after: Played): number[] {
  return room.state.rounds.flatMap(({ questionId }, index) =>
    JSON.stringify(allOf(room, questionId)) === JSON.stringify(allOf(after, questionId)) ? [] : [index],
  );
}

/** The corrected rounds whose answers the pool grades anew. */
export function roundsToRegrade(room: Room, after: Played): number[] {
  return correctedRounds(room, after).filter((index) => {
    const question = after.questions.get(room.state.rounds[index]?.questionId ?? '');
    return question !== undefined && askedKind(question).needsPool;
  });
}

/** What changes in a room, told before it is done. */
export function correctionOf(room: Room, after: Played): Correction {
  const again = new Set(roundsToRegrade(room, after));
  const byQuestion = Map.groupBy(correctedRounds(room, after), (index) => room.state.rounds[index]?.questionId ?? '');
  const before = new Map(ranking(room).map((one) => [one.playerId, one.points]));
  return {
    questions: [...byQuestion].map(([id, rounds]) => ({
      id,
      title: after.questions.get(id)?.title ?? '',
      regraded: rounds
        .filter((index) => again.has(index))
        .reduce((sum, index) => sum + (room.answers.get(index)?.length ?? 0), 0),
    })),
    players: ranking(withQuestions(room, after.questions, after.own ?? new Map()))
      .map((one) => ({ nickname: one.nickname, before: before.get(one.playerId) ?? 0, after: one.points }))
      .filter((one) => one.before !== one.after)
      .toSorted((a, b) => b.after - b.before - (a.after - a.before)),
  };
}
