'use client';
/** Where a draft lies: under which name on this device, and how the server is asked for it. */
import type { DraftOf } from '../../../domain/drafting.ts';
import { calls } from '../../_client/calls.ts';
import { newQuestionName } from '../outbox/kept-lessons.ts';
import type { DraftWays } from './draft-keeper.ts';

/** Under which name it is kept on this device. */
export function nameOf(thing: DraftOf): string {
  if (thing.of === 'lesson') return thing.lessonId;
  return thing.of === 'new' ? newQuestionName(thing.newId) : `question ${thing.questionId}`;
}

/** So long a request that outlives its page, or a slow one, is waited for. */
const LIMIT_MS = 20_000;

/** How a draft of this thing is kept, read and thrown away, as this account. */
export function waysOf(user: string, thing: DraftOf): DraftWays {
  const about = { thing, as: user };
  const sending = (keepalive: boolean) => ({ context: { keepalive, limitMs: LIMIT_MS } });
  return {
    read: (known) => calls.drafting.read.mutate({ ...about, known }, sending(false)),
    save: ({ source, base, at }, leaving, follows) =>
      calls.drafting.save.mutate({ ...about, source, base, claimedAt: at, follows: [...follows] }, sending(leaving)),
    drop: (at, follows) =>
      calls.drafting.drop.mutate({ ...about, claimedAt: at, follows: [...follows] }, sending(true)),
  };
}
