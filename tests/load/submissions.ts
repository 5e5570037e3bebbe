/**
 * Submissions: from commit to verdict by kind, and how many a second. Written straight into the database, so that what is
 * measured is queue, pool, sandboxes and verdict; both times are the database's.
 */
import { database } from '../../db/client.ts';
import { insertSubmission } from '../../db/submissions.ts';
import type { Answer } from '../../domain/answer.ts';
import { percentile, print } from './figures.ts';
import { JACOBIAN, STEP_JS } from './solutions.ts';

interface Kind {
  kind: string;
  lesson: string;
  question: string;
  answer: Answer;
  count: number;
}
const KINDS: Kind[] = [
  {
    kind: 'choice',
    lesson: 'gradients-and-derivatives',
    question: 'gradient-direction',
    answer: { kind: 'choice', choices: ['B'] },
    count: 200,
  },
  {
    kind: 'maths',
    lesson: 'gradients-and-derivatives',
    question: 'manual-gradients',
    answer: { kind: 'maths', parts: { dx: '2xy', dy: 'x^2 + z^3', dz: '3yz^2' } },
    count: 200,
  },
  {
    kind: 'blanks (Python)',
    lesson: 'gradients-and-derivatives',
    question: 'gradient-descent-step',
    answer: { kind: 'blanks', gaps: { grad_x: '2*x', grad_y: '2*y' } },
    count: 40,
  },
  {
    kind: 'function (Python, NumPy)',
    lesson: 'gradients-and-derivatives',
    question: 'jacobian',
    answer: { kind: 'function', code: JACOBIAN },
    count: 40,
  },
  {
    kind: 'function (JavaScript)',
    lesson: 'gradients-in-code',
    question: 'gradient-descent-step-js',
    answer: { kind: 'function', code: STEP_JS },
    count: 100,
  },
];
/** One at a time, as a student alone sees it; then all at once, as a class handing in does. */
const ALONE = 12;

export async function measureSubmissions(): Promise<void> {
  for (const kind of KINDS) {
    const alone: number[] = [];
    for (let done = 0; done < ALONE; done++) {
      const [one] = await waitFor([await handIn(kind)]);
      if (done > 1) alone.push(one?.ms ?? Number.NaN); // the first two warm up
    }
    const ids = await Promise.all(Array.from({ length: kind.count }, () => handIn(kind)));
    const graded = await waitFor(ids);
    const first = Math.min(...graded.map((one) => one.from));
    const last = Math.max(...graded.map((one) => one.to));
    print({
      bench: 'submissions',
      kind: kind.kind,
      commitToVerdictMs: { p50: percentile(alone, 0.5), p95: percentile(alone, 0.95), samples: alone.length },
      atOnce: {
        submissions: kind.count,
        perSecond: Math.round((10 * kind.count) / ((last - first) / 1000)) / 10,
        p50Ms: percentile(
          graded.map((one) => one.ms),
          0.5,
        ),
        p95Ms: percentile(
          graded.map((one) => one.ms),
          0.95,
        ),
      },
      allRight: graded.every((one) => one.result === 'pass'),
    });
  }
}

let made = 0;
async function handIn({ lesson, question, answer }: Kind): Promise<string> {
  const db = database();
  const students = await db.user.findMany({
    where: { role: 'student' },
    select: { id: true },
    orderBy: { login: 'asc' },
  });
  const { id: lessonId, publishedId } = await db.lesson.findUniqueOrThrow({ where: { slug: lesson } });
  const userId = students[made % students.length]?.id ?? '';
  const clientId = `bench-${++made}`;
  const { id } = await db.$transaction((tx) =>
    insertSubmission(tx, {
      userId,
      lessonId,
      lessonVersionId: publishedId ?? '',
      questionId: question,
      purpose: 'submit',
      clientId,
      answer,
      seed: clientId,
    }),
  );
  return id;
}

interface Graded {
  from: number;
  to: number;
  ms: number;
  result: string;
}

async function waitFor(ids: string[]): Promise<Graded[]> {
  for (const deadline = Date.now() + 180_000; Date.now() < deadline; ) {
    const rows = await database().verdict.findMany({
      where: { submissionId: { in: ids } },
      select: { result: true, createdAt: true, submission: { select: { createdAt: true } } },
    });
    if (rows.length === ids.length)
      return rows.map(({ result, createdAt, submission }) => {
        const [from, to] = [submission.createdAt.getTime(), createdAt.getTime()];
        return { from, to, ms: to - from, result };
      });
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('the pool did not grade in time');
}
