/**
 * The grader: a question and an answer in, a verdict out. Used by the queue's workers and by `npm run grade` alike.
 *
 * It never rejects for anything that a student does. It rejects for faults of ours (a sandbox that does not start, a
 * lesson's solution that fails): whoever called tries again, then stores the outcome `failed`.
 */
import type { Answer } from '../domain/answer.ts';
import { say } from '../domain/judging/codes.ts';
import { type CodeQuestion, isCode } from '../domain/kinds/asked.ts';
import { kindOf } from '../domain/kinds/kinds.ts';
import { allSeenIn } from '../domain/misconceptions/seen.ts';
import { type Question, viewOf } from '../domain/question.ts';
import { readAnswer } from '../domain/read-answer.ts';
import type { Feedback, Verdict } from '../domain/results/verdict.ts';
import { type GradeOptions, gradeSource } from './code/grade-code.ts';
import { needsNumpy } from './code/numpy-need.ts';
import { type AllSandboxes, allSandboxes } from './code/sandboxes.ts';
import { TooBusy } from './sandbox/patience.ts';

export interface GraderOptions {
  /** where caches lie; default: NABLA_STATE, or `.nabla` in the project */
  stateDir?: string;
  /** sandbox processes of each language */
  slots?: { python: number; javascript: number };
  log?(message: string): void;
}

export interface Grader {
  /** `run` grades the visible tests of code only; other kinds have nothing to run. The seed draws the hidden inputs. */
  grade(
    question: Question,
    answer: Answer,
    options: Omit<GradeOptions, 'seed'> & { seed: string | number },
  ): Promise<Verdict>;
  /** Starts the sandboxes, so that the first submission does not wait for them. */
  warm(languages?: readonly ('python' | 'javascript')[]): Promise<void>;
  close(): Promise<void>;
}

export function createGrader(options: GraderOptions = {}): Grader {
  const { slots = { python: 2, javascript: 2 }, log = () => undefined, stateDir } = options;
  const sandboxes = allSandboxes({ stateDir, slots, log });
  return {
    async grade(question, answer, { seed, ...options }) {
      const read = readAnswer(viewOf(question), answer);
      if (!read.ok) return invalid(question, [say('unknownField', { field: read.field || 'none' })]);
      try {
        const verdict = await gradeOne(sandboxes, question, read.answer, { ...options, seed: String(seed) });
        return { ...verdict, ...allSeenIn(question, read.answer, verdict) };
      } catch (error) {
        // it was run again and again: whoever called need not
        if (error instanceof TooBusy) return { ...invalid(question, [say('tooBusy')]), outcome: 'failed' };
        throw error;
      }
    },
    async warm(languages = ['python', 'javascript']) {
      const wanted = [
        ...(languages.includes('javascript') ? [sandboxes.javascript()] : []),
        ...(languages.includes('python') ? [await sandboxes.python()] : []),
      ];
      await Promise.all(wanted.flatMap(({ pool, reference }) => [pool.warm(), reference.warm()]));
    },
    close: () => sandboxes.close(),
  };
}

/** Code is run; the other kinds say themselves what an answer is worth. */
async function gradeOne(
  sandboxes: AllSandboxes,
  question: Question,
  answer: Answer,
  options: GradeOptions,
): Promise<Verdict> {
  const { asking = 'ask', mode, seed } = options;
  const kind = kindOf(question);
  if (!isCode(question)) {
    if (mode === 'run' || kind.grade === undefined) return invalid(question, [say('nothingToRun')]);
    return kind.grade(question, answer, { seed, asking });
  }
  const read = kind.source?.(question, answer);
  if (read === undefined) throw new Error(`the kind ${question.kind} says that it is code, and has none`);
  if (read.ok) return runCode(sandboxes, question, read.source, options);
  const unread = invalid(question, read.feedback);
  // when the bell has rung nothing can be handed in again
  return asking === 'bell' ? { ...unread, outcome: 'graded', result: 'fail' } : unread;
}

async function runCode(
  sandboxes: AllSandboxes,
  question: CodeQuestion,
  source: string,
  options: GradeOptions,
): Promise<Verdict> {
  if (question.language === 'javascript') return gradeSource(question, source, sandboxes.javascript(), options);
  const python = await sandboxes.python();
  if (python.numpy === null && needsNumpy(question, source))
    return { ...invalid(question, [say('numpyMissing')]), outcome: 'failed' };
  return gradeSource(question, source, python, options);
}

function invalid(question: Question, feedback: Feedback[]): Verdict {
  const { points: maxPoints } = question;
  return { outcome: 'invalid', result: 'error', points: 0, maxPoints, tests: [], feedback, signature: '', slips: [] };
}
