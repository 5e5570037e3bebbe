/** What a host sees: the class, each player, and at the end a report. */
import { askedKind } from '../../kinds/asked.ts';
import { kindOf } from '../../kinds/kinds.ts';
import type { Verdict } from '../../results/verdict.ts';
import { firstGroups, groupsOf, progressOf, sortedGroups } from '../groups.ts';
import { GUARD_MS } from '../guard.ts';
import { misreadIn } from '../misread.ts';
import { ranking } from '../ranks.ts';
import { activePlayers, answersTo, isRevealed, type Room, sentAnswers } from '../room.ts';
import { saidOf } from '../said.ts';
import { shareRight } from '../score.ts';
import type { LiveRound } from '../state.ts';
import type { HostView, RankedPlayer, Tally } from '../views.ts';
import { distributionOf, isShown, type JoinAddress, pollSoFar, sharedView } from './class.ts';

/** What a host sees: what the class does, and who has answered. */
export function hostViewOf(room: Room, join: JoinAddress, ranks: RankedPlayer[] = ranking(room)): HostView {
  const given = new Map(
    sentAnswers(room, room.state.rounds.length - 1).map((one) => [one.playerId, one.receivedAt] as const),
  );
  const shared = sharedView(room, join, ranks);
  const { distribution: polled = shared.distribution } = pollSoFar(room) ?? {};
  const discussing = room.state.phase === 'discuss';
  const over = room.state.phase === 'ended';
  const points = new Map(ranks.map((one) => [one.playerId, one.points]));
  return {
    role: 'host',
    ...shared,
    // while the class talks, its host alone sees how it voted
    distribution: discussing ? unmarked(room) : polled,
    groups: discussing || isRevealed(room.state) ? groupsOf(room, whole) : null,
    misread: misreadIn(room),
    groupsBefore: isRevealed(room.state) ? firstGroups(room, whole) : null,
    moreTime: activePlayers(room).filter(({ id, timeFactor, present }) => timeFactor > 1 && present && !given.has(id))
      .length,
    // a report is of people
    said: saidOf(room),
    counting: isShown(room),
    people: activePlayers(room)
      .filter((one) => !over || !one.rehearsal)
      .map(({ id, nickname, present, userId, rehearsal }) => ({
        id,
        nickname,
        present,
        sentAt: given.get(id) ?? null,
        points: points.get(id) ?? 0,
        signedIn: userId !== null,
        rehearsal,
      })),
    removed: room.players.filter((player) => player.removed).map(({ id, nickname }) => ({ id, nickname })),
    guardedUntil: room.state.phaseSince + GUARD_MS,
    progress: progressOf(room),
    specimens: isRevealed(room.state) || discussing ? sortedGroups(room, whole).map((group) => group.specimen) : [],
    everyone: over ? ranks : [],
    facility: over ? room.state.rounds.flatMap((round, index) => facilityOf(room, round, index)) : [],
  };
}

/** As a teacher may see it. */
const whole = (verdict: Verdict): Verdict => verdict;

/** Counts without what is right. */
function unmarked(room: Room): Tally[] | null {
  const index = room.state.rounds.length - 1;
  const question = room.questions.get(room.state.rounds[index]?.questionId ?? '');
  const tallied = question === undefined ? undefined : kindOf(question).live.tallied;
  // options are listed whether one picked them or not; of anything else what nobody said is listed because it is right
  const hasOptions = tallied !== undefined && tallied.counted === undefined;
  return (
    distributionOf(room, index)
      ?.filter(({ count }) => hasOptions || count > 0)
      .map(({ partly: _partly, each, ...tally }) => ({
        ...tally,
        correct: false,
        noteHtml: null,
        ...(each && { each: each.map(({ label, count }) => ({ label, count, correct: false })) }),
      })) ?? null
  );
}

function facilityOf(room: Room, round: LiveRound, index: number): HostView['facility'] {
  const question = room.questions.get(round.questionId);
  if (question === undefined || round.closedAt === null) return [];
  const rehearsal = new Set(room.players.filter((player) => player.rehearsal).map((player) => player.id));
  const given = answersTo(room, index).filter((one) => !rehearsal.has(one.playerId));
  const right = given.filter((one) => shareRight(question, one) === 1).length;
  const again = room.state.rounds.some((other) => other.revoteOf === index);
  const vote = round.revoteOf !== null ? 2 : again ? 1 : null;
  const { scored } = askedKind(question);
  const said =
    saidOf(room, index)
      ?.entries.filter(({ hidden }) => !hidden)
      .map(({ text, count }) => ({ text, count })) ?? null;
  return [{ title: question.title, scored, said, right, answered: given.length, skipped: round.skipped, vote }];
}
