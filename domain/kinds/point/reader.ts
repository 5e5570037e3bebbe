/**
 * `point`: a figure is the answer. The key that holds it says of which form it is.
 *
 *     ```yaml answer
 *     point: [1, 2]                          arrow: [1, -4] · line: 3x + 4y = 25 · path: B
 *     right: x = 1 and x^2 + y^2 = 5         optional: all that is right
 *     from: [1, 2]                           of an arrow: its tail, [0, 0] unless told; `free`: it is put as well
 *     within: [[-3, 3], [-3, 3]]             where something may be put
 *     snap: 0.5
 *     tolerance: 0.03
 *     also: [{ where: x^2 + y^2 = 5, percent: 50, words: Nearly. }]
 *     wrong: [{ point: [2, 1], words: Which one is x? }]
 *     ```
 *
 * What is drawn behind stands in a block `yaml plane`.
 */
import { z } from 'zod';
import type { DrawnFigure } from '../../figures/figure.ts';
import { numberOf, type Scope } from '../../figures/scope.ts';
import { treeOf } from '../../figures/trees.ts';
import { pointsAttribute } from '../../lesson/attributes.ts';
import { requiredFence } from '../../lesson/fences.ts';
import { parseMarkdown } from '../../lesson/markdown.ts';
import { contentSpot, type Path, readMap, readYaml, type Yaml } from '../../lesson/yaml-block.ts';
import { MatrixFailure } from '../../maths/matrix-parse.ts';
import type { QuestionOf } from '../../question.ts';
import type { KindReader, Workshop } from '../reader.ts';
import { checkPoint } from './check.ts';
import { readCondition } from './condition.ts';
import { type KnownPut, MOST_OTHERS, type OnePut, pathLetter } from './document.ts';
import { FORMS, type Form } from './forms.ts';
import { scopeOf } from './judge.ts';
import { lineIn, type Within } from './lines.ts';
import { emptyPlane, type Plane, readPlane, viewIn, withoutOwn } from './plane.ts';

/** Beside the right one, and wrong ones of which something is said. */
const MOST_ALSO = 20;
const MOST_WRONG = MOST_OTHERS - MOST_ALSO;
const SNAP = 0.5;
/** Of the grid: what is dragged to another place of it is another place. */
const NEAR = 1 / 20;

const words = z.string().min(1).max(500);
const formula = z.union([z.number(), z.string().min(1).max(200)]);
const pair = z.tuple([formula, formula]);
const range = z.tuple([z.number(), z.number()]);
const condition = z.string().min(1).max(500);
const one = {
  point: pair.optional(),
  arrow: pair.optional(),
  line: z.string().min(1).max(200).optional(),
  path: pathLetter.optional(),
};
const known = { ...one, where: condition.optional() };
const also = z.strictObject({ ...known, percent: z.number().gt(0).max(100).default(100), words: words.optional() });
const wrong = z.strictObject({ ...known, words });
const written = z.strictObject({
  ...one,
  right: condition.optional(),
  from: z.union([pair, z.literal('free')]).optional(),
  within: z.tuple([range, range]).optional(),
  snap: z.number().positive().default(SNAP),
  tolerance: z.number().min(0).optional(),
  also: z.array(also).max(MOST_ALSO).default([]),
  wrong: z.array(wrong).max(MOST_WRONG).default([]),
});
type One = Pick<z.infer<typeof written>, Form>;

export const pointReader: KindReader<'point'> = {
  attributes: ['points'],
  fences: ['answer', 'plane'],
  seconds: 60,
  read(shop, fields, key) {
    const { directive, problems, renderer } = shop;
    const points = pointsAttribute(directive, problems);
    const fence = requiredFence(directive, 'answer', problems);
    const yaml = fence && readYaml(fence.value, contentSpot(fence), problems);
    const answer = yaml && readMap(written, yaml, [], problems);
    const drawn = directive.fences.plane;
    const plane = drawn && readPlane(drawn, shop);
    if (!yaml || !answer || plane === null) return null;
    const form = formOf(answer, yaml, shop);
    const within = withinOf(answer.within, plane, yaml, shop);
    const whole = plane?.figure ?? (within && emptyPlane(within, shop));
    if (form === null || within === null || !whole) return null;
    const paths = plane?.paths ?? 0;
    if ((form === 'path') !== paths > 0) {
      problems.add(yaml.spot([form]), form === 'path' ? 'point.noPaths' : 'point.paths');
      return null;
    }
    const { figure, define } = withoutOwn(whole);
    const tools: Tools = { form, scope: scopeOf({ figure, key: { define } }), yaml, shop };
    const right = answerIn(answer, [], tools);
    const from = tailOf(answer.from, tools);
    const listed = [
      ...answer.also.map((one, index) => ({ one, path: ['also', index], share: one.percent / 100 })),
      ...answer.wrong.map((one, index) => ({ one, path: ['wrong', index], share: 0 })),
    ];
    const others = listed.map(({ one, path, share }): Other | null => {
      const is = knownIn(one, path, tools);
      const { words: said } = one;
      const note =
        said === undefined ? null : { words: said, html: renderer.inlineBlocks(parseMarkdown(said).children) };
      return is === null ? null : { is, share, ...(note === null ? {} : { note }) };
    });
    const found = others.filter((one) => one !== null);
    if (right === null || from === undefined || found.length < others.length) return null;
    if (answer.right !== undefined && readable(answer.right, ['right'], tools) === null) return null;
    const question = {
      kind: 'point' as const,
      ...fields,
      ...{ points, form, figure, within, snap: answer.snap, from, paths },
      key: {
        ...key,
        answer: right,
        ...(answer.right === undefined ? {} : { condition: answer.right }),
        tolerance: answer.tolerance ?? answer.snap * NEAR,
        ...(define.length === 0 ? {} : { define }),
        ...(found.length === 0 ? {} : { others: found }),
      },
    };
    const places = listed.map(({ path }) => path);
    return checkPoint(question, { yaml, problems, places, markSpot: plane?.spotOf }) ? question : null;
  },
};

