/**
 * The rules of a live session a second time, as simply as they can be written and from nothing but what is stored: the
 * log of events, and answers with the time of their receipt. It shares no code with domain/live.
 */
import type { Answer } from '../../domain/answer.ts';
import type { Question } from '../../domain/question.ts';

/** An event of the log: its type, when it was, and what the command said. */
export interface Logged {
  type: string;
  at: number;
  seconds?: number;
}
export interface Rules {
  plan: readonly { questionId: string; seconds: number }[];
  readSeconds: number;
  speed: boolean;
  streak: boolean;
}
export interface ModelRound {
  questionId: string;
  opensAt: number;
  closesAt: number;
  closed: boolean;
  counts: boolean;
  /** its key is never shown, unless its host does */
  hidden: boolean;
}
export interface ModelSession {
  phase: string;
  rounds: ModelRound[];
}

/** What the log says was played. */
export function readLog(log: readonly Logged[], { plan, readSeconds }: Rules): ModelSession {
  let phase = 'lobby';
  let asked = 0;
  const rounds: ModelRound[] = [];
  const ask = (opensAt: number): void => {
    const { questionId, seconds } = plan[asked - 1] ?? { questionId: '', seconds: 0 };
    rounds.push({
      questionId,
      opensAt,
      closesAt: opensAt + seconds * 1000,
      closed: false,
      counts: true,
      hidden: false,
    });
  };
  for (const { type, at, seconds = 0 } of log) {
    const last = rounds.at(-1);
    const playing = phase === 'read' || phase === 'question';
    // the host's own bell, nothing shown yet
    const early = phase === 'question' && (type === 'next' || type === 'close');
    if (early) phase = 'closed';
    else if (type === 'reopen') {
      Object.assign(last ?? {}, { closesAt: at + seconds * 1000 });
      phase = 'question';
    } else if (type === 'end') {
      if (playing && last !== undefined) Object.assign(last, { closed: true, counts: false, hidden: true });
      if (phase === 'discuss' && last !== undefined) last.counts = true;
      if (phase === 'closed' && last !== undefined) last.closed = true;
      phase = 'ended';
    } else if (type === 'skip') {
      Object.assign(last ?? {}, { closed: true, counts: false, hidden: true });
      phase = 'reveal';
    } else if (type === 'discuss') {
      Object.assign(last ?? {}, { closed: true, counts: false });
      phase = 'discuss';
    } else if (type === 'moreTime') Object.assign(last ?? {}, { closesAt: (last?.closesAt ?? 0) + seconds * 1000 });
    else if (type === 'reveal') {
      // of one that was skipped only its key is shown
      if (phase === 'reveal') Object.assign(last ?? {}, { hidden: false });
      else Object.assign(last ?? {}, { closed: true, counts: true });
      phase = 'reveal';
    } else if (['next', 'tick', 'close', 'allAnswered'].includes(type)) {
      if (phase === 'lobby' || (phase === 'standings' && asked < plan.length)) {
        asked += 1;
        ask(at + readSeconds * 1000);
        phase = readSeconds > 0 ? 'read' : 'question';
      } else if (phase === 'standings') phase = 'podium';
      else if (phase === 'podium') phase = 'ended';
      else if (phase === 'reveal') phase = 'standings';
      else if (phase === 'discuss') {
        ask(at);
        phase = 'question';
      } else if (phase === 'question' || phase === 'closed') {
        Object.assign(last ?? {}, { closed: true });
        phase = 'reveal';
      } else if (phase === 'read') {
        // the host cuts the reading short, and the whole time to answer stays; a tick comes when it is over
        if (type === 'next' && last !== undefined)
          Object.assign(last, { opensAt: at, closesAt: at + last.closesAt - last.opensAt });
        phase = 'question';
      }
    }
  }
  return { phase, rounds };
}

/** An answer as it stands in the end. */
export interface ModelAnswer {
  playerId: string;
  round: number;
  answer: Answer;
  receivedAt: number;
  /** share of the points that the pool gave; null: not graded (yet) */
  graded: number | null;
}

