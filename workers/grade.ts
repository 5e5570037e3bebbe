/**
 * The grader: a question and an answer in, a verdict out. Used by the queue's workers and by `npm run grade` alike.
 *
 * It never rejects for anything that a student does. It rejects for faults of ours (a sandbox that does not start, a
 * lesson's solution that fails): whoever called tries again, then stores the outcome `failed`.
 */
import { type Answer, type AnswerOf, answerSchemas } from '../domain/answer.ts';
import { gradeChoice } from '../domain/judging/choice.ts';
import { say } from '../domain/judging/codes.ts';
import { fillGaps } from '../domain/judging/gaps.ts';
import { gradeMaths } from '../domain/judging/maths.ts';
import { gradeNumber } from '../domain/judging/number.ts';
import { gradeOrder } from '../domain/judging/order.ts';
import { gradeText } from '../domain/judging/text.ts';
import { type Question, type QuestionKind, type QuestionOf, viewOf } from '../domain/question.ts';
import { readAnswer } from '../domain/read-answer.ts';
import type { Feedback, Verdict } from '../domain/verdict.ts';
import { type CodeQuestion, type GradeOptions, gradeSource } from './code/grade-code.ts';
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

type QuestionByKind = { [K in QuestionKind]: QuestionOf<K> };
type AnswerByKind = { [K in QuestionKind]: AnswerOf<K> };
type Graders = {
  [K in QuestionKind]: (
    question: QuestionByKind[K],
    answer: AnswerByKind[K],
    options: GradeOptions,
  ) => Promise<Verdict> | Verdict;
};

export function createGrader(options: GraderOptions = {}): Grader {
  const { slots = { python: 2, javascript: 2 }, log = () => undefined, stateDir } = options;
  const sandboxes = allSandboxes({ stateDir, slots, log });
  const graders = gradersOn(sandboxes);
  return {
    async grade(question, answer, { seed, ...options }) {
      const read = readAnswer(viewOf(question), answer);
      if (!read.ok) return invalid(question, [say('unknownField', { field: read.field || 'none' })]);
      try {
        return await gradeOne(graders, question.kind, question, read.answer, { ...options, seed: String(seed) });
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

function gradersOn(sandboxes: AllSandboxes): Graders {
  const code = async (question: CodeQuestion, source: string, options: GradeOptions): Promise<Verdict> => {
    if (question.language === 'javascript') return gradeSource(question, source, sandboxes.javascript(), options);
    const python = await sandboxes.python();
    if (python.numpy === null && needsNumpy(question, source))
      return { ...invalid(question, [say('numpyMissing')]), outcome: 'failed' };
    return gradeSource(question, source, python, options);
  };
  return {
    choice: (question, answer, { mode }) => (mode === 'run' ? nothingToRun(question) : gradeChoice(question, answer)),
    number: (question, answer, { mode, asking }) =>
      mode === 'run' ? nothingToRun(question) : gradeNumber(question, answer, (asking ?? 'ask') !== 'ask'),
    text: (question, answer, { mode }) => (mode === 'run' ? nothingToRun(question) : gradeText(question, answer)),
    order: (question, answer, { mode }) => (mode === 'run' ? nothingToRun(question) : gradeOrder(question, answer)),
    maths: (question, answer, { mode, seed, asking }) =>
      mode === 'run' ? nothingToRun(question) : gradeMaths(question, answer, seed, asking),
    blanks(question, answer, options) {
      const filled = fillGaps(question, answer);
      if (filled.ok) return code(question, filled.source, options);
      const unread = invalid(question, filled.feedback);
      // when the bell has rung nothing can be handed in again
      return options.asking === 'bell' ? { ...unread, outcome: 'graded', result: 'fail' } : unread;
    },
    function: (question, answer, options) => code(question, answer.code, options),
  };
}

/** The kind ties the question to its grader and its answer. */
async function gradeOne<K extends QuestionKind>(
  graders: Graders,
  kind: K,
  question: QuestionByKind[K],
  answer: Answer,
  options: GradeOptions,
): Promise<Verdict> {
  const schemas: { [P in QuestionKind]: { parse(input: unknown): AnswerByKind[P] } } = answerSchemas;
  return graders[kind](question, schemas[kind].parse(answer), options);
}

const nothingToRun = (question: Question): Verdict => invalid(question, [say('nothingToRun')]);

function invalid(question: Question, feedback: Feedback[]): Verdict {
  const { points: maxPoints } = question;
  return { outcome: 'invalid', result: 'error', points: 0, maxPoints, tests: [], feedback, signature: '', slips: [] };
}
