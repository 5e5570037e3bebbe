/** Proves code by running it: its solution with many draws must pass, and what students begin with must not. */
import type { Question } from '../../question.ts';
import type { Verdict } from '../../results/verdict.ts';
import { blindly, type Disproof, disproofOf, type Proof, proofsOf, starterOf } from '../proof.ts';

/** Runs an answer to a question as if it was handed in; null: nobody has run it, and nothing is known. */
export type Run = (proof: Pick<Proof, 'question' | 'answer'>) => Promise<Verdict | null>;

export interface Proved {
  /** null: nothing that was run is wrong */
  wrong: Disproof | null;
  /** false: something was not run */
  run: boolean;
}

/** What takes too long with all draws at once is run with as many as a student's. */
const FEWER = 3;

/** Of code; what asks for none is right as it is. */
export async function proved(question: Question, run: Run): Promise<Proved> {
  const proofs = proofsOf(question);
  if (proofs.length === 0) return { wrong: null, run: true };
  const all = new Proving(question, run);
  const solved = proofs.map((proof) => all.solution(proof));
  const starter = starterOf(question);
  const begun = starter === null ? null : await all.run(starter);
  const wrong = (await Promise.all(solved)).find((one) => one !== null) ?? null;
  if (wrong !== null) return { wrong, run: all.isRun };
  const passes = begun?.outcome === 'graded' && begun.result === 'pass';
  const params = { id: question.id };
  return { wrong: passes ? { code: 'check.starter', params, test: null } : null, run: all.isRun };
}

class Proving {
  isRun = true;
  readonly #question: Question;
  readonly #run: Run;

  constructor(question: Question, run: Run) {
    this.#question = question;
    this.#run = run;
  }

  async run(proof: Pick<Proof, 'question' | 'answer'>): Promise<Verdict | null> {
    const verdict = await this.#run(proof);
    // what could not be had here says nothing of the code
    const isUnknown = verdict?.outcome === 'failed' && verdict.feedback.some(({ code }) => !OURS.has(code));
    if (verdict !== null && !isUnknown) return verdict;
    this.isRun = false;
    return null;
  }

  async solution(proof: Proof): Promise<Disproof | null> {
    const { id } = this.#question;
    const verdict = await this.run(proof);
    if (verdict === null) return null;
    if (verdict.outcome === 'invalid') return { code: 'proof.solution', params: { id }, test: null };
    if (verdict.outcome === 'failed') {
      // the solution is asked what is right, and has no answer: what it says of itself tells why
      const alone = await this.run(blindly(proof));
      return alone === null
        ? null
        : (disproofOf(proof, alone, true) ?? { code: 'proof.solution', params: { id }, test: null });
    }
    const wrong = disproofOf(proof, verdict);
    if (wrong === null || verdict.result !== 'timeout') return wrong;
    const fewer = proofsOf(this.#question, FEWER).find(({ values }) => values === proof.values);
    const again = fewer === undefined ? null : await this.run(fewer);
    return fewer === undefined || again === null ? null : disproofOf(fewer, again);
  }
}

/** A run that has failed by one of these alone has failed by the code. */
const OURS: ReadonlySet<string> = new Set(['feedback.graderFailed']);
