/** A call with its very inputs, in the language's own notation. */
import type { TestArgument } from '../kinds/code/document.ts';
import { plain } from '../kinds/common/plain.ts';
import { reportedOf } from './expected.ts';
import { nested, valueText } from './notation.ts';
import { formatNumber, type Language } from './number-format.ts';
import type { CallArgument } from './report.ts';

/** `jacobian(f, np.array([1.0, 2.0]))`, and below it a line for each function handed in: `f(x, y) = [x^2 + y, x*y]`. */
export function callText(
  entry: string,
  given: readonly CallArgument[],
  written: readonly TestArgument[],
  language: Language,
): string {
  return callOf(
    entry,
    written,
    given.map((argument) => argumentText(argument, language)),
  );
}

/** The same where the texts of its arguments are there; functions have names instead. */
export function callOf(entry: string, written: readonly TestArgument[], texts: readonly string[]): string {
  const formulas = written.filter((argument) => argument.type === 'formula');
  const names = new Map(formulas.map((formula, index) => [formula, formulas.length === 1 ? 'f' : `f${index + 1}`]));
  const inside = texts.map((text, index) => {
    const formula = written[index];
    return (formula?.type === 'formula' && names.get(formula)) || text;
  });
  const definitions = formulas.map((formula) => {
    const body = formula.gives === 'number' ? formula.formulas[0] : `[${formula.formulas.join(', ')}]`;
    return `${names.get(formula)}(${formula.variables.join(', ')}) = ${body}`;
  });
  return [`${entry}(${inside.join(', ')})`, ...definitions].join('\n');
}

/** One input, as it stands in a call. */
export function argumentText(argument: CallArgument, language: Language): string {
  switch (argument.type) {
    case 'value':
      return valueText(reportedOf(plain.parse(argument.value)), language);
    case 'float':
      return formatNumber(argument.value, language);
    case 'function':
      return 'f';
    case 'array': {
      const format = (value: number): string =>
        argument.dtype === 'int64' ? String(value) : formatNumber(value, language);
      const text = nested(argument.data, argument.shape, format, 0).replaceAll(/\n\s*/g, ' ');
      return language === 'python' ? `np.array(${text})` : text;
    }
  }
}
