/** One question of a room, for who teaches there: how it was voted on, what the wrong answers do, and each answer with its player. Pure. */
import { answerText, askedKind } from '../../kinds/asked.ts';
import type { Question } from '../../question.ts';
import { distribution } from '../distribution.ts';
import { saidAs } from '../gathered.ts';
import { sortedGroups } from '../groups.ts';
import { seenLive } from '../misread.ts';
import { answersTo, type Room, type StoredAnswer } from '../room.ts';
import { revealOf, shownQuestion } from '../view/common.ts';
import type { AnswerGroup, Reveal, ShownQuestion, Tally } from '../views.ts';
import { markOf } from './mark.ts';
import type { Mark } from './marks.ts';
import { reported } from './report.ts';
import { textOf } from './text-of.ts';
import { type Vote, votesIn } from './votes.ts';

/** Answers of a room that are shown: a class has fewer. */
export interface ReportedAnswer {
  player: string;
  mark: Mark;
  text: string;
  tookMs: number | null;
  /** of the first vote, where there were two */
  first: { mark: Mark; text: string } | null;
}

/** Wrong answers that do the same. */
interface ReportedGroup extends AnswerGroup {
  /** one of them, as text */
  specimen: string;
  players: string[];
}

export interface QuestionReport {
  id: string;
  shown: ShownQuestion;
  reveal: Reveal;
  skipped: boolean;
  /** how often each option or value was given, and in the first vote; null: grouped by what they do, or read and not counted */
  distribution: Tally[] | null;
  before: Tally[] | null;
  /** of maths and code; null: counted above */
  groups: ReportedGroup[] | null;
  misread: { name: string; players: string[] }[];
  /** wrong ones first, then those that are partly right; who gave none comes last */
  answers: ReportedAnswer[];
}

const ORDER: readonly Mark[] = ['wrong', 'partly', 'unclear', 'waits', 'right', 'received', 'none'];

/** Undefined: the room has not asked it, or it is not over. */
export function questionReportOf(room: Room, questionId: string): QuestionReport | undefined {
  const votes = votesIn(room.state).find(([{ round }]) => round.questionId === questionId);
  const question = room.questions.get(questionId);
  if (votes === undefined || question === undefined) return undefined;
  const people = reported(room);
  const only = { ...room, players: room.players.map((one) => ({ ...one, removed: one.removed || one.rehearsal })) };
  const [first] = votes;
  const last = votes.at(-1) ?? first;
  const given = answersBy(only, last);
  const before = last === first ? undefined : answersBy(only, first);
  const pooled = askedKind(question).needsPool;
  const said = saidAs(question) !== null;
  const tally = ({ index }: Vote): Tally[] => distribution(question, answersTo(only, index));
  const answers = people.map(({ id }): ReportedAnswer => {
    const one = given.get(id);
    const earlier = before?.get(id);
    return {
      player: id,
      ...shortly(question, one),
      tookMs: one === undefined ? null : Math.max(0, Math.round(one.receivedAt - last.round.opensAt)),
      first: before === undefined ? null : shortly(question, earlier),
    };
  });
  return {
    id: questionId,
    shown: shownQuestion(question, true),
    reveal: revealOf(question),
    skipped: last.round.skipped,
    distribution: pooled || said ? null : tally(last),
    before: pooled || said || last === first ? null : tally(first),
    groups: pooled ? groupsIn(only, last.index) : null,
    misread: misreadBy(question, given),
    answers: answers.toSorted((a, b) => ORDER.indexOf(a.mark) - ORDER.indexOf(b.mark)),
  };
}

const answersBy = (room: Room, { index }: Vote): Map<string, StoredAnswer> =>
  new Map(answersTo(room, index).map((one) => [one.playerId, one]));

function shortly(question: Question, one: StoredAnswer | undefined): { mark: Mark; text: string } {
  return { mark: markOf(question, one), text: one === undefined ? '' : textOf(question, one) };
}

/** A teacher is told all of a verdict. */
function groupsIn(room: Room, index: number): ReportedGroup[] {
  return sortedGroups(room, (verdict) => verdict, index).map(({ specimen, ...group }) => ({
    ...group,
    specimen: answerText(specimen),
  }));
}

function misreadBy(question: Question, given: ReadonlyMap<string, StoredAnswer>): QuestionReport['misread'] {
  const all = question.key.misconceptions ?? [];
  const players = new Map<string, string[]>();
  for (const [player, one] of given)
    for (const { id } of seenLive(question, one).misconceptions ?? [])
      players.set(id, [...(players.get(id) ?? []), player]);
  return [...players]
    .map(([id, those]) => ({ name: all.find((one) => one.id === id)?.name ?? id, players: those }))
    .toSorted((a, b) => b.players.length - a.players.length);
}
