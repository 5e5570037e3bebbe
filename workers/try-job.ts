/** One job: an answer that is tried and not handed in. Its result takes the place of what was sent. */
import type { Database } from '../db/client.ts';
import { answerTry, isProof, selectOptionalTry } from '../db/tries.ts';
import { studentVerdict } from '../domain/results/student-verdict.ts';
import type { Grader } from './grade.ts';
import { gradeWithRetries } from './job.ts';
import type { Log } from './log.ts';

export async function tryJob(db: Database, grader: Grader, id: string, log: Log): Promise<void> {
  const found = await selectOptionalTry(db, id);
  if (found === undefined) return; // a newer one took its place, or nobody waits any more
  const { question, answer, seed, mode, asker } = found;
  const graded = await gradeWithRetries(grader, question, { id, answer, seed, purpose: mode }, log);
  const { result, tests } = graded;
  await db.$transaction((tx) => answerTry(tx, id, asker, isProof(asker) ? graded : studentVerdict(graded)));
  log.debug({ try: id, kind: question.kind, result, tests: tests.length }, 'tried');
}
