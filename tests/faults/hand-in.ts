/** Submissions of many kinds with the results that they must get, written as the server writes them: row and job in one transaction. */
import { database } from '../../db/client.ts';
import { insertSubmission } from '../../db/submissions.ts';
import type { Answer } from '../../domain/answer.ts';
import type { Result } from '../../domain/results/verdict.ts';

export interface Sample {
  name: string;
  lesson: string;
  question: string;
  answer: Answer;
  /** the verdict's result; of what may come to several limits any of these */
  results: readonly Result[];
  /** how often it comes among a hundred */
  share: number;
}

const GRADIENTS = 'gradients-and-derivatives';
const CODE = 'gradients-in-code';

export const SAMPLES: Sample[] = [
  {
    name: 'right choice',
    lesson: GRADIENTS,
    question: 'why-subtract',
    answer: { kind: 'choice', choices: ['A'] },
    results: ['pass'],
    share: 22,
  },
  {
    name: 'right maths',
    lesson: GRADIENTS,
    question: 'manual-gradients',
    answer: { kind: 'maths', parts: { dx: '2xy', dy: 'x^2 + z^3', dz: '3yz^2' } },
    results: ['pass'],
    share: 22,
  },
  {
    name: 'wrong maths',
    lesson: GRADIENTS,
    question: 'manual-gradients',
    answer: { kind: 'maths', parts: { dx: 'x', dy: 'y', dz: 'z' } },
    results: ['fail'],
    share: 10,
  },
  {
    name: 'right blanks in Python',
    lesson: GRADIENTS,
    question: 'gradient-descent-step',
    answer: { kind: 'blanks', gaps: { grad_x: '2*x', grad_y: '2*y' } },
    results: ['pass'],
    share: 14,
  },
  {
    name: 'right JavaScript',
    lesson: CODE,
    question: 'gradient-descent-step-js',
    answer: {
      kind: 'function',
      code: 'function gradientDescentStep(x, y, lr = 0.1) { return [x - lr * 2 * x, y - lr * 2 * y]; }',
    },
    results: ['pass'],
    share: 22,
  },
  {
    name: 'JavaScript that fills its memory',
    lesson: CODE,
    question: 'gradient-descent-step-js',
    answer: {
      kind: 'function',
      code: 'function gradientDescentStep() { const a = []; for (;;) a.push(new Array(1000).fill("x")); }',
    },
    // on a busy machine its computing time may run out first (docs/grading.md)
    results: ['memory', 'timeout'],
    share: 3,
  },
  {
    name: 'Python that does not parse',
    lesson: GRADIENTS,
    question: 'jacobian',
    answer: { kind: 'function', code: 'def jacobian(f, x, h=1e-5)\n    return 1\n' },
    results: ['error'],
    share: 5,
  },
  {
    name: 'an endless loop in Python',
    lesson: GRADIENTS,
    question: 'jacobian',
    answer: { kind: 'function', code: 'def jacobian(f, x, h=1e-5):\n    while True:\n        pass\n' },
    results: ['timeout'],
    share: 2,
  },
];

/** So many of all kinds in the order of their shares, mixed the same way each time. */
export function samples(count: number): Sample[] {
  const hundred = SAMPLES.flatMap((sample) => Array.from({ length: sample.share }, () => sample));
  // 37 and 100 have no common factor, so every hundred holds each place once
  return Array.from({ length: count }, (_, index) => hundred[(index * 37) % hundred.length]).filter(
    (sample) => sample !== undefined,
  );
}

let made = 0;

/** Stores a submission of that student with its job; its id. */
export async function handIn(sample: Sample, userId: string): Promise<string> {
  const db = database();
  const { id: lessonId, publishedId } = await db.lesson.findUniqueOrThrow({ where: { slug: sample.lesson } });
  const clientId = `faults-${process.pid}-${++made}`;
  const { id } = await db.$transaction((tx) =>
    insertSubmission(tx, {
      userId,
      lessonId,
      lessonVersionId: publishedId ?? '',
      questionId: sample.question,
      purpose: 'submit',
      clientId,
      answer: sample.answer,
      seed: clientId,
    }),
  );
  return id;
}

/** The demo class's students. */
export async function studentIds(): Promise<string[]> {
  const students = await database().user.findMany({
    where: { role: 'student' },
    select: { id: true },
    orderBy: { login: 'asc' },
  });
  return students.map(({ id }) => id);
}
