/** Views of a live room, for unit tests of what a page makes of them. */
import type { Answer } from '../../domain/answer.ts';
import type { PlayerView, Receipt } from '../../domain/live/views.ts';

export const SESSION = '0b1c0c4e-8d7b-4d0e-9f11-5a5d1c1f0a01';

/** A player in a room that asks its first question, a number, without a bell. */
export function playerView(change: Partial<PlayerView> = {}, receipt: Receipt | null = null): PlayerView {
  return {
    role: 'player',
    session: SESSION,
    code: '123456',
    lesson: 'Gradients',
    version: 1,
    phase: 'question',
    round: 0,
    number: 1,
    revote: false,
    rounds: 3,
    speed: false,
    question: {
      id: 'q',
      kind: 'number',
      title: 'Q',
      promptHtml: '<p>?</p>',
      multiple: false,
      unit: null,
      options: null,
      asked: null,
    },
    opensAt: null,
    closesAt: null,
    skipped: false,
    corrected: false,
    again: null,
    players: 1,
    reveal: null,
    ...change,
    me: {
      id: 'p',
      nickname: 'Ada',
      receipt,
      result: null,
      verdict: null,
      told: null,
      misread: [],
      points: 0,
      right: 0,
      bonus: 0,
      timeFactor: 1,
      rank: null,
      moved: 0,
      ahead: null,
      review: null,
      ...change.me,
    },
  };
}

export function receiptOf(clientId: string, answer: Answer, change: Partial<Receipt> = {}): Receipt {
  return { round: 0, clientId, answer, receivedAt: 1, mark: 'ABCD', provisional: false, ...change };
}

/** An answer to it. */
export const number = (value: string): Answer => ({ kind: 'number', value });
