/** A maths question in a live room: the pool grades it, and answers are grouped by what they do. */
import { truthTape } from '../../maths/check.ts';
import { tapeText } from '../../maths/tape-text.ts';
import type { MathsTruth } from '../../maths/truth.ts';
import type { QuestionOf } from '../../question.ts';
import type { LiveKind } from '../live-kind.ts';

export const mathsLive: LiveKind<'maths'> = {
  label: () => '',
  right: () => null,
  form: ({ variables, parts }) => [variables, parts.map(({ id }) => id)],
  rehearse: (question, right, random) => ({ kind: 'maths', parts: partsOf(question, right, random) }),
  asksWhole: true,
};

function partsOf({ key, variables, parts }: QuestionOf<'maths'>, right: boolean, random: () => number) {
  const wrong = right ? -1 : Math.floor(random() * parts.length);
  return Object.fromEntries(
    parts.map(({ id }, index) => {
      const truth = key.truths[id];
      const text = truth === undefined ? undefined : written(truth, variables);
      if (text === undefined) return [id, '0'];
      return [id, index === wrong ? slipOf(text, random) : text];
    }),
  );
}

/** Known ways to go wrong: the sign, a factor, a constant. */
function slipOf(text: string, random: () => number): string {
  const slips = [`-(${text})`, `2*(${text})`, `(${text})+1`];
  return slips[Math.floor(random() * slips.length)] ?? text;
}

/** A truth as a formula that can be typed; undefined: none is known. */
export function written(truth: MathsTruth, variables: readonly string[]): string | undefined {
  if ('expected' in truth) return truth.expected;
  const tape = truthTape(truth, variables);
  return tape === undefined ? undefined : tapeText(tape);
}
