/** What every viewer of a room sees of it: where it stands, its question, and what is right once that is open. */
import { kindOf } from '../../kinds/kinds.ts';
import { type Question, viewOf } from '../../question.ts';
import { activePlayers, type Room } from '../room.ts';
import { currentRound, type LiveState, questionsAsked } from '../state.ts';
import type { PlayerView, Reveal, ShownQuestion } from '../views.ts';

/** What is the same for all of them. @param questionOf as whoever looks is asked it */
export function commonView(
  room: Room,
  questionOf: (id: string) => Question | undefined = (id) => room.questions.get(id),
) {
  const round = currentRound(room.state);
  const question = round === undefined ? undefined : questionOf(round.questionId);
  return {
    session: room.id,
    code: room.code,
    lesson: room.lesson,
    version: room.version,
    phase: room.state.phase,
    round: room.state.rounds.length - 1,
    number: questionsAsked(room.state),
    revote: round !== undefined && round.revoteOf !== null,
    rounds: room.state.plan.length,
    speed: room.state.settings.speed,
    question: question === undefined ? null : shownQuestion(question, room.state.phase !== 'read'),
    ...(room.own?.has(round?.questionId ?? '') === true ? { ownValues: true as const } : {}),
    opensAt: round?.opensAt ?? null,
    closesAt: round?.closesAt ?? null,
    skipped: round?.skipped ?? false,
    corrected: wasCorrected(room.state),
    again: nextRoomOf(room),
    players: activePlayers(room).length,
  };
}

/** Who was in this room comes into the next one by its link. */
function nextRoomOf({ state, nextKey }: Room): PlayerView['again'] {
  return state.again === null || nextKey === undefined ? state.again : { ...state.again, key: nextKey };
}

function wasCorrected(state: LiveState): boolean {
  const { correctedAt, phase } = state;
  if (correctedAt === null) return false;
  const closedAt = currentRound(state)?.closedAt ?? null;
  return phase === 'podium' || phase === 'ended' || (closedAt !== null && closedAt <= correctedAt);
}

/** A question without its key. @param withOptions the time to read is over */
export function shownQuestion(question: Question, withOptions: boolean): ShownQuestion {
  const kind = kindOf(question);
  const { id, title, promptHtml } = question;
  return {
    id,
    kind: question.kind,
    title,
    promptHtml,
    multiple: false,
    unit: null,
    ...kind.live.shown?.(question),
    options: withOptions ? (kind.lettered?.(question).map(({ letter, html }) => ({ letter, html })) ?? null) : null,
    asked: withOptions && kind.live.asksWhole ? viewOf(question) : null,
  };
}

/** What is right: the only way by which a key enters a view, and only once it is open. */
export function revealOf(question: Question): Reveal {
  const kind = kindOf(question);
  return {
    correct: [...(kind.live.tallied?.correct(question) ?? kind.live.places?.(question) ?? [])],
    value: kind.live.right(question),
    explanationHtml: question.key.explanationHtml,
    solutionHtml: kind.needsPool ? question.key.solutionHtml : null,
  };
}
