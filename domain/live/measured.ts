/** How the questions of a room went: answers that count, and those that were right. Who tries a room out, and polls, count nowhere. */
import { askedKind } from '../kinds/asked.ts';
import type { Question } from '../question.ts';
import { answersTo, isScored, type Room, type StoredAnswer } from './room.ts';
import { shareRight } from './score.ts';

/** By the question's name in its lesson. */
export interface RoundMeasure {
  name: string;
  tries: number;
  right: number;
}

/**
 * What a room that is over says of its questions. Of a question that was voted on again the second vote counts; what was skipped
 * says nothing; guests count like everybody.
 * @param late what is not graded by now is not counted
 * @returns null: something still waits to be graded
 */
export function measuresOf(room: Room, late: boolean): RoundMeasure[] | null {
  const trying = new Set(room.players.filter(({ rehearsal }) => rehearsal).map(({ id }) => id));
  const found = new Map<string, RoundMeasure>();
  for (const [index, round] of room.state.rounds.entries()) {
    const question = room.questions.get(round.questionId);
    if (round.closedAt === null || round.skipped || round.superseded) continue;
    if (question === undefined || !isScored(room, round)) continue;
    const given = answersTo(room, index).filter(({ playerId }) => !trying.has(playerId));
    if (!late && given.some((one) => isWaiting(question, one))) return null;
    const counted = given.filter((one) => isGraded(question, one));
    const right = counted.filter((one) => shareRight(question, one) === 1).length;
    const before = found.get(round.questionId) ?? { name: round.questionId, tries: 0, right: 0 };
    found.set(round.questionId, { ...before, tries: before.tries + counted.length, right: before.right + right });
  }
  return [...found.values()];
}

const isWaiting = (question: Question, { verdict }: StoredAnswer): boolean =>
  askedKind(question).needsPool && verdict === null;

/** What could not be read, or the grader failed on, says nothing of the question. */
function isGraded(question: Question, one: StoredAnswer): boolean {
  return one.verdict === null ? !askedKind(question).needsPool : one.verdict.outcome === 'graded';
}
