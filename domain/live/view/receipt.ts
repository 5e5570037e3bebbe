/** What is said of an answer that is stored. */
import { hash } from '../../judging/random.ts';
import type { StoredAnswer } from '../room.ts';
import type { Receipt } from '../views.ts';

/** What the server says of an answer that is stored. */
export function receiptOf(round: number, stored: StoredAnswer): Receipt {
  return {
    round,
    clientId: stored.clientId,
    answer: stored.answer,
    receivedAt: stored.receivedAt,
    mark: markOf(stored),
    provisional: stored.provisional,
  };
}

/** Four characters that stand for a stored answer: enough to compare in a room, not a secret. */
function markOf(stored: StoredAnswer): string {
  return hash(`${stored.clientId}:${stored.receivedAt}`).toString(36).toUpperCase().padStart(4, '0').slice(-4);
}
