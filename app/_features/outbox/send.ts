/** Sends an entry to the server. */
import type { Outcome } from '../../../domain/refusal.ts';
import { calls, type Sending } from '../../_client/calls.ts';
import { LEASE_MS } from './alone.ts';
import type { Entry } from './rules.ts';

export type Sent = Outcome<{ savedAt?: number }>;
/** @param leaving the page goes: the request outlives it */
export type Send = (entry: Entry, leaving: boolean) => Promise<Sent>;

export const sendEntry: Send = async ({ what, user, id, writtenAt, ...entry }, leaving) => {
  const { lessonId, questionId, versionId, variant, answer } = entry;
  const written = { lessonId, questionId, versionId, variant, answer, as: user, claimedAt: writtenAt };
  const sending = { context: { keepalive: leaving, limitMs: LEASE_MS * 0.75 } satisfies Sending };
  return what === 'draft'
    ? calls.practice.drafts.mutate(written, sending)
    : calls.practice.submissions.mutate({ ...written, purpose: 'submit', clientId: id }, sending);
};
