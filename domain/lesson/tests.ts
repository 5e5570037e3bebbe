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
 */
import { z } from 'zod';
import { type CodeTest, codeTest, type TestArgument } from '../kinds/code/document.ts';
import { identifier } from '../kinds/common/document.ts';
import type { Workshop } from '../kinds/reader.ts';
import { readArgument } from './arguments.ts';
import { readExpectation } from './expectations.ts';
import { requiredFence } from './fences.ts';
import { spotOf } from './problems.ts';
import { readTestTolerance, testTolerance } from './tolerance.ts';
import { contentSpot, readMap, readYaml, type Yaml } from './yaml-block.ts';

const written = z.strictObject({
  name: z.string().min(1),
  id: identifier.optional(),
  hidden: z.boolean().default(false),
  points: z.number().min(0).max(1000).default(1),
  draws: z.int().min(1).max(20).optional(),
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
  if (!whole.some((test) => !test.visible)) problems.add(spotOf(fence), 'tests.noneHidden');
  const twice = whole.find((test, index) => whole.findIndex((other) => other.id === test.id) < index);
  if (twice) problems.add(spotOf(fence), 'tests.twice', { id: twice.id });
  return whole;
}

function readTest(yaml: Yaml, index: number, shop: Workshop): CodeTest | null {
  const { problems, renderer } = shop;
  const test = readMap(written, yaml, [index], problems);
  if (!test) return null;
  const args: TestArgument[] = [];
  test.call.forEach((value, position) => {
    const read = readArgument(yaml, [index, 'call', position], value, problems);
    if (read) args.push(read);
  });
  if (args.length < test.call.length) return null;
  const expect = readExpectation(test.expect, { yaml, path: [index, 'expect'], arguments: args, problems });
  if (!expect) return null;
  const visible = !test.hidden;
  if (visible && expect.type !== 'value' && expect.type !== 'shapes') {
    problems.add(yaml.spot([index, 'expect']), 'tests.visibleValue', { name: test.name });
  }
  if (!visible && test.hint === undefined) problems.add(yaml.spot([index]), 'tests.noHint', { name: test.name });
  const drawn = args.some((argument) => argument.type === 'draw');
  return codeTest.parse({
    id: test.id ?? `t${index + 1}`,
    name: test.name,
    visible,
    points: test.points,
    draws: test.draws ?? (drawn && !visible ? DRAWS : 1),
    arguments: args,
    expect,
    tolerance: readTestTolerance(test.tolerance),
    unordered: test.unordered,
    mayChangeInputs: test.mayChangeInputs,
    hintHtml: test.hint === undefined ? undefined : renderer.phrase(test.hint, yaml.spot([index, 'hint'])),
  });
}
