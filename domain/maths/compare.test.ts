/** How many points have to agree before two formulas are called equal. */
import { expect, it } from 'vitest';
import { compareTapes } from './compare.ts';
import { lower } from './lower.ts';
import { readExpression } from './read.ts';
import { type Tape, TapeBuilder } from './tape.ts';

const variables = ['x', 'y'];

function tapeOf(text: string): Tape {
  const reading = readExpression(text, { variables });
  if (!reading.ok) throw new Error(`${text} cannot be read`);
  const builder = new TapeBuilder();
  return builder.finish(lower(reading.tree, builder));
}

it('two formulas are equal by eight points and not by one fewer, where each point takes an evaluation in high precision', () => {
  // no double holds these: that they agree is known of as many points as high precision may be asked for
  const [student, expected] = [tapeOf('10^400 x*y/10^399'), tapeOf('10x*y')];
  const by = (effort: number): string =>
    compareTapes(student, expected, { variables, positive: [], seed: 1, allowed: 0, effort }).verdict;
  expect(by(7)).toBe('undecided');
  expect(by(8)).toBe('equal');
});