/** The last instant at which somebody may answer. */
export const lastInstant = ({ opensAt, closesAt }: ModelRound, timeFactor: number): number =>
  opensAt + (closesAt - opensAt) * timeFactor;

/** Everybody's points and right answers, from what is stored. */
export function recount(
  { rounds }: ModelSession,
  rules: Rules,
  questions: ReadonlyMap<string, Question>,
  players: readonly { id: string; timeFactor: number }[],
  answers: readonly ModelAnswer[],
): Map<string, { points: number; right: number }> {
  const result = new Map<string, { points: number; right: number }>();
  for (const { id, timeFactor } of players) {
    let [points, right, inARow] = [0, 0, 0];
    rounds.forEach((round, index) => {
      const question = questions.get(round.questionId);
      if (!round.closed || !round.counts || question === undefined) return;
      // nobody is measured by what has no key: a streak goes on after it, answered or not
      if (question.kind === 'open') return;
      const mine = answers.find((one) => one.playerId === id && one.round === index);
      const share = mine === undefined ? 0 : shareOf(question, mine);
      const whole = (round.closesAt - round.opensAt) * timeFactor;
      const took = (mine?.receivedAt ?? 0) - round.opensAt;
      const late = took < 500 ? 0 : Math.min(took, whole) / whole;
      points += Math.round(1000 * share * (rules.speed && Number.isFinite(whole) ? 1 - late / 2 : 1));
      inARow = share === 1 ? inARow + 1 : 0;
      right += share === 1 ? 1 : 0;
      if (rules.streak && inARow > 1) points += Math.min(500, 100 * (inARow - 1));
    });
    result.set(id, { points, right });
  }
  return result;
}

function shareOf(question: Question, { answer, graded }: ModelAnswer): number {
  if (question.kind === 'choice' && 'choices' in answer) {
    const { correct } = question.key;
    const sum = [...new Set(answer.choices)].reduce((total, one) => total + (correct.includes(one) ? 1 : -1), 0);
    return Math.max(0, sum) / correct.length;
  }
  if (question.kind === 'number' && 'value' in answer)
    return Math.abs(Number(answer.value) - question.key.value) <= question.key.tolerance.absolute ? 1 : 0;
  if (question.kind === 'text' && 'text' in answer)
    return question.key.accept.some((one) => one.toLowerCase() === answer.text.toLowerCase()) ? 1 : 0;
  if (question.kind === 'match' && 'pairs' in answer) {
    const right = question.prompts.filter(({ number }) => question.key.pairs[number] === answer.pairs[number]);
    return right.length / question.prompts.length;
  }
  if (question.kind === 'gaps' && 'gaps' in answer) {
    const right = Object.entries(question.key.gaps).filter(
      ([name, key]) =>
        'capitals' in key &&
        key.entries.some(({ text, share }) => share === 1 && text.toLowerCase() === answer.gaps[name]?.toLowerCase()),
    );
    return right.length / Object.keys(question.key.gaps).length;
  }
  if (question.kind === 'point' && 'put' in answer) {
    const { answer: known, tolerance } = question.key;
    return 'place' in known && Math.abs(Number(answer.put.x) - known.place[0]) <= tolerance ? 1 : 0;
  }
  if (question.kind === 'order' && 'order' in answer) return orderShare(question.key.places, answer.order);
  return graded ?? 0;
}

/** A share for each pair that stands as it should, a pair the other way round takes one back. */
function orderShare(places: Record<string, number>, order: readonly string[]): number {
  const pairs = Object.keys(places).flatMap((one) =>
    Object.keys(places).flatMap((other) => ((places[one] ?? 0) < (places[other] ?? 0) ? [[one, other] as const] : [])),
  );
  const sum = pairs.reduce((total, [one, other]) => {
    const [first, second] = [order.indexOf(one), order.indexOf(other)];
    if (first < 0 || second < 0) return total;
    return total + (first < second ? 1 : -1);
  }, 0);
  return Math.max(0, sum) / pairs.length;
}
