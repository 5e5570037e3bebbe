/**
 * Proves code before it is published: its solution is run by the pool with 20 draws and must pass, and what students begin with
 * must not. Where no pool answers in time nothing is known of it, and nothing is said: publishing waits for no class.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { database } from '../../../db/client.ts';
import { isPoolThere } from '../../../db/queue.ts';
import { deleteTry, insertTry, takeTry } from '../../../db/tries.ts';
import { isCode } from '../../../domain/kinds/asked.ts';
import { type LessonProblem, type Spot, START } from '../../../domain/lesson/problems.ts';
import { blindly, type Disproof, disproofOf, type Proof, proofsOf, starterOf } from '../../../domain/lesson/proof.ts';
import { spotOfTest } from '../../../domain/lesson/test-spot.ts';
import type { Question } from '../../../domain/question.ts';
import type { Verdict } from '../../../domain/results/verdict.ts';
import { newSeed } from '../practice/seed.ts';

/** So long whoever publishes waits at most. */
const PATIENCE_MS = 20_000;
const LOOK_MS = 100;
/** What takes too long with all draws at once is run with as many as a student's. */
const FEWER = 3;

interface Written {
  source: string;
  file: string;
  /** where the questions begin; a question by itself begins its file */
  spots?: Readonly<Record<string, Spot>>;
}

/** What running shows of these questions: one problem of each that is wrong, where the test stands that fails. */
export async function problemsOfCode(
  questions: readonly Question[],
  { source, file, spots = {} }: Written,
): Promise<LessonProblem[]> {
  const code = questions.filter((question) => isCode(question));
  if (code.length === 0 || !(await isPoolThere(database()))) return [];
  const until = performance.now() + PATIENCE_MS;
  const found = await Promise.all(code.map((question) => disproof(question, until)));
  return found.flatMap((wrong, index) => {
    if (wrong === null) return [];
    const spot = spotOfTest(source, spots[code[index]?.id ?? ''] ?? START, wrong.test);
    return [{ file, ...spot, code: wrong.code, params: wrong.params }];
  });
}

async function disproof(question: Question, until: number): Promise<Disproof | null> {
  const solved = proofsOf(question).map((proof) => disproofBy(proof, question, until));
  const starter = starterOf(question);
  const begun = starter === null ? null : await runOf(starter, until);
  const wrong = (await Promise.all(solved)).find((one) => one !== null);
  if (wrong !== undefined) return wrong;
  const passes = begun?.outcome === 'graded' && begun.result === 'pass';
  return passes ? { code: 'check.starter', params: { id: question.id }, test: null } : null;
}

async function disproofBy(proof: Proof, question: Question, until: number): Promise<Disproof | null> {
  const verdict = await runOf(proof, until);
  if (verdict === null || verdict.outcome === 'invalid') return null;
  if (verdict.outcome === 'failed') {
    if (verdict.feedback.some(({ code }) => code !== 'feedback.graderFailed')) return null;
    // the solution is asked what is right, and has no answer: what it says of itself tells why
    const alone = await runOf(blindly(proof), until);
    return alone === null
      ? null
      : (disproofOf(proof, alone, true) ?? { code: 'proof.solution', params: { id: question.id }, test: null });
  }
  const wrong = disproofOf(proof, verdict);
  if (wrong === null || verdict.result !== 'timeout') return wrong;
  const fewer = proofsOf(question, FEWER).find(({ values }) => values === proof.values);
  const again = fewer === undefined ? null : await runOf(fewer, until);
  return fewer === undefined || again === null ? null : disproofOf(fewer, again);
}

/** Null: it was not run in time. */
async function runOf({ question, answer }: Pick<Proof, 'question' | 'answer'>, until: number): Promise<Verdict | null> {
  const asker = { proof: randomUUID() };
  const payload = { question, answer, seed: newSeed(), mode: 'submit' as const };
  const id = await database().$transaction((tx) => insertTry(tx, asker, payload, true));
  while (performance.now() < until) {
    const taken = await takeTry(database(), id, asker);
    if (taken === 'gone') return null;
    if (taken !== 'waiting') return taken;
    await sleep(LOOK_MS);
  }
  await deleteTry(database(), id);
  return null;
}
