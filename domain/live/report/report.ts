/**
 * What a room says of its questions and its players, for who teaches them: a row a player, a column a question. It follows from
 * the room, so that a key that was put right is in it at once. Points are those of the questions, never of speed. Pure.
 */
import { askedKind } from '../../kinds/asked.ts';
import type { QuestionKind } from '../../question.ts';
import { answersTo, type Room, type RoomPlayer, type StoredAnswer } from '../room.ts';
import { shareRight } from '../score.ts';
import { isMeasured, markOf } from './mark.ts';
import { MARKS, type Mark } from './marks.ts';
import { medianOf } from './median.ts';
import { type Vote, votesIn } from './votes.ts';

export interface ReportQuestion {
  id: string;
  /** from 1, as it was asked */
  number: number;
  title: string;
  kind: QuestionKind;
  /** what can be earned; 0: it is a poll, or was skipped */
  points: number;
  skipped: boolean;
  /** how often it was voted on */
  votes: number;
  /** how long it was open, in ms */
  openMs: number;
  answered: number;
  /** answers that say something: not those that wait, or could not be read */
  measured: number;
  right: number;
  /** of all that were measured, the mean of what was right in them; null: nothing was */
  share: number | null;
  /** half of those who answered had done so after so many ms; null: nobody did */
  medianMs: number | null;
}

/** As it is sent: the place of its mark in `MARKS`, points, ms until it came, the place of the mark of its first vote. */
export type ReportCell = readonly [mark: number, points: number, tookMs: number | null, first: number | null];

export interface ReportRow {
  player: string;
  /** the account that sits there; null: a guest */
  userId: string | null;
  nickname: string;
  /** in the order of the questions */
  cells: ReportCell[];
  points: number;
  /** answers to questions that count, and those that were wholly right */
  answered: number;
  right: number;
}

export interface LiveReport {
  questions: ReportQuestion[];
  rows: ReportRow[];
  /** what can be earned */
  points: number;
}

/** Who is in a report: who tried the room out, and who was taken out of it, are not. */
export const reported = ({ players }: Pick<Room, 'players'>): RoomPlayer[] =>
  players.filter(({ removed, rehearsal }) => !removed && !rehearsal);

/** What the room says so far: of the questions that are over. */
export function reportOf(room: Room): LiveReport {
  const columns = votesIn(room.state).flatMap((votes, at) => columnOf(room, votes, at + 1));
  const rows = reported(room).map(({ id, userId, nickname }): ReportRow => {
    const cells = columns.map(({ cellOf }) => cellOf(id));
    const counted = cells.filter((_, at) => (columns[at]?.question.points ?? 0) > 0);
    return {
      ...{ player: id, userId, nickname, cells },
      points: rounded(cells.reduce((sum, [, points]) => sum + points, 0)),
      answered: counted.filter(([mark]) => MARKS[mark] !== 'none').length,
      right: counted.filter(([mark]) => MARKS[mark] === 'right').length,
    };
  });
  const questions = columns.map(({ question }) => question);
  return { questions, rows, points: rounded(questions.reduce((sum, { points }) => sum + points, 0)) };
}

function columnOf(room: Room, votes: [Vote, ...Vote[]], number: number) {
  const [first] = votes;
  const last = votes.at(-1) ?? first;
  const { round } = last;
  const question = room.questions.get(round.questionId);
  if (question === undefined) return [];
  const people = new Set(reported(room).map(({ id }) => id));
  const answers = ({ index }: Vote): Map<string, StoredAnswer> =>
    new Map(
      answersTo(room, index).flatMap((one): [string, StoredAnswer][] =>
        people.has(one.playerId) ? [[one.playerId, one]] : [],
      ),
    );
  const given = answers(last);
  const before = last === first ? undefined : answers(first);
  const points = round.skipped || !askedKind(question).scored ? 0 : question.points;
  const took = (one: StoredAnswer): number => Math.max(0, Math.round(one.receivedAt - round.opensAt));
  const marks = new Map([...given].map(([id, one]) => [id, markOf(question, one)]));
  const measured = [...given].filter(([id]) => isMeasured(marks.get(id) ?? 'none'));
  const shares = measured.map(([, one]) => shareRight(question, one));
  const cellOf = (id: string): ReportCell => {
    const one = given.get(id);
    const mark = marks.get(id) ?? 'none';
    const earned = one !== undefined && isMeasured(mark) ? rounded(points * shareRight(question, one)) : 0;
    const earlier = before === undefined ? null : placeOf(markOf(question, before.get(id)));
    return [placeOf(mark), earned, one === undefined ? null : took(one), earlier];
  };
  return [
    {
      cellOf,
      question: {
        ...{ id: round.questionId, number, title: question.title, kind: question.kind, points },
        skipped: round.skipped,
        votes: votes.length,
        openMs: Math.max(0, (round.closedAt ?? round.closesAt) - round.opensAt),
        answered: given.size,
        measured: measured.length,
        right: shares.filter((share) => share === 1).length,
        share: shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length,
        medianMs: medianOf([...given.values()].map(took)),
      } satisfies ReportQuestion,
    },
  ];
}

const placeOf = (mark: Mark): number => MARKS.indexOf(mark);

/** Parts of points add up without the dust of binary fractions. */
const rounded = (points: number): number => Math.round(points * 1e6) / 1e6;
