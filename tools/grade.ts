/**
 * Grades answers from the command line, through the same code and sandboxes as the pool of workers.
 *
 *     npm run grade -- --exercise <id> <file>    one answer; the file holds code, or the answer as JSON (*.json)
 *     npm run grade -- --batch <file.jsonl>      one case a line; one verdict a line, in order
 *
 * docs/grading.md has the format. Results go to standard output, progress to standard error.
 */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { answer } from '../domain/answer.ts';
import { createGrader, type Grader } from '../workers/grade.ts';
import { gradeBatch, gradeLine } from './grading/batch.ts';
import { Exercises } from './grading/exercises.ts';
import { wordsOf } from './grading/words.ts';

const USAGE = `Usage:
  npm run grade -- --exercise <id> <file>   grade one file
  npm run grade -- --batch <file.jsonl>     grade one case a line
  --seed <text>                             what the hidden inputs are drawn from (with --exercise)`;

const log = (message: string): void => {
  process.stderr.write(`${message}\n`);
};

async function gradeFile(
  id: string,
  file: string,
  seed: string,
  grader: Grader,
  exercises: Exercises,
): Promise<number> {
  const found = await exercises.find(id);
  if (!found.ok) {
    log(wordsOf([found.feedback]));
    return 1;
  }
  const text = readFileSync(file, 'utf8');
  const given = file.endsWith('.json') ? answer.parse(JSON.parse(text)) : { kind: 'function' as const, code: text };
  const verdict = await grader.grade(found.question, given, { seed, mode: 'submit' });
  process.stdout.write(`${JSON.stringify(verdict, null, 2)}\n`);
  for (const feedback of verdict.feedback) log(wordsOf([feedback]));
  for (const test of verdict.tests) log(`${test.passed ? '✓' : '✗'} ${test.name}: ${wordsOf(test.feedback)}`);
  return verdict.outcome === 'graded' ? 0 : 1;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { exercise: { type: 'string' }, batch: { type: 'string' }, seed: { type: 'string', default: 'grade' } },
  });
  const [file] = positionals;
  const cores = availableParallelism();
  const slots = { python: Math.min(4, Math.max(1, cores)), javascript: Math.min(4, Math.max(1, cores)) };
  const grader = createGrader({ slots, log });
  const exercises = new Exercises(log);
  try {
    if (values.batch !== undefined) {
      const lines = readFileSync(values.batch, 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '');
      const width = slots.python + slots.javascript;
      await gradeBatch(
        lines,
        width,
        (text) => gradeLine(text, grader, exercises),
        (line) => {
          process.stdout.write(`${JSON.stringify(line)}\n`);
        },
      );
      return 0;
    }
    if (values.exercise !== undefined && file !== undefined) {
      return await gradeFile(values.exercise, file, values.seed, grader, exercises);
    }
    log(USAGE);
    return 2;
  } finally {
    await grader.close();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  log(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
