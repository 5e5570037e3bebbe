/** Some of what hidden tests may draw, as their author reads it: calls, and what they must give where that is written. */
import { callText } from '../judging/call-text.ts';
import { reportedOf } from '../judging/expected.ts';
import { drawInputs } from '../judging/inputs.ts';
import { valueText } from '../judging/notation.ts';
import { isCode } from '../kinds/asked.ts';
import type { CodeTest } from '../kinds/code/document.ts';
import type { Question } from '../question.ts';
import { samplesOfTest } from './drawn-inputs.ts';

/** A test with some of its draws. */
export interface InputSamples {
  name: string;
  draws: readonly { call: string; expected: string | null }[];
}

const SHOWN = 10;

/** Of each hidden test that draws, some of what it draws; no submission is graded by just these. */
export function inputSamples(question: Question): InputSamples[] {
  if (!isCode(question)) return [];
  const { entry, language } = question;
  const drawOf = (test: CodeTest, seed: string): InputSamples['draws'] =>
    drawInputs(test, seed, language).map((given) => ({
      call: callText(entry, given, test.arguments, language),
      expected: test.expect.type === 'value' ? valueText(reportedOf(test.expect.value), language) : null,
    }));
  return question.key.tests.flatMap((test) => {
    if (test.inputs !== undefined) {
      const draws = samplesOfTest(test, SHOWN).flatMap((one) => drawOf(one.test, 'sample'));
      return [{ name: test.name, draws }];
    }
    const draws = test.arguments.some(({ type }) => type === 'draw');
    return test.visible || !draws ? [] : [{ name: test.name, draws: drawOf({ ...test, draws: SHOWN }, 'sample') }];
  });
}
