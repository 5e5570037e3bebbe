/** The inputs of tests, drawn from a submission's seed: what the sandbox is given, and what the truth is computed from. */

import type { TestArgument } from '../kinds/code/document.ts';
import type { Numbers } from '../kinds/common/plain.ts';
import { functionSource } from './formula-function.ts';
import type { Language } from './number-format.ts';
import { type Random, randomFrom } from './random.ts';
import type { CallArgument } from './report.ts';

/** Drawn numbers have so many decimals: generic, and still readable in feedback. */
const DECIMALS = 1e4;

interface Testlike {
  id: string;
  draws: number;
  arguments: TestArgument[];
}

/** The arguments of each draw of a test. Every test draws from a stream of its own: tests can be added without changing others. */
export function drawInputs(test: Testlike, seed: string, language: Language): CallArgument[][] {
  const random = randomFrom(`${seed}/${test.id}`);
  return Array.from({ length: test.draws }, () =>
    test.arguments.map((argument) => concrete(argument, random, language)),
  );
}

function concrete(argument: TestArgument, random: Random, language: Language): CallArgument {
  switch (argument.type) {
    case 'value':
      return { type: 'value', value: argument.value };
    case 'array':
      return { type: 'array', dtype: argument.dtype, ...flat(argument.values) };
    case 'formula':
      return { type: 'function', source: functionSource(argument, language) };
    case 'draw':
      return drawn(argument, random);
  }
}

function drawn({ shape, low, high, integer }: Extract<TestArgument, { type: 'draw' }>, random: Random): CallArgument {
  const size = shape.reduce((product, length) => product * length, 1);
  const data = Array.from({ length: size }, () => {
    const value = low + (high - low) * random.next();
    return integer ? Math.floor(value) : Math.floor(value * DECIMALS) / DECIMALS;
  });
  if (shape.length > 0) return { type: 'array', dtype: integer ? 'int64' : 'float64', shape, data };
  const [value = 0] = data;
  return integer ? { type: 'value', value } : { type: 'float', value };
}

/** Nested numbers as shape and data, row by row; throws where rows differ in length (the lesson's fault). */
function flat(values: Numbers): { shape: number[]; data: number[] } {
  const rectangle = rectangleOf(values);
  if (rectangle === null) throw new Error('rows of different lengths in a test');
  return rectangle;
}

/** The same; null where rows differ in length. */
export function rectangleOf(values: Numbers): { shape: number[]; data: number[] } | null {
  if (!Array.isArray(values)) return { shape: [], data: [values] };
  const rows = values.map(rectangleOf).filter((row) => row !== null);
  const inner = rows[0]?.shape ?? [];
  if (rows.length < values.length || rows.some((row) => row.shape.join() !== inner.join())) return null;
  return { shape: [values.length, ...inner], data: rows.flatMap((row) => row.data) };
}
