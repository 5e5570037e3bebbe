/**
 * The ```yaml tests block of a code exercise: a list of calls and what they must give.
 *
 *     - name: One step from (3, 4)
 *       call: [3, 4]
 *       expect: [2.4, 3.2]
 *     - name: Any point, any learning rate
 *       hidden: true
 *       call: [{draw: number, from: -5, to: 5}, …]
 *       expect: solution
 *       hint: Is `learning_rate` used?
 *
 * What of a hidden test is drawn by the language of variants stands in its `inputs` (`drawn-inputs.ts`).
 */
import { z } from 'zod';
import { type CodeTest, codeTest } from '../kinds/code/document.ts';
import { identifier } from '../kinds/common/document.ts';
import type { Workshop } from '../kinds/reader.ts';
import { unfilled } from '../variants/fill.ts';
import { type Parameters, readParameters, type Values } from '../variants/parameters.ts';
import { samplesOf } from '../variants/samples.ts';
import { unusedNames } from '../variants/substitute.ts';
import { told } from '../variants/told.ts';
import { type Called, MOST_DRAWN, readCalled, withInputs } from './drawn-inputs.ts';
import { requiredFence } from './fences.ts';
import { Problems, spotOf } from './problems.ts';
import { readTestTolerance, testTolerance } from './tolerance.ts';
import { contentSpot, readMap, readYaml, type Yaml } from './yaml-block.ts';

const written = z.strictObject({
  name: z.string().min(1),
  id: identifier.optional(),
  hidden: z.boolean().default(false),
  points: z.number().min(0).max(1000).default(1),
  draws: z.int().min(1).max(20).optional(),
  inputs: z.record(z.string(), z.unknown()).optional(),
  call: z.array(z.unknown()).max(8),
  expect: z.unknown(),
  tolerance: testTolerance.optional(),
  unordered: z.boolean().optional(),
  mayChangeInputs: z.boolean().optional(),
  hint: z.string().min(1).optional(),
});

/** How often drawn inputs are drawn, unless told: once is luck, three times is not. */
const DRAWS = 3;

/** All tests of a question; null where none can be read (problems are told). */
export function readTests(shop: Workshop): CodeTest[] | null {
  const { directive, problems } = shop;
  const fence = requiredFence(directive, 'tests', problems);
  const yaml = fence && readYaml(fence.value, contentSpot(fence), problems);
  if (!fence || !yaml) return null;
  if (!Array.isArray(yaml.value) || yaml.value.length === 0) {
    problems.add(contentSpot(fence), 'tests.list');
    return null;
  }
  const tests = yaml.value.map((_, index) => readTest(yaml, index, shop));
  const whole = tests.filter((test) => test !== null);
  if (whole.length < tests.length) return null;
  if (!whole.some((test) => test.visible)) problems.add(spotOf(fence), 'tests.noneVisible');
  const twice = whole.find((test, index) => whole.findIndex((other) => other.id === test.id) < index);
  if (twice) problems.add(spotOf(fence), 'tests.twice', { id: twice.id });
  return whole;
}

function readTest(yaml: Yaml, index: number, shop: Workshop): CodeTest | null {
  const { problems, renderer } = shop;
  const test = readMap(written, yaml, [index], problems);
  if (!test) return null;
  const visible = !test.hidden;
  const { inputs } = test;
  if (inputs !== undefined && visible) {
    problems.add(yaml.spot([index, 'inputs']), 'tests.visibleInputs', { name: test.name });
    return null;
  }
  const called = inputs === undefined ? readCalled(yaml, index, test, problems) : readDrawn(yaml, index, inputs, shop);
  if (called === null) return null;
  const { arguments: args, expect } = called;
  if (visible && expect.type !== 'value' && expect.type !== 'shapes') {
    problems.add(yaml.spot([index, 'expect']), 'tests.visibleValue', { name: test.name });
  }
  if (!visible && test.hint === undefined) problems.add(yaml.spot([index]), 'tests.noHint', { name: test.name });
  const drawn = inputs !== undefined || args.some((argument) => argument.type === 'draw');
  return codeTest.parse({
    id: test.id ?? `t${index + 1}`,
    name: test.name,
    visible,
    points: test.points,
    draws: test.draws ?? (drawn && !visible ? DRAWS : 1),
    arguments: args,
    expect,
    ...(inputs === undefined
      ? {}
      : { inputs: { parameters: JSON.stringify(inputs), call: test.call, expect: test.expect } }),
    tolerance: readTestTolerance(test.tolerance),
    unordered: test.unordered,
    mayChangeInputs: test.mayChangeInputs,
    hintHtml: test.hint === undefined ? undefined : renderer.phrase(test.hint, yaml.spot([index, 'hint'])),
  });
}

/** Call and expectation with the first draw of their values; null, with the problems told, where one of many draws cannot be called. */
function readDrawn(
  yaml: Yaml,
  index: number,
  inputs: Readonly<Record<string, unknown>>,
  { problems, drawn = [] }: Workshop,
): Called | null {
  const parameters = parametersAt(yaml, index, inputs, problems);
  if (parameters === null) return null;
  const taken = parameters.names.filter((name) => drawn.includes(name));
  for (const name of taken) problems.add(yaml.spot([index, 'inputs', name]), 'tests.taken', { name });
  const { list } = samplesOf(parameters, MOST_DRAWN);
  const [first] = list;
  if (first === undefined) problems.add(yaml.spot([index, 'inputs']), 'variants.none');
  if (first === undefined || taken.length > 0) return null;
  const { call, expect } = (yaml.value as readonly { call: readonly unknown[]; expect?: unknown }[])[index] ?? {
    call: [],
  };
  const known = parameters.names.join(', ');
  const places = [...call.map((value, at) => [value, ['call', at]] as const), [expect, ['expect']] as const];
  const wrong = places.flatMap(([value, path]) =>
    unfilled(value, first).map((formula) => ({ path, code: 'formula', params: { formula, known } })),
  );
  const unused = unusedNames(JSON.stringify({ call, expect }), inputs).map((name) => ({
    path: ['inputs', name],
    code: 'unused',
    params: { name, braces: `{${name}}` },
  }));
  for (const { path, code, params } of [...wrong, ...unused])
    problems.add(yaml.spot([index, ...path]), `variants.${code}`, params);
  return wrong.length + unused.length > 0 ? null : readEach(yaml, index, list, problems);
}

/** With each of some draws; what is wrong with one is told with its values. */
function readEach(yaml: Yaml, index: number, list: readonly Values[], problems: Problems): Called | null {
  let first: Called | null = null;
  for (const values of list) {
    const own = new Problems('');
    const filled = withInputs(yaml, index, values);
    const called = readCalled(filled.yaml, index, filled.written, own);
    if (called === null || !own.none) {
      problems.add(yaml.spot([index, 'inputs']), 'tests.with', { values: told(values) });
      for (const one of own.sorted) problems.add(one, one.code, one.params);
      return null;
    }
    first ??= called;
  }
  return first;
}

function parametersAt(
  yaml: Yaml,
  index: number,
  inputs: Readonly<Record<string, unknown>>,
  problems: Problems,
): Parameters | null {
  const read = readParameters(inputs);
  if (read.ok && read.parameters.names.length > 0) return read.parameters;
  if (read.ok) problems.add(yaml.spot([index, 'inputs']), 'variants.empty');
  else
    for (const { path, code, params } of read.problems)
      problems.add(yaml.spot([index, 'inputs', ...path]), `variants.${code}`, {
        name: String(path[0] ?? ''),
        ...params,
      });
  return null;
}
