/** Whether an answer is the right one with its decimals rounded: 3.14 for π, 0.33x for x/3. */
import { BallEvaluator, lastDigit } from './ball.ts';
import type { CompareOptions } from './compare.ts';
import type { Expression } from './expression.ts';
import { samplePoints } from './sample.ts';
import { type Tape, tapeVariables } from './tape.ts';

/** Beyond this relative difference nobody calls it rounding. */
const MOST = 0.02;
const ENOUGH = 6;

/** True where the two differ everywhere by no more than half a unit of the coarsest decimal that was typed, relatively. */
export function isRounded(answer: Expression, student: Tape, expected: Tape, options: CompareOptions): boolean {
  const coarsest = Math.min(MOST, coarseness(answer));
  if (coarsest === 0) return false;
  const { positive, seed } = options;
  const variables = [...new Set([...tapeVariables(student), ...tapeVariables(expected)])];
  const left = new BallEvaluator(student);
  const right = new BallEvaluator(expected);
  let close = 0;
  for (const point of samplePoints('usual', { variables, positive, seed, landmarks: [], bends: false })) {
    const a = left.at(point);
    const b = right.at(point);
    if (!Number.isFinite(a.radius) || !Number.isFinite(b.radius)) continue;
    if (Math.abs(a.value - b.value) > coarsest * Math.abs(a.value)) return false;
    close += 1;
  }
  return close >= ENOUGH;
}

/** Half a unit of the last digit in proportion to the number, for the decimal where that is largest; 0 without decimals. */
function coarseness(answer: Expression): number {
  const decimals = answer.nodes.filter((node) => node.op === 'number' && node.digits.includes('.'));
  return decimals.reduce(
    (most, node) => (node.op === 'number' && node.value !== 0 ? Math.max(most, share(node.digits, node.value)) : most),
    0,
  );
}

const share = (digits: string, value: number): number => (0.5 * lastDigit(digits) * (1 + 1e-9)) / Math.abs(value);
