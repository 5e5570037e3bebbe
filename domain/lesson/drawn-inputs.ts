/**
 * Inputs of hidden tests that are drawn by the language of variants, anew for each submission from its stored seed.
 *
 *     - name: Any point of any line
 *       hidden: true
 *       inputs:
 *         a: { from: 2, to: 9 }
 *         b: { from: -5, to: 5, not: 0 }
 *       call: ["{a}", "{b}"]
 *       expect: "{a + b}"
 *
 * Values are put into what is written before it is read, so each draw is a test like any other.
 */

import type { CodeTest, Expectation, TestArgument } from '../kinds/code/document.ts';
import { Memo } from '../maths/memo.ts';
import { draw, type Variants, variantsOf } from '../variants/draw.ts';
import { filled } from '../variants/fill.ts';
import { type Parameters, readParameters, type Values } from '../variants/parameters.ts';
import { samplesOf } from '../variants/samples.ts';
import { readArgument } from './arguments.ts';
import { readExpectation } from './expectations.ts';
import { Problems, START } from './problems.ts';
import type { Yaml } from './yaml-block.ts';

/** What is called, and what that must give. */
export interface Called {
  arguments: TestArgument[];
  expect: Expectation;
}

/** So many draws are looked at before a test is kept. */
export const MOST_DRAWN = 20;

/** One draw of a test, by itself. */
export interface DrawnTest {
  test: CodeTest;
  values: Values;
}

/**
 * Reads call and expectation of a test once their values are in them; null with the problems told.
 * @param at index of the test in its block
 */
export function readCalled(yaml: Yaml, at: number, written: Inputs, problems: Problems): Called | null {
  const { call, expect } = written;
  const found = call.map((value, position) => readArgument(yaml, [at, 'call', position], value, problems));
  const args = found.filter((one) => one !== null);
  if (args.length < call.length) return null;
  const read = readExpectation(expect, { yaml, path: [at, 'expect'], arguments: args, problems });
  return read === null ? null : { arguments: args, expect: read };
}

interface Inputs {
  call: readonly unknown[];
  expect?: unknown;
}

/** The same block, in which one test has values in the places of its names. */
export function withInputs(yaml: Yaml, at: number, values: Values): { yaml: Yaml; written: Inputs } {
  const tests = yaml.value as readonly Inputs[];
  const { call = [], expect } = tests[at] ?? {};
  const written = { call: call.map((one) => filled(one, values)), expect: filled(expect, values) };
  return { yaml: { ...yaml, value: tests.with(at, { ...tests[at], ...written }) }, written };
}

/** The tests of a submission, each draw of those whose inputs are drawn by itself; the others as they are. */
export function testsOfSeed(tests: readonly CodeTest[], seed: string): { of: CodeTest; as: CodeTest }[] {
  return tests.flatMap((test) => {
    if (test.inputs === undefined) return [{ of: test, as: test }];
    const { parameters, known } = knownOf(test.inputs.parameters);
    return Array.from({ length: test.draws }, (_one, index) => {
      const values = draw(parameters, `${seed}/${test.id}/${index}`, known);
      if (values === null) throw new Error(`nothing can be drawn for test ${test.id}`);
      return { of: test, as: drawnTest(test, values, index) };
    });
  });
}

/** As many draws of a test as are looked at before it is kept, those at the edges among them; none: nothing is drawn by names. */
export function samplesOfTest(test: CodeTest, most = MOST_DRAWN): DrawnTest[] {
  if (test.inputs === undefined) return [];
  const { parameters } = knownOf(test.inputs.parameters);
  return samplesOf(parameters, most).list.map((values, index) => ({ values, test: drawnTest(test, values, index) }));
}

/** A test with the values of one draw; what is drawn besides has a stream of its own in each. */
function drawnTest({ inputs, ...test }: CodeTest, values: Values, index: number): CodeTest {
  if (inputs === undefined) return test;
  const block = { value: [inputs], spot: () => START, within: () => START };
  const problems = new Problems('');
  const { yaml, written } = withInputs(block, 0, values);
  const called = readCalled(yaml, 0, written, problems);
  if (called === null || !problems.none) throw new Error(`a draw of test ${test.id} cannot be called`);
  return { ...test, ...called, id: `${test.id}/${index}`, draws: 1 };
}

interface Known {
  parameters: Parameters;
  known: Variants;
}

/** What a pool grades again and again is counted once. */
const known = new Memo<Known>(200);

function knownOf(block: string): Known {
  return known.get(block, () => {
    const read = readParameters(JSON.parse(block) as Record<string, unknown>);
    if (!read.ok) throw new Error('the inputs of a compiled test cannot be read');
    return { parameters: read.parameters, known: variantsOf(read.parameters) };
  });
}
