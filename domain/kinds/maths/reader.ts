/**
 * `maths`: one field or several, each with a truth that is told, not computed by the author.
 *
 *     ```yaml parts
 *     of: x^2*y + y*z^3
 *     variables: [x, y, z]
 *     parts:
 *       dx: { by: x }
 *       other: { equals: 2*x*y, label: $g$, text: g }
 *       primitive: { equals: x^3/3, upToConstantIn: x }
 *       number: { equals: sqrt(2)*x, decimals: 2, strict: true, slips: [{ expression: 2*x, words: Take the root. }] }
 *     ```
 */
import { toString as plainText } from 'mdast-util-to-string';
import { z } from 'zod';
import { requiredFence } from '../../lesson/fences.ts';
import { checkFormula, type FormulaReading } from '../../lesson/formulas.ts';
import { parseMarkdown } from '../../lesson/markdown.ts';
import { contentSpot, type Path, readMap, readYaml, type Yaml } from '../../lesson/yaml-block.ts';
import { checkAnswer } from '../../maths/check.ts';
import type { mathsTruth } from '../../maths/truth.ts';
import { identifier } from '../common/document.ts';
import { eulerInPlay } from '../common/euler.ts';
import type { KindReader, Workshop } from '../reader.ts';
import { type MathsChecking, mathsChecking } from './document.ts';

const block = z.strictObject({
  of: z.string().min(1).optional(),
  variables: z.array(identifier).max(16).default([]),
  euler: z.boolean().optional(),
  positive: z.array(identifier).default([]),
  parts: z.record(identifier, z.unknown()),
});
const part = z.strictObject({
  by: z.string().min(1).optional(),
  of: z.string().min(1).optional(),
  equals: z.union([z.string().min(1), z.number()]).optional(),
  upToConstantIn: z.string().min(1).optional(),
  label: z.string().min(1).optional(),
  text: z.string().min(1).optional(),
  points: z.number().min(0).max(1000).default(1),
  ...mathsChecking.shape,
});
type Block = z.infer<typeof block>;
type Truth = z.infer<typeof mathsTruth>;

interface Part {
  view: { id: string; labelHtml: string; label: string; points: number };
  truth: Truth;
  checking: MathsChecking;
}

export const mathsReader: KindReader<'maths'> = {
  attributes: [],
  fences: ['parts'],
  seconds: 60,
  read(shop, fields, key) {
    const { directive, problems } = shop;
    const fence = requiredFence(directive, 'parts', problems);
    const yaml = fence && readYaml(fence.value, contentSpot(fence), problems);
    const read = yaml && readMap(block, yaml, [], problems);
    if (!yaml || !read) return null;
    for (const variable of read.positive) checkVariable(variable, ['positive'], read, yaml, shop);
    const ids = Object.keys(read.parts);
    if (ids.length === 0) problems.add(yaml.spot(['parts']), 'maths-part.none');
    const { euler } = read;
    const told = { promptHtml: fields.promptHtml, ...(euler === undefined ? {} : { euler }) };
    const reading = { variables: read.variables, euler: eulerInPlay(told) };
    const parts = ids.map((id) => readPart(id, read, yaml, shop, reading)).filter((one) => one !== null);
    if (parts.length < ids.length || ids.length === 0) return null;
    const checked = parts.filter(({ checking }) => Object.keys(checking).length > 0);
    return {
      kind: 'maths',
      ...fields,
      points: parts.reduce((sum, { view }) => sum + view.points, 0),
      variables: read.variables,
      positive: read.positive,
      ...(euler === undefined ? {} : { euler }),
      parts: parts.map(({ view }) => view),
      key: {
        ...key,
        truths: Object.fromEntries(parts.map(({ view, truth }) => [view.id, truth])),
        ...(checked.length === 0
          ? {}
          : { checking: Object.fromEntries(checked.map(({ view, checking }) => [view.id, checking])) }),
      },
    };
  },
};

function readPart(id: string, whole: Block, yaml: Yaml, shop: Workshop, reading: FormulaReading): Part | null {
  const { problems, renderer } = shop;
  const path = ['parts', id];
  const read = readMap(part, yaml, path, problems);
  if (!read) return null;
  const formula = read.of ?? whole.of;
  if (read.by !== undefined && read.equals !== undefined) {
    problems.add(yaml.spot(path), 'maths-part.both', { part: id });
    return null;
  }
  const truth = truthOf(read, formula);
  if (!truth) {
    problems.add(yaml.spot(path), 'maths-part.truth', { part: id });
    return null;
  }
  if (read.by !== undefined) checkVariable(read.by, [...path, 'by'], whole, yaml, shop);
  if (read.upToConstantIn !== undefined)
    checkVariable(read.upToConstantIn, [...path, 'upToConstantIn'], whole, yaml, shop);
  const written = 'expected' in truth ? truth.expected : truth.derivativeOf;
  const place = read.equals !== undefined ? [...path, 'equals'] : read.of !== undefined ? [...path, 'of'] : ['of'];
  // a number of YAML's own leaves no doubt
  if (typeof read.equals !== 'number') checkFormula(written, reading, yaml.spot(place), problems);
  read.slips?.forEach(({ expression }, index) => {
    checkFormula(expression, reading, yaml.spot([...path, 'slips', index, 'expression']), problems);
  });
  read.slips?.forEach(({ expression }, index) => {
    const { positive, euler } = whole;
    const how = {
      variables: whole.variables,
      positive,
      strict: true,
      explain: false,
      unasked: true,
      ...(euler === undefined ? {} : { euler }),
    };
    if (checkAnswer(truth, expression, how).verdict === 'equal')
      problems.add(yaml.spot([...path, 'slips', index, 'expression']), 'maths-part.slipIsRight', {
        formula: expression,
      });
  });
  const usual = read.by === undefined ? id : `∂f/∂${read.by}`;
  const label = read.label ?? (read.by === undefined ? id : `$\\dfrac{\\partial f}{\\partial ${read.by}}$`);
  const view = {
    id,
    labelHtml: renderer.phrase(label, yaml.spot([...path, 'label'])),
    label: read.text ?? (read.label === undefined ? usual : plainText(parseMarkdown(read.label)).trim()),
    points: read.points,
  };
  return { view, truth, checking: checkingOf(read) };
}

/** What is written of how the part is checked; nothing that is not. */
function checkingOf({ decimals, strict, slips }: z.infer<typeof part>): MathsChecking {
  return {
    ...(decimals === undefined ? {} : { decimals }),
    ...(strict === undefined ? {} : { strict }),
    ...(slips === undefined ? {} : { slips }),
  };
}

function truthOf(read: z.infer<typeof part>, formula: string | undefined): Truth | null {
  if (read.equals !== undefined) {
    const expected = String(read.equals);
    return read.upToConstantIn === undefined ? { expected } : { expected, upToConstant: true, by: read.upToConstantIn };
  }
  if (read.by !== undefined && formula !== undefined) return { derivativeOf: formula, by: read.by };
  return null;
}

function checkVariable(variable: string, path: Path, whole: Block, yaml: Yaml, { problems }: Workshop): void {
  if (whole.variables.includes(variable)) return;
  problems.add(yaml.spot(path), 'maths-part.variable', { variable, known: whole.variables.join(', ') });
}
