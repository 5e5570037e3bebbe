/** The examples of an exercise: its visible tests as students see them, printed as a verdict prints calls and values. */
import { argumentText, callOf } from '../judging/call-text.ts';
import { reportedOf } from '../judging/expected.ts';
import { rectangleOf } from '../judging/inputs.ts';
import { shapeText, valueText } from '../judging/notation.ts';
import type { CodeTest, Example, Expectation, TestArgument } from '../kinds/code/document.ts';
import type { CodeLanguage } from './fences.ts';

/** The visible tests as students see them. */
export function examplesOf(tests: readonly CodeTest[], entry: string, language: CodeLanguage): Example[] {
  return tests
    .filter((test) => test.visible)
    .map((test) => ({
      id: test.id,
      name: test.name,
      call: callOf(
        entry,
        test.arguments,
        test.arguments.map((argument) => writtenText(argument, language)),
      ),
      ...expectedText(test.expect, language),
      points: test.points,
    }));
}

/** An argument as its author wrote it: of what is drawn, how it is. */
function writtenText(argument: TestArgument, language: CodeLanguage): string {
  switch (argument.type) {
    // it has a name in the call
    case 'formula':
      return '';
    case 'value':
      return argumentText(argument, language);
    case 'array': {
      const rectangle = rectangleOf(argument.values);
      return rectangle === null
        ? valueText(reportedOf(argument.values), language)
        : argumentText({ type: 'array', dtype: argument.dtype, ...rectangle }, language);
    }
    case 'draw': {
      const size = argument.shape.join(', ');
      return language === 'python' && argument.shape.length > 0 ? `np.random.rand(${size})` : `random(${size})`;
    }
  }
}

function expectedText(expect: Expectation, language: CodeLanguage): Pick<Example, 'expected' | 'what'> {
  if (expect.type === 'shapes') {
    return { expected: expect.shapes.map((shape) => shapeText(shape, language)).join(', '), what: 'shapes' };
  }
  return { expected: expect.type === 'value' ? valueText(reportedOf(expect.value), language) : '', what: 'value' };
}
