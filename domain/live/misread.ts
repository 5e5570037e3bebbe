/** What players of a room misunderstood: of one answer, and of all to the current round. */
import { askedKind } from '../kinds/asked.ts';
import { type Seen, seenOnTheSpot } from '../misconceptions/seen.ts';
import type { Question } from '../question.ts';
import { answersTo, isRevealed, type Room, type StoredAnswer } from './room.ts';
import type { HostView } from './views.ts';

/** What an answer shows; nothing of one that the pool still grades. */
export function seenLive(question: Question, { answer, verdict, asked = question }: StoredAnswer): Seen {
  if (verdict !== null) return verdict;
  return askedKind(asked).needsPool ? {} : seenOnTheSpot(asked, answer);
}

/** How many answers to the current round show which misconception, once its key is open: for its host. */
export function misreadIn(room: Room): HostView['misread'] {
  const index = room.state.rounds.length - 1;
  const question = room.questions.get(room.state.rounds[index]?.questionId ?? '');
  const all = question?.key.misconceptions ?? [];
  if (question === undefined || all.length === 0 || !isRevealed(room.state)) return [];
  const counts = new Map<string, number>();
  for (const given of answersTo(room, index))
    for (const { id } of seenLive(question, given).misconceptions ?? []) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts]
    .map(([id, count]) => ({ name: all.find((one) => one.id === id)?.name ?? id, count }))
    .sort((a, b) => b.count - a.count);
}
