/** What a room that is over counts for its students: for being there, for taking part, or for right answers; never for speed. Pure. */
import { askedKind } from '../kinds/asked.ts';
import type { CountsFor } from './counts-for.ts';
import { answersTo, isScored, type Room, type StoredAnswer } from './room.ts';
import { shareRight } from './score.ts';
import type { LiveRound } from './state.ts';

export interface Counted {
  points: number;
  maxPoints: number;
  /** rounds that count */
  asked: number;
  answered: number;
  /** answers that are being graded */
  waits: number;
  /** when the last answer was received; null: there is none */
  lastAt: number | null;
}

/**
 * By account. A round that was skipped or voted on once more counts nothing; who was taken out of the room was not there; somebody
 * with two seats has the better answer of both.
 * @param maxPoints of being there and of taking part; of right answers each question has its own
 */
export function countedIn(
  room: Room,
  by: CountsFor,
  maxPoints: number,
): { all: Omit<Counted, 'answered' | 'waits' | 'lastAt'>; by: Map<string, Counted> } {
  const rounds = room.state.rounds
    .map((round, index) => ({ round, index }))
    .filter(({ round }) => counts(room, round) && (by !== 'right' || isScored(room, round)));
  const pointsOf = ({ questionId }: LiveRound): number => room.questions.get(questionId)?.points ?? 0;
  const most = by === 'right' ? rounds.reduce((sum, { round }) => sum + pointsOf(round), 0) : maxPoints;
  const seats = room.players.filter(({ userId, rehearsal, removed }) => userId !== null && !rehearsal && !removed);
  const found = new Map<string, Counted>();
  for (const [userId, own] of Map.groupBy(seats, (seat) => seat.userId ?? '')) {
    const ids = new Set(own.map(({ id }) => id));
    const rows = rounds.map(({ round, index }) => {
      const given = answersTo(room, index).filter(({ playerId }) => ids.has(playerId));
      const shares = given.map((one) => shareOf(room, round, one));
      return {
        given,
        waits: given.some((one) => isWaiting(room, round, one)),
        points: pointsOf(round) * Math.max(0, ...shares),
      };
    });
    const answered = rows.filter(({ given }) => given.length > 0).length;
    const part = rounds.length === 0 ? 0 : (maxPoints * answered) / rounds.length;
    const right = rows.reduce((sum, { points }) => sum + points, 0);
    const moments = rows.flatMap(({ given }) => given.map(({ receivedAt }) => receivedAt));
    found.set(userId, {
      points: rounded(by === 'there' ? maxPoints : by === 'part' ? part : right),
      maxPoints: most,
      asked: rounds.length,
      answered,
      waits: by === 'right' ? rows.filter(({ waits }) => waits).length : 0,
      lastAt: moments.length === 0 ? null : Math.max(...moments),
    });
  }
  return { all: { points: 0, maxPoints: most, asked: rounds.length }, by: found };
}

const counts = (room: Room, { closedAt, skipped, superseded, questionId }: LiveRound): boolean =>
  closedAt !== null && !skipped && !superseded && room.questions.has(questionId);

function shareOf(room: Room, { questionId }: LiveRound, one: StoredAnswer): number {
  const question = room.questions.get(questionId);
  return question === undefined ? 0 : shareRight(question, one);
}

function isWaiting({ questions }: Room, { questionId }: LiveRound, { verdict }: StoredAnswer): boolean {
  const question = questions.get(questionId);
  return question !== undefined && askedKind(question).needsPool && verdict === null;
}

const rounded = (points: number): number => Math.round(points * 1e6) / 1e6;