type Other = NonNullable<QuestionOf<'point'>['key']['others']>[number];

interface Tools {
  form: Form;
  scope: Scope;
  yaml: Yaml;
  shop: Workshop;
}

/** Which of the forms it is; null, which is told, where it is none or several. */
function formOf(answer: One, yaml: Yaml, { problems }: Workshop): Form | null {
  const [form, second] = FORMS.filter((one) => answer[one] !== undefined);
  if (form !== undefined && second === undefined) return form;
  problems.add(yaml.spot(second === undefined ? [] : [second]), 'point.one');
  return null;
}

/** Where something may be put: as far as the plane goes, unless told. */
function withinOf(
  told: Within | undefined,
  plane: Plane | undefined,
  yaml: Yaml,
  { problems }: Workshop,
): Mutable | null {
  const axes = plane && axesOf(plane.figure);
  const within = told ?? axes ?? USUAL;
  const isEmpty = within.some(([from, to]) => from >= to);
  const isBeyond =
    axes !== undefined &&
    within.some(([from, to], axis) => from < (axes[axis]?.[0] ?? 0) || to > (axes[axis]?.[1] ?? 0));
  if (isEmpty || isBeyond) {
    problems.add(yaml.spot(['within']), isEmpty ? 'point.within' : 'point.beyond');
    return null;
  }
  const [x, y] = within;
  return [[...x], [...y]];
}

type Mutable = QuestionOf<'point'>['within'];
const USUAL: Within = [
  [-5, 5],
  [-5, 5],
];

function axesOf(figure: DrawnFigure): Within {
  const { x, y } = viewIn(figure);
  return [
    [x.from, x.to],
    [y.from, y.to],
  ];
}

/** A formula that does not fit is told at its place. */
function tried<T>(path: Path, { yaml, shop }: Tools, of: () => T): T | null {
  try {
    return of();
  } catch (error) {
    // a formula that does not fit is the author's to mend; anything else is ours
    if (!(error instanceof MatrixFailure)) throw error;
    const { code, at, params } = error.problem;
    shop.problems.add(yaml.within(path, at), code === 'name' ? 'drawing.unknown' : `matrix.${code}`, {
      ...params,
      at: at + 1,
    });
    return null;
  }
}

function answerIn(of: One, path: Path, tools: Tools): OnePut | null {
  const { form, scope, yaml, shop } = tools;
  const { line, path: letter } = of;
  if (letter !== undefined) return { path: letter };
  if (line !== undefined) {
    const read = tried([...path, 'line'], tools, () => ({ line: lineIn(line, scope) }));
    if (read?.line) return { line: [...read.line] };
    if (read !== null) shop.problems.add(yaml.spot([...path, 'line']), 'point.line');
    return null;
  }
  const place = numbersIn(of[form === 'arrow' ? 'arrow' : 'point'] ?? [0, 0], [...path, form], tools);
  return place && { place };
}

function numbersIn(pair: readonly (number | string)[], path: Path, tools: Tools): [number, number] | null {
  const both = pair.map((one, axis) =>
    typeof one === 'number' ? one : tried([...path, axis], tools, () => numberOf(tools.scope.value(treeOf(one)))),
  );
  const [x, y] = both;
  if (typeof x !== 'number' || typeof y !== 'number') return null;
  if (Number.isFinite(x) && Number.isFinite(y)) return [x, y];
  tools.shop.problems.add(tools.yaml.spot(path), 'point.number');
  return null;
}

/** undefined: it cannot be read, which is told. */
function tailOf(from: z.infer<typeof written>['from'], tools: Tools): [number, number] | null | undefined {
  const { form, yaml, shop } = tools;
  if (form !== 'arrow') {
    if (from === undefined) return null;
    shop.problems.add(yaml.spot(['from']), 'point.from');
    return undefined;
  }
  if (from === 'free') return null;
  return from === undefined ? [0, 0] : (numbersIn(from, ['from'], tools) ?? undefined);
}

/** One of them, of the question's own form, or a condition. */
function knownIn(of: One & { where?: string | undefined }, path: Path, tools: Tools): KnownPut | null {
  const { form, yaml, shop } = tools;
  const named = [...FORMS, 'where' as const].filter((one) => of[one] !== undefined);
  const [name] = named;
  if (named.length !== 1 || (name !== form && (name !== 'where' || form === 'path'))) {
    shop.problems.add(yaml.spot(path), 'point.known', { form });
    return null;
  }
  if (of.where === undefined) return answerIn(of, path, tools);
  return readable(of.where, [...path, 'where'], tools) && { where: of.where };
}

/** Whether a condition can be read. */
const readable = (text: string, path: Path, tools: Tools): true | null =>
  tried(path, tools, () => readCondition(text) && (true as const));
