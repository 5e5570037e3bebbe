/** Exercises for the grading tool: by id from content/, or whole from a case. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { say } from '../../domain/judging/codes.ts';
import { compileLesson } from '../../domain/lesson/compile.ts';
import { type Question, question } from '../../domain/question.ts';
import type { Feedback } from '../../domain/results/verdict.ts';

const CONTENT = path.join(import.meta.dirname, '../../content');

export type Found = { ok: true; question: Question } | { ok: false; feedback: Feedback };

/** Compiles the lessons once, when the first id is asked for. A lesson with problems is told of and left out. */
export class Exercises {
  #known: Promise<Map<string, Question>> | undefined;
  readonly #log: (message: string) => void;

  constructor(log: (message: string) => void) {
    this.#log = log;
  }

  /** `exercise`: an id, or a whole exercise in the schema of domain/question.ts. */
  async find(exercise: unknown): Promise<Found> {
    if (typeof exercise === 'string') {
      this.#known ??= this.#compile();
      const found = (await this.#known).get(exercise);
      return found ? { ok: true, question: found } : { ok: false, feedback: say('unknownExercise', { id: exercise }) };
    }
    const parsed = question.safeParse(exercise);
    if (parsed.success) return { ok: true, question: parsed.data };
    const [issue] = parsed.error.issues;
    const reason = issue ? `${issue.path.join('.') || 'exercise'}: ${issue.message}` : 'it does not fit the schema';
    return { ok: false, feedback: say('badExercise', { reason }) };
  }

  async #compile(): Promise<Map<string, Question>> {
    const known = new Map<string, Question>();
    for (const file of globSync('**/*.md', { cwd: CONTENT }).sort()) {
      const compiled = await compileLesson(readFileSync(path.join(CONTENT, file), 'utf8'), file);
      if (compiled.ok) for (const one of compiled.lesson.questions) known.set(one.id, one);
      else this.#log(`${file} was left out: it has ${compiled.problems.length} problems (npm run lesson -- check)`);
    }
    return known;
  }
}
