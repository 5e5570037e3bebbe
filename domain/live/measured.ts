/** How the questions of a room went: answers that count, and those that were right. Who tries a room out, and polls, count nowhere. */
import { askedKind } from '../kinds/asked.ts';
import { type ItemRest, itemRest, type Pair } from '../measures/item-rest.ts';
import type { Question } from '../question.ts';
import { distribution } from './distribution.ts';
import { seenLive } from './misread.ts';
import { medianOf } from './report/median.ts';
import { answersTo, isScored, type Room, type StoredAnswer } from './room.ts';
import { shareRight } from './score.ts';
import type { LiveRound } from './state.ts';

/** How often an option or value was given, and whether it is right. */
type Given = [label: string, count: number, right: boolean];

/** By the question's name in its lesson. */
export interface RoundMeasure extends ItemRest {
  name: string;
  tries: number;
  right: number;
  /** half of those who answered had done so after so many ms; null: nobody did */
  medianMs: number | null;
  /** of what is counted by what it says, the most frequent first */
  given: Given[];
}

/** What an answer showed. */
export interface RoundMisread {
  round: number;
  player: string;
  code: string;
}

/** Of more different values the rest is rare. */
const MOST_GIVEN = 10;
/** With fewer other answers nothing is known of what somebody knows. */
const FEWEST_OTHERS = 2;

/** A round that counts, with the answers to it that do. */
interface Counted {
  round: LiveRound;
  index: number;
  question: Question;
  given: StoredAnswer[];
}

/**
 * What a room that is over says of its questions. Of a question that was voted on again the second vote counts; what was skipped
 * says nothing; guests count like everybody.
 * @param late what is not graded by now is not counted
 * @returns null: something still waits to be graded
 */
export function measuresOf(room: Room, late: boolean): RoundMeasure[] | null {
  const counted = countedRounds(room);
  if (!late && counted.some(({ question, given }) => given.some((one) => isWaiting(question, one)))) return null;
  // a room asks a question once; were it asked again, the last time counts
  const last = new Map(counted.map((one) => [one.round.questionId, one]));
  const rounds = [...last.values()].map((one) => ({
    ...one,
    given: one.given.filter((each) => isGraded(one.question, each)),
  }));
  const shares = rounds.map(
    ({ question, given }) => new Map(given.map((one) => [one.playerId, shareRight(question, one)])),
  );
  return rounds.map(({ round, question, given }, at): RoundMeasure => {
    const own = [...(shares[at] ?? [])];
    const others = shares.filter((_, other) => other !== at);
    return {
      name: round.questionId,
      tries: given.length,
      right: own.filter(([, share]) => share === 1).length,
      medianMs: medianOf(given.map(({ receivedAt }) => Math.max(0, Math.round(receivedAt - round.opensAt)))),
      ...itemRest(
        own.flatMap(([player, share]) =>
          pairOf(
            share,
            others.flatMap((one) => one.get(player) ?? []),
          ),
        ),
      ),
      given: askedKind(question).needsPool ? [] : givenIn(question, given),
    };
  });
}

/** What answers show of misconceptions: of each question all that its answers show, also in a vote that was taken again. */
export function shownIn(room: Room): RoundMisread[] {
  return countedRounds(room, 'first votes too').flatMap(({ index: round, question, given }) =>
    given.flatMap((one) =>
      (seenLive(question, one).misconceptions ?? []).map(({ id: code }) => ({ round, player: one.playerId, code })),
    ),
  );
}

function countedRounds(room: Room, which?: 'first votes too'): Counted[] {
  const trying = new Set(room.players.filter(({ rehearsal }) => rehearsal).map(({ id }) => id));
  return room.state.rounds.flatMap((round, index) => {
    const question = room.questions.get(round.questionId);
    if (round.closedAt === null || round.skipped || (round.superseded && which === undefined)) return [];
    if (question === undefined || !isScored(room, round)) return [];
    const given = answersTo(room, index).filter(({ playerId }) => !trying.has(playerId));
    return [{ round, index, question, given }];
  });
}

function pairOf(share: number, others: readonly number[]): Pair[] {
  if (others.length < FEWEST_OTHERS) return [];
  return [[share, others.reduce((sum, one) => sum + one, 0) / others.length]];
}

function givenIn(question: Question, given: readonly StoredAnswer[]): Given[] {
  return distribution(question, given)
    .filter(({ count, others }) => count > 0 && others === undefined)
    .map(({ label, count, correct }): Given => [label, count, correct])
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, MOST_GIVEN);
}

const isWaiting = (question: Question, { verdict }: StoredAnswer): boolean =>
  askedKind(question).needsPool && verdict === null;

/** What could not be read, or the grader failed on, says nothing of the question. */
function isGraded(question: Question, one: StoredAnswer): boolean {
  return one.verdict === null ? !askedKind(question).needsPool : one.verdict.outcome === 'graded';
}
