'use client';
/** What was said to several submissions that a page shows at once is asked in one call. */
import { type Outcome, refuse } from '../../../domain/refusal.ts';
import type { RemarkThread } from '../../../domain/remarks/remark.ts';
import { calls } from '../../_client/calls.ts';

/** So many a call takes. */
const MOST = 100;

interface Batch {
  submissions: Set<string>;
  told: Promise<Outcome<{ threads: RemarkThread[] }>>;
}
/** Of each class the call that goes out in a moment. */
const waiting = new Map<string, Batch>();

/** What was said in a class to one submission; those that are asked for in the same moment go out together. */
export async function readThread(classId: string, submissionId: string): Promise<Outcome<{ thread: RemarkThread }>> {
  let batch = waiting.get(classId);
  if (batch === undefined || batch.submissions.size >= MOST) {
    const submissions = new Set<string>();
    batch = { submissions, told: askSoon(classId, submissions) };
    waiting.set(classId, batch);
  }
  batch.submissions.add(submissionId);
  const read = await batch.told;
  if (!read.ok) return read;
  const thread = read.threads.find((one) => one.submissionId === submissionId);
  return thread === undefined ? refuse('notFound') : { ok: true, thread };
}

async function askSoon(classId: string, submissions: Set<string>): Promise<Outcome<{ threads: RemarkThread[] }>> {
  await new Promise((resolve) => setTimeout(resolve));
  if (waiting.get(classId)?.submissions === submissions) waiting.delete(classId);
  return calls.remarks.of.mutate({ classId, submissions: [...submissions] });
}
