/**
 * Answers to maths and code by what they do: right ones together, wrong ones by the signature of their verdict. A group's
 * specimen is one of its answers, without a name.
 */

import type { Answer } from '../answer.ts';
import { hash } from '../judging/random.ts';
import { askedKind } from '../kinds/asked.ts';
import { studentVerdict } from '../results/student-verdict.ts';
import type { Verdict } from '../results/verdict.ts';
import { answersTo, isRevealed, type Room, type StoredAnswer } from './room.ts';
import { currentRound } from './state.ts';
import type { AnswerGroup, HostView, ScreenView } from './views.ts';

/** The answers to a round (the current one), where the pool grades them. */
export function poolAnswers(room: Room, index = room.state.rounds.length - 1): readonly StoredAnswer[] | null {
  const question = room.questions.get(room.state.rounds[index]?.questionId ?? '');
  return question === undefined || !askedKind(question).needsPool ? null : answersTo(room, index);
}

/** What is told of a verdict: a class is told no more than the student whose it is. */
type Told = (whole: Verdict) => Verdict;

/** A group with what is not for everybody: one of its answers, and whose they are. */
type WholeGroup = AnswerGroup & { specimen: Answer; players: string[] };

/** The graded answers to a round by what they do, the largest group first. */
export function sortedGroups(room: Room, told: Told, index?: number): WholeGroup[] {
  const groups = new Map<string, WholeGroup>();
  for (const { playerId, answer, verdict, asked } of poolAnswers(room, index) ?? []) {
    if (verdict === null) continue;
    const { result } = verdict;
    // what is wrong with numbers of one's own is wrong with nobody else's; a slip is the same with all numbers
    const signature = asked === undefined ? verdict.signature : signsIn(verdict);
    const key = hash(`${result} ${signature}`).toString(36);
    const group = groups.get(key) ?? {
      key,
      count: 0,
      result,
      ...(asked === undefined ? firstFeedback(told(verdict)) : { feedback: slipFeedback(told(verdict)), of: null }),
      specimen: answer,
      players: [],
    };
    group.players.push(playerId);
    groups.set(key, { ...group, count: group.count + 1 });
  }
  return [...groups.values()].sort((a, b) => b.count - a.count);
}

/** What an answer shows whatever its numbers are: misconceptions, and slips that the judge names. */
function signsIn({ misconceptions = [], slips }: Verdict): string {
  return [...misconceptions.map(({ id }) => id), ...slips].toSorted().join(' ');
}

/** What is said of a slip, where no number of anybody stands in it. */
function slipFeedback({ feedback, tests }: Verdict): AnswerGroup['feedback'] {
  const all = [...feedback, ...tests.flatMap((test) => test.feedback)];
  const isOfAll = ({ code, params }: (typeof all)[number]): boolean =>
    /\.slip\./.test(code) && Object.values(params).every((value) => !/\d/.test(String(value)));
  return all.find(isOfAll) ?? null;
}

/** What is said first of an answer that is not right, and of which of its parts. */
function firstFeedback({ feedback, tests }: Verdict): Pick<AnswerGroup, 'feedback' | 'of'> {
  const [whole] = feedback;
  if (whole !== undefined) return { feedback: whole, of: null };
  const failing = tests.find((test) => test.passed !== true && test.feedback.length > 0);
  if (failing === undefined) return { feedback: null, of: null };
  return { feedback: failing.feedback[0] ?? null, of: tests.length > 1 && failing.visible ? failing.name : null };
}

/** What the answers to the current round do, the largest group first; null where nothing is grouped. */
export function groupsOf(room: Room, told: Told): HostView['groups'] {
  const answers = poolAnswers(room);
  if (answers === null) return null;
  return {
    graded: withoutSpecimens(sortedGroups(room, told)),
    waiting: answers.filter((one) => one.verdict === null).length,
  };
}

function withoutSpecimens(groups: readonly WholeGroup[]): AnswerGroup[] {
  return groups.map(({ specimen: _specimen, players: _players, ...group }) => group);
}

/** What the answers of the first vote do, where this round is the second one. */
export function firstGroups(room: Room, told: Told): AnswerGroup[] | null {
  const first = currentRound(room.state)?.revoteOf ?? null;
  return first === null || poolAnswers(room) === null ? null : withoutSpecimens(sortedGroups(room, told, first));
}

/** The answer that the host has put before the class. */
export function specimenOf(room: Room): ScreenView['specimen'] {
  const { specimen, phase } = room.state;
  const shows = phase === 'discuss' || (phase === 'reveal' && isRevealed(room.state));
  if (specimen === null || !shows) return null;
  const group = sortedGroups(room, studentVerdict).find((one) => one.key === specimen);
  return group === undefined ? null : { key: group.key, answer: group.specimen };
}

/** While the question is open: how many answers are graded so far, and how many of these are right. */
export function progressOf(room: Room): HostView['progress'] {
  const verdicts = (poolAnswers(room) ?? []).flatMap(({ verdict }) => verdict ?? []);
  if (poolAnswers(room) === null) return null;
  return { graded: verdicts.length, right: verdicts.filter((one) => one.result === 'pass').length };
}
