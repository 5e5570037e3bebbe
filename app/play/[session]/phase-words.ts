/** What a phase says: to who listens in place of looking, and in the title of the page. Pure, so that each phase is held to it. */

import { askedKind, hasContent } from '../../../domain/kinds/asked.ts';
import type { PlayerView } from '../../../domain/live/views.ts';
import { type RoundState, roundState } from './answered/state.ts';

/** A sentence of `live.said`, with what it is about. */
export type Said =
  | { what: 'lobby'; name: string }
  | { what: 'read' | 'discuss'; number: number; rounds: number; title: string }
  | { what: 'question'; number: number; rounds: number; title: string; options: number; seconds: number }
  | { what: 'closed' }
  | { what: 'result'; state: RoundState; points: number; rank: number; players: number }
  | { what: 'over'; right: number; rounds: number; rank: number; players: number };

/** @param seconds left, at the moment at which the phase begins; 0: no clock */
export function saidOf(view: PlayerView, seconds: number): Said {
  const { phase, number, rounds, question, me, players } = view;
  const title = question?.title ?? '';
  switch (phase) {
    case 'lobby':
      return { what: 'lobby', name: me.nickname };
    case 'read':
    case 'discuss':
      return { what: phase, number, rounds, title };
    case 'question':
      return { what: 'question', number, rounds, title, options: question?.options?.length ?? 0, seconds };
    case 'closed':
      return { what: 'closed' };
    case 'reveal':
    case 'standings':
      return { what: 'result', state: stateOf(view), points: me.result?.points ?? 0, rank: me.rank ?? 0, players };
    default:
      return { what: 'over', right: me.right, rounds: scoredIn(me.review), rank: me.rank ?? 0, players };
  }
}

/** How many of the questions that were played give points. */
export function scoredIn(review: PlayerView['me']['review']): number {
  return review?.filter(({ question }) => askedKind(question).scored).length ?? 0;
}

/** When it is said anew: at each step that brings something to do or to know. */
export function momentOf(view: PlayerView): string {
  const { phase, round, question, me } = view;
  // the standings repeat the result; what is still graded at the reveal is said again once it is
  const told = phase === 'standings' ? 'reveal' : phase;
  const graded = question !== null && askedKind(question).needsPool && me.result !== null;
  return told === 'reveal' ? `${round} reveal ${graded}` : `${round} ${told}`;
}

function stateOf({ question, skipped, me }: PlayerView): RoundState {
  const answered = me.receipt !== null && hasContent(me.receipt.answer);
  return roundState({ question, result: me.result, skipped, answered });
}
