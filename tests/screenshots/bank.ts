/** What a teacher has who has worked with Nabla for a while: questions of many kinds, a quiz, misconceptions of their own. */
import { callFrom } from '../e2e/call.ts';
import type { Somebody } from '../e2e/people.ts';

const why = (text: string): string => `\n:::explanation\n${text}\n:::\n::::\n`;

const WRITTEN: readonly { source: string; tags: string[] }[] = [
  {
    tags: ['integrals', 'warm-up'],
    source: `::::check[What an integral adds up]
What does $\\int_0^2 v(t)\\,dt$ say, if $v$ is a speed in m/s?

- [x] How far one has come after two seconds
- [ ] How fast one is after two seconds
- [ ] How much faster one has become
${why('Speeds times short times are short ways; the integral adds them up.')}`,
  },
  {
    tags: ['integrals'],
    source: `::::check[A primitive]{kind=maths}
Find a primitive of $f(x) = 6x^2 - 4$.

\`\`\`yaml parts
variables: [x]
parts:
  answer: { equals: "2x^3 - 4x", upToConstantIn: x, label: "$F(x) =$" }
\`\`\`
${why('Each power rises by one, and is divided by what it has become.')}`,
  },
  {
    tags: ['vectors'],
    source: `::::check[How long is the vector?]{kind=number}
How long is $(3, 4)$?

\`\`\`yaml answer
value: 5
\`\`\`
${why('$\\sqrt{3^2 + 4^2} = 5$.')}`,
  },
  {
    tags: ['vectors', 'warm-up'],
    source: `::::check[At right angles]{kind=text}
What is the dot product called if it is zero: the vectors are …?

\`\`\`yaml answer
accept: [orthogonal, perpendicular]
\`\`\`
${why('Zero means a right angle between them.')}`,
  },
  {
    tags: ['gradients'],
    source: `::::check[A step of gradient descent]{kind=order}
Put the steps in order.

- [2] Work out the gradient there
- [1] Begin at a point
- [3] Go against it, by the learning rate
${why('Then again, from the new point.')}`,
  },
  {
    tags: ['derivatives'],
    source: `::::check[Functions and derivatives]{kind=match}
Whose is which derivative?

- $x^2$ -> $2x$
- $\\sin x$ -> $\\cos x$
- $e^x$ -> $e^x$
${why('By the rules for powers, the sine and the exponential function.')}`,
  },
];

interface Bank {
  quizId: string;
  questionIds: string[];
}

/** @returns the quiz of all of them, and the questions */
export async function fillBank({ page }: Somebody): Promise<Bank> {
  const questionIds: string[] = [];
  for (const { source, tags } of WRITTEN) {
    const { outcome } = await callFrom<{ questionId: string }>(page, 'bank.make', { source, courseId: null });
    questionIds.push(outcome.questionId);
    await callFrom(page, 'bank.tag', { questionIds: [outcome.questionId], add: tags, remove: [] });
  }
  for (const [code, name, words] of [
    ['speed-for-way', 'Reads the value where the sum is asked', 'The integral **adds up**: it is a way, not a speed.'],
    [
      'sum-of-sides',
      'Adds the sides of a right triangle',
      'Ways round the corner are longer: $\\sqrt{a^2 + b^2} < a + b$.',
    ],
  ])
    await callFrom(page, 'misconceptions.save', { entryId: null, courseId: null, code, name, words });
  const questions = questionIds.map((ref) => ({ name: null, ref, version: 1, seconds: null, points: null }));
  const { outcome } = await callFrom<{ quizId: string }>(page, 'quizzes.make', { title: 'Before the test', questions });
  return { quizId: outcome.quizId, questionIds };
}

/** What another program has: of five items one cannot be taken, and one is changed. */
export const FOREIGN = `::Which is a unit of force?::Which is a unit of force? {=newton ~joule#That is one of energy. ~watt}

::Free fall::How fast is a stone after one second, in m/s? {#9.81:0.05}

::The capital::Which city is the capital? {=Berlin =%50%Bonn#Not any more.}

::Planets::Which belongs to which? {=Mars -> red =Earth -> blue =Saturn -> rings}

::Which one?::Which of these is it? {what}
`;
