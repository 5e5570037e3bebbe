/** Calls and values in the notation of a language: how the examples of an exercise are shown. */
import type { CodeTest, Example, Expectation, Numbers, Plain, TestArgument } from '../question.ts';
import type { CodeLanguage } from './fences.ts';

/** The visible tests as students see them. */
export function examplesOf(tests: readonly CodeTest[], entry: string, language: CodeLanguage): Example[] {
  return tests
    .filter((test) => test.visible)
    .map((test) => ({
      id: test.id,
      name: test.name,
      call: callText(entry, test.arguments, language),
      ...expectedText(test.expect, language),
      points: test.points,
    }));
}

/** `jacobian(f, np.array([1.0, 2.0]))` with a second line for each function handed in: `f(x, y) = [x^2 + y, x*y]`. */
export function callText(entry: string, args: readonly TestArgument[], language: CodeLanguage): string {
  const formulas = args.filter((argument) => argument.type === 'formula');
  const nameOf = (formula: Formula): string => (formulas.length === 1 ? 'f' : `f${formulas.indexOf(formula) + 1}`);
  const inside = args.map((argument) =>
    argument.type === 'formula' ? nameOf(argument) : argumentText(argument, language),
  );
  const definitions = formulas.map(
    (formula) => `${nameOf(formula)}(${formula.variables.join(', ')}) = ${bodyOf(formula)}`,
  );
  return [`${entry}(${inside.join(', ')})`, ...definitions].join('\n');
}

type Formula = Extract<TestArgument, { type: 'formula' }>;
function bodyOf(formula: Formula): string {
  return formula.gives === 'number' ? (formula.formulas[0] ?? '') : `[${formula.formulas.join(', ')}]`;
}

function argumentText(argument: Exclude<TestArgument, Formula>, language: CodeLanguage): string {
  switch (argument.type) {
    case 'value':
      return valueText(argument.value, language);
    case 'array': {
      const text = numbersText(argument.values, language === 'python' && argument.dtype === 'float64');
      return language === 'python' ? `np.array(${text})` : text;
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
  return { expected: expect.type === 'value' ? valueText(expect.value, language) : '', what: 'value' };
}

function shapeText(shape: readonly number[], language: CodeLanguage): string {
  if (language === 'javascript') return shape.join('×');
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
}

/** Plain data: `[1, True, None]` in Python, `[1, true, null]` in JavaScript. */
export function valueText(value: Plain, language: CodeLanguage): string {
  if (Array.isArray(value)) return `[${value.map((inside) => valueText(inside, language)).join(', ')}]`;
  if (typeof value === 'string') return JSON.stringify(value);
  if (language === 'python' && value === null) return 'None';
  if (language === 'python' && typeof value === 'boolean') return value ? 'True' : 'False';
  return String(value);
}

function numbersText(values: Numbers, floats: boolean): string {
  if (Array.isArray(values)) return `[${values.map((inside) => numbersText(inside, floats)).join(', ')}]`;
  return floats && Number.isInteger(values) ? `${values}.0` : String(values);
}
