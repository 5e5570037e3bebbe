/** What a class did together, for the projector and the host: how often what was given, who stands where. */
import { askedKind } from '../../kinds/asked.ts';
import { studentVerdict } from '../../results/student-verdict.ts';
import { distribution } from '../distribution.ts';
import { saidAs } from '../gathered.ts';
import { firstGroups, groupsOf, poolAnswers, specimenOf } from '../groups.ts';
import { climberOf, firstOf, podiumOf, togetherOf } from '../ranks.ts';
import { answersTo, isRevealed, type Room, sentAnswers } from '../room.ts';
import { heardAnswers } from '../said.ts';
import { sayingsOf } from '../sayings.ts';
import { shareRight } from '../score.ts';
import { currentRound, isUnsettled } from '../state.ts';
import type { RankedPlayer, Reveal, ScreenView, Tally } from '../views.ts';
import { commonView, revealOf } from './common.ts';

/** Where people join with the code, the room's own link, and its QR code as SVG: made by the server, which knows its address. */
export interface JoinAddress {
  joinUrl: string;
  joinLink: string;
  qr: string;
}

/** What screen and host are both shown. */
export function sharedView(room: Room, join: JoinAddress, ranks: RankedPlayer[]) {
  const open = isRevealed(room.state);
  return {
    ...commonView(room),
    ...join,
    showNames: room.state.settings.showNames,
    locked: room.state.locked,
    answered: sentAnswers(room, room.state.rounds.length - 1).length,
    reveal: currentReveal(room),
    distribution: open ? distributionOf(room, room.state.rounds.length - 1) : null,
    rightShare: open ? rightShareOf(room) : null,
    before: open ? firstVote(room) : null,
    groups: open ? groupsOf(room, studentVerdict) : null,
    groupsBefore: open ? firstGroups(room, studentVerdict) : null,
    specimen: specimenOf(room),
    ...placesOf(room, ranks),
    page: room.state.page,
  };
}

/** The reveal of the current round, once open. */
function currentReveal(room: Room): Reveal | null {
  const round = currentRound(room.state);
  const question = round === undefined ? undefined : room.questions.get(round.questionId);
  return question === undefined || !isRevealed(room.state) ? null : revealOf(question);
}

/** Who stands where, once a round has been told; the podium at the end. */
function placesOf(room: Room, ranks: RankedPlayer[]) {
  const { phase } = room.state;
  const over = phase === 'podium' || phase === 'ended';
  if (!over && phase !== 'standings')
    return { standings: null, tiedBeyond: 0, climber: null, podium: null, together: null };
  return {
    ...firstOf(ranks),
    climber: over ? null : climberOf(ranks),
    podium: over ? podiumOf(ranks) : null,
    together: togetherOf(room, ranks),
  };
}

/** Of everybody who answered, not of those values that are told one by one. */
function rightShareOf(room: Room): ScreenView['rightShare'] {
  const index = room.state.rounds.length - 1;
  const question = room.questions.get(room.state.rounds[index]?.questionId ?? '');
  if (question === undefined || !askedKind(question).scored) return null;
  const given = answersTo(room, index).filter((one) => !askedKind(question).needsPool || one.verdict !== null);
  return { right: given.filter((one) => shareRight(question, one) === 1).length, of: given.length };
}

/** How the first vote went, where this round is the second one. */
function firstVote(room: Room): Tally[] | null {
  const first = currentRound(room.state)?.revoteOf ?? null;
  return first === null ? null : distributionOf(room, first);
}

/** How often each option or number was given in a round; null where answers are grouped by what they do. */
export function distributionOf(room: Room, index: number): Tally[] | null {
  if (poolAnswers(room) !== null) return null;
  const round = room.state.rounds[index];
  const question = round === undefined ? undefined : room.questions.get(round.questionId);
  const given = answersTo(room, index);
  // what is said in one's own words is read, not counted
  if (question !== undefined && saidAs(question) !== null) return null;
  return question === undefined ? [] : distribution(question, given);
}

/** Whether the host lets the class see what comes in. */
export const isShown = ({ state }: Room): boolean => sayingsOf(state.said, state.rounds.length - 1).shown;

/** Of a poll that is open, which has nothing to give away: how it is counted so far. */
export function pollSoFar(room: Room): { distribution: Tally[] } | undefined {
  const { phase, rounds } = room.state;
  const question = room.questions.get(rounds.at(-1)?.questionId ?? '');
  if (question === undefined || askedKind(question).scored || saidAs(question) !== null) return undefined;
  return isUnsettled(phase) ? { distribution: distribution(question, heardAnswers(room)) } : undefined;
}
