/**
 * The plane of a question: the keys of a figure's plane, and what its marks are made of.
 *
 *     ```yaml plane
 *     x: { from: -3, to: 3, label: $x$ }
 *     y: { from: -3, to: 3 }
 *     define: ["f(x, y) = x^2 + y^2"]
 *     draw: [{ contours: "f(x, y)", levels: [1, 5] }]
 *     paths: [{ curve: { y: x^2 } }]                  marks that can be chosen, A, B, C in their order
 *     ```
 */
import type { Code } from 'mdast';
import { z } from 'zod';
import type { DrawnFigure } from '../../figures/figure.ts';
import { formulasOf } from '../../figures/formulas.ts';
import { mentions, treeOf } from '../../figures/trees.ts';
import type { PlaneView } from '../../figures/views.ts';
import { readFigure } from '../../lesson/drawn-figure.ts';
import { contentSpot, type Path, readMap, readYaml, type Yaml } from '../../lesson/yaml-block.ts';
import type { Workshop } from '../reader.ts';
import { MOST_PATHS } from './document.ts';
import type { Within } from './lines.ts';

const written = z.strictObject({
  x: z.unknown(),
  y: z.unknown(),
  label: z.unknown().optional(),
  equal: z.boolean().default(true),
  draw: z.array(z.unknown()).max(24).default([]),
  paths: z.array(z.record(z.string(), z.unknown())).min(2).max(MOST_PATHS).optional(),
  define: z.array(z.unknown()).optional(),
  data: z.record(z.string(), z.unknown()).optional(),
});

export interface Plane {
  figure: DrawnFigure;
  /** so many of its last marks are paths */
  paths: number;
  /** where in the block a mark is written */
  spotOf(mark: number): ReturnType<Yaml['spot']>;
}

/** @returns null where something is wrong, all of which is told */
export function readPlane(fence: Code, { problems, renderer }: Workshop): Plane | null {
  const yaml = readYaml(fence.value, contentSpot(fence), problems);
  const read = yaml && readMap(written, yaml, [], problems);
  if (!yaml || !read) return null;
  const { define = [], data = {}, paths = [], draw, ...rest } = read;
  const lettered = paths.map((mark, index) => ({ ...mark, label: String.fromCharCode(65 + index) }));
  const marks = [...draw, ...lettered];
  const figure = readFigure(placed(yaml, draw.length, figureOf({ view: { ...rest, draw: marks }, define, data })), {
    problems,
    renderer,
  });
  const spotOf = (mark: number) => yaml.spot(mark < draw.length ? ['draw', mark] : ['paths', mark - draw.length]);
  return figure && { figure, paths: paths.length, spotOf };
}

/** A plane without anything in it. */
export function emptyPlane([[left, right], [low, high]]: Within, shop: Workshop): DrawnFigure | null {
  const view = { x: { from: left, to: right }, y: { from: low, to: high }, equal: true, draw: [] };
  const spot = { line: 1, column: 1 };
  const yaml: Yaml = { value: figureOf({ view, define: [], data: {} }), spot: () => spot, within: () => spot };
  return readFigure(yaml, shop);
}

const figureOf = ({ view, define, data }: { view: object; define: unknown[]; data: object }) => ({
  // its question has a title and says what is to be done
  title: '–',
  say: '–',
  ...{ define, data },
  views: [{ plane: 'plane', ...view }],
});

/** The block as a figure: what stands in its view stands at its own place in the block. */
function placed(yaml: Yaml, drawn: number, value: unknown): Yaml {
  const own = (path: Path): Path => {
    const [first, , key, index, ...more] = path;
    if (first !== 'views') return path;
    if (key !== 'draw' || typeof index !== 'number' || index < drawn) return path.slice(2);
    return ['paths', index - drawn, ...more];
  };
  return { value, spot: (path) => yaml.spot(own(path)), within: (path, at) => yaml.within(own(path), at) };
}

/** The plane itself. */
export function viewIn({ views }: DrawnFigure): PlaneView {
  const view = views.find((one): one is PlaneView => 'plane' in one);
  if (view === undefined) throw new Error('the figure of a question has a plane');
  return view;
}

/** Parts a figure in what is drawn, with what that is made of, and definitions that only the key uses. */
export function withoutOwn(figure: DrawnFigure): { figure: DrawnFigure; define: DrawnFigure['define'] } {
  const used = new Set<string>();
  for (const { path, text } of formulasOf(figure))
    if (path[0] === 'views') for (const name of mentions(treeOf(text))) used.add(name);
  // each stands after those that it is made of
  for (const { name, of } of figure.define.toReversed())
    if (used.has(name)) for (const word of mentions(treeOf(of))) used.add(word);
  const isDrawn = ({ name }: DrawnFigure['define'][number]): boolean => used.has(name);
  return {
    figure: { ...figure, define: figure.define.filter(isDrawn) },
    define: figure.define.filter((one) => !isDrawn(one)),
  };
}
