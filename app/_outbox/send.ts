/** Sends an entry to the server. */
import type { Outcome } from '../../domain/refusal.ts';
import { post } from '../_live/post.ts';
import { LEASE_MS } from './alone.ts';
import type { Entry } from './rules.ts';

export type Sent = Outcome<{ savedAt?: number }>;
/** @param leaving the page goes: the request outlives it */
export type Send = (entry: Entry, leaving: boolean) => Promise<Sent>;

const PATHS = { draft: '/api/drafts', submission: '/api/submissions' };

export const sendEntry: Send = (entry, leaving) =>
  post(PATHS[entry.what], bodyOf(entry), { keepalive: leaving, limitMs: LEASE_MS * 0.75 });

/** What an entry says to its endpoint. */
function bodyOf({ what, user, id, writtenAt, ...entry }: Entry): object {
  const { lessonId, questionId, versionId, answer } = entry;
  const written = { lessonId, questionId, versionId, answer, as: user, claimedAt: writtenAt };
  return what === 'draft' ? written : { ...written, purpose: 'submit', clientId: id };
}
