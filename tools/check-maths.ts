/**
 * `npm run check-maths -- --batch <file.jsonl>`: checks maths answers, one case a line in, one verdict a line out, in order.
 * `"type"` says of what kind a line is (left out: one formula).
 * No database and no server. A line that is no case is told on standard error by its number; the exit code is then 1.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { checkAnswer } from '../domain/maths/check.ts';
import { mentionsEuler } from '../domain/maths/read.ts';
import type { MathsTruth } from '../domain/maths/truth.ts';
import { matrixVerdict } from './check-matrix.ts';
import { setVerdict } from './check-set.ts';

const line = z
  .object({
    id: z.union([z.string(), z.number()]),
    variables: z.array(z.string()).max(50),
    student: z.string(),
    expected: z.string().optional(),
    upToConstant: z.boolean().optional(),
    by: z.string().optional(),
    derivativeOf: z.string().optional(),
    positive: z.array(z.string()).optional(),
    seed: z.number().int().optional(),
    strict: z.boolean().optional(),
    tolerance: z.strictObject({ decimals: z.number().int().min(0).max(12) }).optional(),
    slips: z.array(z.strictObject({ expression: z.string(), words: z.string() })).optional(),
    /** which of several readings is meant, by its text */
    chosen: z.string().optional(),
  })
  .refine((row) => (row.expected === undefined) !== (row.derivativeOf === undefined), {
    error: 'give either "expected" or "derivativeOf"',
  })
  .refine((row) => row.derivativeOf === undefined || row.by !== undefined, { error: '"derivativeOf" needs "by"' })
  .refine((row) => row.upToConstant !== true || row.by !== undefined, { error: '"upToConstant" needs "by"' });
type Line = z.infer<typeof line>;

function truthOf(row: Line): MathsTruth {
  if (row.derivativeOf !== undefined) return { derivativeOf: row.derivativeOf, by: row.by ?? '' };
  const base = { expected: row.expected ?? '' };
  return {
    ...base,
    ...(row.upToConstant === undefined ? {} : { upToConstant: row.upToConstant }),
    ...(row.by === undefined ? {} : { by: row.by }),
  };
}

/** One case → one line of output, without its `ms`. */
function verdictOf(row: Line): Record<string, unknown> {
  const { variables, positive, seed, strict, tolerance, slips, chosen } = row;
  const check = checkAnswer(truthOf(row), row.student, {
    variables,
    // there is no prompt here that could tell
    euler: mentionsEuler(row.derivativeOf ?? row.expected ?? '', variables),
    ...(chosen === undefined ? {} : { chosen }),
    ...(positive === undefined ? {} : { positive }),
    ...(seed === undefined ? {} : { seed }),
    ...(strict === undefined ? {} : { strict }),
    ...(tolerance === undefined ? {} : { tolerance }),
    ...(slips === undefined ? {} : { slips }),
  });
  const { verdict, reading, witness, note, slip, problem, readings } = check;
  return {
    id: row.id,
    verdict,
    reading: reading ?? null,
    witness: witness ?? null,
    note: note ?? null,
    slip: slip ?? null,
    ...(problem === undefined ? {} : { problem }),
    ...(readings === undefined ? {} : { readings }),
  };
}

/** What is checked otherwise than as one formula, by its `type`. */
const TYPES: Readonly<Record<string, (given: unknown) => Record<string, unknown>>> = {
  matrix: matrixVerdict,
  values: setVerdict,
  reals: setVerdict,
};

function answerTo(given: unknown): Record<string, unknown> {
  const type = typeof given === 'object' && given !== null && 'type' in given ? given.type : undefined;
  if (type === undefined) return verdictOf(line.parse(given));
  const check = TYPES[String(type)];
  if (check === undefined) throw new Error(`type: expected one of ${Object.keys(TYPES).join(', ')}`);
  return check(given);
}

function explain(error: unknown): string {
  if (error instanceof z.ZodError)
    return error.issues
      .map((issue) => `${issue.path.join('.')}${issue.path.length > 0 ? ': ' : ''}${issue.message}`)
      .join('; ');
  return error instanceof Error ? error.message : String(error);
}

function run(path: string): number {
  let text: string;
  try {
    text = readFileSync(path === '-' ? 0 : path, 'utf8');
  } catch (error) {
    process.stderr.write(`check-maths: cannot read ${path}: ${explain(error)}\n`);
    return 1;
  }
  let bad = 0;
  for (const [index, raw] of text.split('\n').entries()) {
    if (raw.trim() === '') continue;
    const start = performance.now();
    let answer: Record<string, unknown>;
    try {
      answer = answerTo(JSON.parse(raw));
    } catch (error) {
      bad += 1;
      process.stderr.write(`check-maths: line ${index + 1}: ${explain(error)}\n`);
      continue;
    }
    process.stdout.write(`${JSON.stringify({ ...answer, ms: Number((performance.now() - start).toFixed(3)) })}\n`);
  }
  return bad > 0 ? 1 : 0;
}

const [flag, path, ...rest] = process.argv.slice(2);
if (flag !== '--batch' || path === undefined || rest.length > 0) {
  process.stderr.write('Usage: npm run check-maths -- --batch <file.jsonl>   (- reads standard input)\n');
  process.exitCode = 2;
} else {
  process.exitCode = run(path);
}
