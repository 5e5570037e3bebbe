/** A batch of cases: one a line in, one verdict a line out, in order, several at a time. */
import { z } from 'zod';
import { answer } from '../../domain/answer.ts';
import { say } from '../../domain/judging/codes.ts';
import type { Meaning } from '../../domain/maths/read.ts';
import type { Feedback, TestOutcome, Verdict } from '../../domain/results/verdict.ts';
import type { Grader } from '../../workers/grade.ts';
import type { Exercises } from './exercises.ts';
import { wordsOf } from './words.ts';

const oneCase = z.object({
  id: z.union([z.string(), z.number()]),
  exercise: z.unknown(),
  answer: z.unknown(),
  /** what the hidden inputs are drawn from; default: the case's id */
  seed: z.union([z.string(), z.number()]).optional(),
});

export interface Line {
  id: string | number | null;
  outcome: Verdict['outcome'];
  result: Verdict['result'];
  points: number;
  maxPoints: number;
  tests: { name: string; passed: boolean | null; visible: boolean; message: string }[];
  ms: number;
  /** about the whole answer, where there is something to say */
  message?: string;
  /** an answer in a notation that has several readings: what it is asked back */
  readings?: readonly Meaning[];
}

/** Grades one line. Never rejects: a line that is no case is invalid, a fault of ours is failed; both say why. */
export async function gradeLine(text: string, grader: Grader, exercises: Exercises): Promise<Line> {
  const start = performance.now();
  let id: string | number | null = null;
  const line = (
    verdict: Pick<Verdict, 'outcome' | 'result' | 'points' | 'maxPoints' | 'tests' | 'feedback' | 'readings'>,
  ): Line => ({
    id,
    outcome: verdict.outcome,
    result: verdict.result,
    points: verdict.points,
    maxPoints: verdict.maxPoints,
    tests: verdict.tests.map(testOf),
    ms: Math.round((performance.now() - start) * 10) / 10,
    ...(verdict.feedback.length > 0 ? { message: wordsOf(verdict.feedback) } : {}),
    ...askedIn(verdict),
  });
  const without = (outcome: Verdict['outcome'], maxPoints: number, feedback: Feedback): Line =>
    line({ outcome, result: 'error', points: 0, maxPoints, tests: [], feedback: [feedback] });
  try {
    const json: unknown = JSON.parse(text);
    id = idOf(json);
    const read = oneCase.safeParse(json);
    if (!read.success) return without('invalid', 0, say('badLine', { reason: reasonOf(read.error) }));
    const found = await exercises.find(read.data.exercise);
    if (!found.ok) return without('invalid', 0, found.feedback);
    const given = answer.safeParse(read.data.answer);
    if (!given.success) return without('invalid', found.question.points, say('unknownField', { field: 'answer' }));
    return line(
      await grader.grade(found.question, given.data, { seed: read.data.seed ?? read.data.id, mode: 'submit' }),
    );
  } catch (error) {
    if (error instanceof SyntaxError) return without('invalid', 0, say('badLine', { reason: error.message }));
    return without('failed', 0, say('failed', { reason: error instanceof Error ? error.message : String(error) }));
  }
}

/** Grades all lines, `width` at a time, and hands out the results in order as they come. */
export async function gradeBatch(
  lines: readonly string[],
  width: number,
  grade: (text: string) => Promise<Line>,
  out: (line: Line) => void,
): Promise<void> {
  const results = new Map<number, Line>();
  let next = 0;
  let shown = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < lines.length; index = next++) {
      results.set(index, await grade(lines[index] ?? ''));
      for (let ready = results.get(shown); ready !== undefined; ready = results.get(++shown)) {
        results.delete(shown);
        out(ready);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, lines.length) }, work));
}

/** The readings of a number, or of the first part that has several. */
function askedIn({ readings, tests }: Pick<Verdict, 'readings' | 'tests'>): Pick<Line, 'readings'> {
  const asked = readings ?? tests.find((test) => test.readings !== undefined)?.readings;
  return asked === undefined ? {} : { readings: asked };
}

function testOf({ name, passed, visible, feedback }: TestOutcome): Line['tests'][number] {
  const words = feedback.length > 0 ? feedback : passed === null ? [] : [say(passed ? 'passed' : 'wrong')];
  return { name, passed, visible, message: wordsOf(words) };
}

function idOf(json: unknown): string | number | null {
  if (typeof json !== 'object' || json === null || !('id' in json)) return null;
  return typeof json.id === 'string' || typeof json.id === 'number' ? json.id : null;
}

function reasonOf(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue ? `${issue.path.join('.') || 'line'}: ${issue.message}` : 'it does not fit';
}
