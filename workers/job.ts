/** One job: a submission from the queue, its grade, its verdict in one transaction. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../db/client.ts';
import { selectQuestions } from '../db/lessons.ts';
import { selectOptionalLiveAnswer, updateLiveVerdict } from '../db/live-answers.ts';
import { type Proposal, selectOptionalWaitingItem, updateItem } from '../db/regrades.ts';
import { insertVerdict, type SubmissionToGrade, selectOptionalToGrade } from '../db/submissions.ts';
import { selectPlayed, selectVariant } from '../db/variants.ts';
import type { Asking } from '../domain/kinds/maths/grade.ts';
import { questionFor } from '../domain/live/own.ts';
import { type Question, viewOf } from '../domain/question.ts';
import { readAnswer } from '../domain/read-answer.ts';
import { GRADER_VERSION, type Verdict } from '../domain/results/verdict.ts';
import type { Grader } from './grade.ts';
import type { Log } from './log.ts';

/** Faults of ours are tried again, then told. What a student's code does to its sandbox is no fault of ours. */
const TRIES = 3;

/** Grades a submission and stores its verdict; one that is gone by then is left. */
export async function gradeJob(db: Database, grader: Grader, submissionId: string, log: Log): Promise<void> {
  const submission = await selectOptionalToGrade(db, submissionId);
  if (submission === undefined) return; // its student was deleted meanwhile
  const question = await questionOf(db, submission.lessonVersionId, submission);
  if (question === undefined || question === null)
    throw new Error(`submission ${submissionId} answers no question of its version`);
  const started = performance.now();
  const verdict = await gradeWithRetries(grader, question, submission, log);
  await db.$transaction((tx) => insertVerdict(tx, submission, verdict, GRADER_VERSION));
  log.debug(
    {
      submission: submissionId,
      kind: question.kind,
      result: verdict.result,
      ms: Math.round(performance.now() - started),
    },
    'graded',
  );
}

/** One answer of a live round, as it stands now; the inputs of hidden tests are the same for the whole room. */
export async function gradeLiveJob(
  db: Database,
  grader: Grader,
  of: { session: string; round: number; player: string },
  log: Log,
): Promise<void> {
  const found = await selectOptionalLiveAnswer(db, of);
  if (found === undefined) return; // its player was deleted meanwhile
  const played = await selectPlayed(db, found.lessonVersionId, found.plan);
  const question = questionFor(played, found.questionId, of.player);
  if (question === undefined) throw new Error(`round ${of.round} of ${of.session} asks no question of its version`);
  const id = `${of.session}:${of.round}:${of.player}`;
  const verdict = await gradeWithRetries(
    grader,
    question,
    { id, answer: found.answer, seed: `${of.session}:${of.round}`, purpose: 'submit', asking: 'bell' },
    log,
  );
  await db.$transaction((tx) =>
    updateLiveVerdict(tx, { ...of, clientId: found.clientId, lessonVersionId: found.lessonVersionId }, verdict),
  );
}

/**
 * One item of a regrade: the same grading with the seed stored with the submission, against the regrade's version; what
 * comes out is proposed and counts for nothing yet.
 */
export async function regradeJob(
  db: Database,
  grader: Grader,
  of: { regrade: string; submission: string },
  log: Log,
): Promise<void> {
  const item = await selectOptionalWaitingItem(db, of);
  const submission = await selectOptionalToGrade(db, of.submission);
  if (item === undefined || submission === undefined) return; // done, cancelled, or its student was deleted
  const question = await questionOf(db, item.lessonVersionId, submission);
  // what was graded was read: nobody is asked now what it may have meant
  const asking = item.wasGraded ? 'shown' : 'ask';
  await updateItem(db, of, await propose(grader, question, { ...submission, asking }, log));
}

/** What a submission answers, in one version or another; undefined: it is not asked there, null: not with its values. */
async function questionOf(
  db: Database,
  versionId: string,
  { questionId, userId, variantId }: SubmissionToGrade,
): Promise<Question | null | undefined> {
  const question = (await selectQuestions(db, versionId)).get(questionId);
  return question && (await selectVariant(db, { versionId, question, variantId, userId }));
}

async function propose(
  grader: Grader,
  question: Question | null | undefined,
  submission: SubmissionToGrade & { asking: Asking },
  log: Log,
): Promise<Proposal> {
  if (question === undefined) return { error: 'questionGone' };
  if (question === null) return { error: 'answerDoesNotFit' };
  if (!readAnswer(viewOf(question), submission.answer).ok) return { error: 'answerDoesNotFit' };
  const verdict = await gradeWithRetries(grader, question, submission, log);
  return verdict.outcome === 'failed' ? { error: 'graderFailed' } : { verdict, grader: GRADER_VERSION };
}

/** @param submission its id stands in the log */
export async function gradeWithRetries(
  grader: Grader,
  question: Question,
  submission: Pick<SubmissionToGrade, 'id' | 'answer' | 'seed' | 'purpose'> & { asking?: Asking },
  log: Log,
): Promise<Verdict> {
  // stands in the log and in the verdict, so that whoever is told of the failure finds its cause
  const reference = crypto.randomUUID().slice(0, 8);
  const told = { submission: submission.id, reference };
  for (let tried = 1; ; tried++) {
    try {
      const verdict = await grader.grade(question, submission.answer, {
        seed: submission.seed,
        // practice is graded as a whole, like what counts
        mode: submission.purpose === 'run' ? 'run' : 'submit',
        ...(submission.asking === undefined ? {} : { asking: submission.asking }),
      });
      if (verdict.outcome !== 'failed') return verdict;
      log.error({ ...told, why: verdict.feedback.map(({ code }) => code) }, 'grading failed');
      return referring(verdict, reference);
    } catch (error) {
      log.error({ err: error, ...told, tried }, 'grading failed');
      if (tried >= TRIES) return referring(failed(question), reference);
      await sleep(100 * tried);
    }
  }
}

function referring(verdict: Verdict, reference: string): Verdict {
  return {
    ...verdict,
    feedback: verdict.feedback.map(({ code, params }) => ({ code, params: { ...params, reference } })),
  };
}

/** The grader failed: no attempt is spent, the student and the teacher are told. */
function failed(question: Question): Verdict {
  return {
    outcome: 'failed',
    result: 'error',
    points: 0,
    maxPoints: question.points,
    tests: [],
    feedback: [{ code: 'feedback.graderFailed', params: {} }],
    signature: '',
    slips: [],
  };
}
