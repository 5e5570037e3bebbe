/**
 * The keys for one maths question: its variables first, then digits, operations and the functions that it may need. Told by
 * the question's public half alone: what everybody reads in it, never what is right.
 */

import { formulasIn } from '../../../../domain/kinds/common/euler.ts';
import type { QuestionViewOf } from '../../../../domain/question.ts';

/** Of a key whose face cannot be read out; its words stand in `lesson.keys.name`. */
type KeyName =
  | 'exp'
  | 'ln'
  | 'log10'
  | 'sin'
  | 'cos'
  | 'tan'
  | 'arcsin'
  | 'arccos'
  | 'arctan'
  | 'sinh'
  | 'cosh'
  | 'tanh'
  | 'abs'
  | 'fraction'
  | 'power'
  | 'square'
  | 'cube'
  | 'root'
  | 'cbrt'
  | 'times'
  | 'plus'
  | 'minus'
  | 'point'
  | 'open'
  | 'close'
  | 'back';

export interface MathsKey {
  id: string;
  look: 'variable' | 'digit' | 'sign';
  /** what it does in the field: LaTeX to put in, in which `#?` is to be filled and `#@` takes what stands before; or a command */
  act: { insert: string } | { command: 'deleteBackward' | 'moveToPreviousChar' | 'moveToNextChar' };
  /** what stands on it: plain text, or a formula */
  face: { text: string } | { tex: string };
  /** its name in `lesson.keys`, where what stands on it cannot be read out */
  name?: KeyName;
  /** its name as it is: a variable's */
  said?: string;
}

export interface MathsLayout {
  /** above the digits: variables and functions that have no place beside them */
  top: MathsKey[][];
  main: MathsKey[][];
}

/** Seven keys of 48 px and the gaps between them are 390 px wide. */
export const COLUMNS = 7;

const put = (id: string, insert: string, face: MathsKey['face'], name?: KeyName): MathsKey => ({
  id,
  look: 'sign',
  act: { insert },
  face,
  ...(name === undefined ? {} : { name }),
});
const digit = (text: string): MathsKey => ({ id: text, look: 'digit', act: { insert: text }, face: { text } });
const called = (id: KeyName, command = `\\${id}`): MathsKey =>
  put(id, `${command}\\left(#?\\right)`, { tex: command }, id);

const EXP = put('exp', 'e^{#?}', { tex: 'e^{\\square}' }, 'exp');
const LN = called('ln');
const [SIN, COS, TAN] = [called('sin'), called('cos'), called('tan')];
const ABS = put('abs', '\\left|#?\\right|', { tex: '|\\square|' }, 'abs');

/** Functions with a key of their own where the question names them, or one of their kin. */
const NAMED: { key: MathsKey; by: RegExp }[] = [
  { key: TAN, by: /\\(?:tan|sec|cot)(?![a-z])/ },
  { key: called('arcsin'), by: /\\arcsin(?![a-z])/ },
  { key: called('arccos'), by: /\\arccos(?![a-z])/ },
  { key: called('arctan'), by: /\\arctan(?![a-z])/ },
  { key: called('sinh'), by: /\\(?:sinh|cosh|tanh)(?![a-z])/ },
  { key: called('cosh'), by: /\\(?:sinh|cosh|tanh)(?![a-z])/ },
  { key: called('tanh'), by: /\\tanh(?![a-z])/ },
  { key: put('log10', '\\log_{10}\\left(#?\\right)', { tex: '\\log_{10}' }, 'log10'), by: /\\(?:log|lg)(?![a-z])/ },
  { key: ABS, by: /\||\\[lr]?vert(?![a-z])|\\operatorname\{(?:abs|sgn)\}/i },
];

/** What stands beside the digits where there are fewer than two variables to stand there. */
const SPARE = [
  TAN,
  ABS,
  put('cube', '#@^{3}', { tex: '\\square^3' }, 'cube'),
  put('cbrt', '\\sqrt[3]{#?}', { tex: '\\sqrt[3]{\\square}' }, 'cbrt'),
];

/**
 * @param texOf how a variable is typeset, so that it is read as itself
 */
export function keysFor(
  question: Pick<QuestionViewOf<'maths'>, 'variables' | 'promptHtml' | 'parts'>,
  texOf: (variable: string) => string,
): MathsLayout {
  const variables = question.variables.map((name): MathsKey => {
    const tex = texOf(name);
    return { id: `variable ${name}`, look: 'variable', act: { insert: tex }, face: { tex }, said: name };
  });
  const told = [question.promptHtml, ...question.parts.map((part) => part.labelHtml)].flatMap(formulasIn).join(' ');
  const named = NAMED.flatMap(({ key, by }) => (by.test(told) ? [key] : []));
  // two cells stand beside the first row of digits
  const beside = variables.length <= 2 ? variables : [];
  const above = [...(beside.length === variables.length ? [] : variables), ...named];
  const [first, second] = [...beside, ...SPARE.filter((key) => !named.includes(key))];
  return {
    top: rowsOf(above),
    main: [
      [...present([first, second]), ...'789'.split('').map(digit), FRACTION, BACK],
      [SIN, COS, ...'456'.split('').map(digit), TIMES, POWER],
      [EXP, LN, ...'123'.split('').map(digit), put('minus', '-', { text: '−' }, 'minus'), ROOT],
      [OPEN, CLOSE, digit('0'), POINT, PI, put('plus', '+', { text: '+' }, 'plus'), SQUARE],
    ],
  };
}

const FRACTION = put('fraction', '\\frac{#@}{#?}', { tex: '\\frac{\\square}{\\square}' }, 'fraction');
const POWER = put('power', '#@^{#?}', { tex: '\\square^{\\square}' }, 'power');
const SQUARE = put('square', '#@^{2}', { tex: '\\square^2' }, 'square');
const ROOT = put('root', '\\sqrt{#?}', { tex: '\\sqrt{\\square}' }, 'root');
const TIMES = put('times', '\\cdot', { text: '·' }, 'times');
const PI = put('pi', '\\pi', { text: 'π' });
const POINT: MathsKey = { id: '.', look: 'digit', act: { insert: '.' }, face: { text: '.' }, name: 'point' };
const OPEN = put('open', '(', { text: '(' }, 'open');
const CLOSE = put('close', ')', { text: ')' }, 'close');
const BACK: MathsKey = {
  id: 'back',
  look: 'sign',
  act: { command: 'deleteBackward' },
  face: { text: '⌫' },
  name: 'back',
};

const present = (keys: (MathsKey | undefined)[]): MathsKey[] => keys.filter((key) => key !== undefined);

/** Rows of nearly the same length. */
function rowsOf(keys: readonly MathsKey[]): MathsKey[][] {
  const rows = Math.ceil(keys.length / COLUMNS);
  const each = Math.ceil(keys.length / Math.max(1, rows));
  return Array.from({ length: rows }, (_, row) => keys.slice(row * each, (row + 1) * each));
}
