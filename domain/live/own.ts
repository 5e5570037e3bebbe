/**
 * A room in which each player has values of their own, where a question draws them. The room draws some when it opens, and deals
 * them: which of them a player has follows from who and what, and never changes, so that answers are graded by it for ever.
 */
import { hash } from '../judging/random.ts';
import type { Question } from '../question.ts';
import type { OwnQuestions, Room, StoredAnswer } from './room.ts';

/** So many are drawn at most: neighbours hardly ever have the same, and a room of any size makes no more questions of them. */
export const MOST_DEALT = 24;

/** Which of so many a player has at a question. */
export function dealt(playerId: string, questionId: string, of: number): number {
  return hash(`${playerId} ${questionId}`) % of;
}

/** A question as one player is asked it; undefined where the room does not ask it. */
export function questionFor(
  { questions, own }: Pick<Room, 'questions' | 'own'>,
  questionId: string,
  playerId: string,
): Question | undefined {
  const all = own?.get(questionId);
  return all === undefined ? questions.get(questionId) : all[dealt(playerId, questionId, all.length)];
}

/** Puts to each answer what its player was asked, where that is theirs alone. */
export function noteAsked(
  { state, own }: Pick<Room, 'state' | 'own'>,
  answers: ReadonlyMap<number, readonly StoredAnswer[]>,
): void {
  for (const [round, list] of answers) {
    const questionId = state.rounds[round]?.questionId ?? '';
    const all = own?.get(questionId);
    if (all === undefined) continue;
    for (const one of list) {
      const asked = all[dealt(one.playerId, questionId, all.length)];
      if (asked !== undefined) one.asked = asked;
    }
  }
}

/** The same room with other questions: what was answered is looked at by those. */
export function withQuestions(room: Room, questions: Room['questions'], own: OwnQuestions): Room {
  const answers = new Map(
    [...room.answers].map(([round, list]) => [round, list.map(({ asked: _asked, ...one }): StoredAnswer => one)]),
  );
  noteAsked({ state: room.state, own }, answers);
  return { ...room, questions, own, answers };
}
