/** What views show at a state, against what was worked out by hand. */
import { describe, expect, it } from 'vitest';
import { compiled } from '../../lesson/example.ts';
import type { Controls } from '../controls.ts';
import { draw } from '../drawn/draw.ts';
import type { Shape } from '../drawn/shapes.ts';
import { EXAMPLES } from '../examples.ts';
import type { DrawnFigure } from '../figure.ts';
import { firstControls, scopeAt } from '../state.ts';
import type { View, ViewKind, ViewOf } from '../views.ts';
import { barsOf } from './bars.ts';
import { graphOf } from './graphs.ts';
import { networkOf } from './networks.ts';
import { solidsOf } from './solids.ts';
import { roomOf, tableOf } from './tables.ts';

async function figureOf(yaml: string): Promise<DrawnFigure> {
  const [block] = (await compiled(`:::figure\n\`\`\`yaml\n${yaml}\n\`\`\`\n:::`)).body;
  if (block?.type !== 'drawing') throw new Error('a figure was expected');
  return block.drawing.figure;
}

async function at(name: string, moved: Controls = {}) {
  const figure = await figureOf(EXAMPLES[name] ?? '');
  const controls = { ...firstControls(figure), ...moved };
  const scope = scopeAt(figure, controls);
  const view = <K extends ViewKind>(kind: K, which = 0): ViewOf<K> => {
    const found = figure.views.filter((one) => kind in one)[which];
    if (found === undefined) throw new Error(`no ${kind}`);
    return found as View as ViewOf<K>;
  };
  const shapes = (which = 0): Shape[] => draw(figure, view('plane', which), { scope, controls });
  return { figure, scope, view, shapes };
}
const dotsOf = (shapes: readonly Shape[]) => shapes.flatMap((one) => (one.kind === 'dots' ? one.dots : []));
const linesOf = (shapes: readonly Shape[]) => shapes.flatMap((one) => (one.kind === 'lines' ? one.lines : []));

describe('a plane', () => {
  it('walks as far as its steps go, with the numbers of the steps', async () => {
    const { shapes } = await at('walk', { k: 2 });
    const numbered = dotsOf(shapes()).filter((dot) => dot.number !== undefined);
    // w − ½∇L on L = ½(u² + uv + v²): (0, 0), (1.25, 1), then u = −0.75, v = 0: (1.625, 1.1875)
    expect(numbered.map((dot) => dot.at)).toEqual([
      [0, 0],
      [1.25, 1],
      [1.625, 1.1875],
    ]);
  });

  it('has contours where the values are those of its levels', async () => {
    const { shapes } = await at('bowl', { c: 9 });
    const [ring] = linesOf(shapes().filter((one) => one.look === 'accent'));
    if (ring === undefined) throw new Error('a ring was expected');
    expect(ring.length).toBeGreaterThan(60);
    for (const [x, y] of ring) expect(Math.hypot(x, y)).toBeCloseTo(3, 1);
  });

  it('draws on logarithmic axes by powers of ten', async () => {
    const { shapes } = await at('quotient', { h: 1e-3 });
    const [dot] = dotsOf(shapes());
    // central difference of t³ at 2: its error is h² exactly
    expect(dot?.at[0]).toBeCloseTo(-3, 9);
    expect(dot?.at[1]).toBeCloseTo(-6, 3);
  });

  it('keeps a point on its curve, draws marks for each row, and hides those that are not wanted', async () => {
    const { scope, shapes } = await at('shapes', { q: [5, 5] });
    const [x = 0, y = 0] = scope.get('q')?.of.data ?? [];
    expect(x * x + y * y).toBeCloseTo(10, 9);
    expect(x).toBeCloseTo(y, 9);
    const arrows = shapes().flatMap((one) => (one.kind === 'arrows' && one.look === 'second' ? one.arrows : []));
    // of (1, 2), (2, −1), (−3, 1) the last is hidden
    expect(arrows).toEqual([
      [
        [0, 0],
        [1, 2],
      ],
      [
        [0, 0],
        [2, -1],
      ],
    ]);
  });

  it('lays the squares and the flag as a matrix says', async () => {
    const { shapes } = await at('shapes');
    const flag = linesOf(shapes()).find((line) => line.length === 5);
    // [[1, 0.5], [0, 1]] on (0.2, 0), (0.2, 1), (0.9, 0.75), (0.2, 0.5)
    expect(flag?.slice(0, 3)).toEqual([
      [0.2, 0],
      [0.7, 1],
      [1.275, 0.75],
    ]);
  });

  it('moves rows of a table that were dragged', async () => {
    const { shapes } = await at('shapes', { 'spots.0': [4, 4] });
    expect(dotsOf(shapes()).find((dot) => dot.row?.index === 0)?.at).toEqual([4, 4]);
  });

  it('draws the tangent of a curve', async () => {
    const { shapes } = await at('parabola');
    const [tangent] = linesOf(shapes()).filter((line) => line.length === 2);
    const [[x = 0, y = 0] = [], [u = 0, v = 0] = []] = tangent ?? [];
    // of x²/2 at 1: y = x − ½
    expect((v - y) / (u - x)).toBeCloseTo(1, 9);
    expect(y - x).toBeCloseTo(-0.5, 9);
  });
});

describe('other views', () => {
  it('shows a table up to a step, and keeps room for all of it', async () => {
    const { scope, view } = await at('walk', { k: 1 });
    const table = tableOf(view('table'), scope);
    expect(table.rows.map(({ cells }) => cells.map(({ value }) => Number(value.toFixed(12))))).toEqual([
      [0, 3.5],
      [1, 0.28125],
    ]);
    // eleven rows and their heads are more than ten lines
    expect(view('table').room).toBe(10);
    expect(roomOf(view('table'), scope)).toBe(10);
  });

  it('lights up the row and the column of a cell, and sums its columns', async () => {
    const { scope, view } = await at('shapes', { c: [2, 1] });
    const table = tableOf(view('table'), scope);
    expect(table.rows.map(({ head, cells }) => [head, ...cells.map(({ value }) => value)])).toEqual([
      ['one', 5, 2],
      ['other', 11, 4],
    ]);
    expect(table.rows.map(({ cells }) => cells.map(({ isLit }) => isLit))).toEqual([
      [true, false],
      [true, true],
    ]);
    expect(table.sums).toEqual([16, 6]);
    expect(view('table').room).toBe(4);
  });

  it('shows bars by twos', async () => {
    const { scope, view } = await at('shapes');
    expect(barsOf(view('bars'), scope).map(({ value, beside }) => [value, beside])).toEqual([
      [0.7, 1],
      [0.3, 0],
    ]);
  });

  it('goes forward and back through a graph', async () => {
    const forward = await at('fit', { k: 2 });
    const seen = graphOf(forward.view('graph'), forward.scope).nodes;
    expect(seen.map(({ name, value }) => [name, value?.of.data[0]])).toEqual([
      ...[
        ['w', 2],
        ['x', 3],
        ['b', 1],
        ['y', 5],
      ],
      ...[
        ['a', 6],
        ['s', 7],
        ['r', undefined],
        ['loss', undefined],
      ],
    ]);
    const back = await at('fit', { k: 11 });
    const { nodes, edges } = graphOf(back.view('graph'), back.scope);
    // loss = (wx + b − y)²: 4, and by w 2·2·3, by x 2·2·2, by b 4, by y −4
    expect(Object.fromEntries(nodes.map(({ name, gradient }) => [name, gradient?.of.data[0]]))).toEqual({
      ...{ loss: 1, r: 4, s: 4, a: 4, y: -4, b: 4, x: 8, w: undefined },
    });
    expect(edges.find(({ from, to }) => from === 'r' && to === 'loss')?.slope).toBe(4);
    expect(edges.find(({ from, to }) => from === 'y' && to === 'r')?.slope).toBe(-1);
    expect(back.figure.said).toContain('w gets 12');
  });

  it('shows a row of a network: values, weights, who is off, and the lamp', async () => {
    const { scope, view } = await at('fold', { n: 4 });
    const { layers, gaps, lamp } = networkOf(view('network'), scope);
    // row 11: Z = (2, 1), A = (2, 1), s = 2 − 2·1
    expect(layers.map((layer) => layer.map(({ value }) => value))).toEqual([[1, 1], [2, 1], [0]]);
    expect(gaps[1]?.map(({ weight }) => weight)).toEqual([1, -2]);
    expect(layers[1]?.map(({ isOff }) => isOff)).toEqual([false, false]);
    expect(lamp).toBe(0);
    const off = await at('fold', { n: 1 });
    // row 00: Z = (0, −1)
    expect(networkOf(off.view('network'), off.scope).layers[1]?.map(({ isOff }) => isOff)).toEqual([true, true]);
  });

  it('cuts a surface into pieces that lie on it, inside its box', async () => {
    const { scope, view } = await at('bowl');
    const solids = solidsOf(view('space'), scope);
    const pieces = solids.filter(({ height }) => height !== undefined);
    expect(pieces).toHaveLength(676);
    for (const { points } of pieces)
      for (const [x, y, z] of points) expect(-16 + 24 * (z + 1)).toBeCloseTo((4 * x) ** 2 + (4 * y) ** 2, 6);
    expect(solids.map(({ kind }) => kind).slice(676)).toEqual(['piece', 'dot', 'arrow', 'line']);
  });
});

it('draws no more arrows of a field than can be seen, however close they are asked for', async () => {
  const figure = await figureOf(
    (EXAMPLES.shapes ?? '').replace('spacing: 2', 'spacing: 0.000001').replace('x/5, y/5', 'x, y'),
  );
  const [view] = figure.views;
  if (view === undefined || !('plane' in view)) throw new Error('a plane was expected');
  const controls = firstControls(figure);
  const shapes = draw(figure, view, { scope: scopeAt(figure, controls), controls });
  const most = Math.max(...shapes.map((one) => (one.kind === 'arrows' ? one.arrows.length : 0)));
  expect(most).toBeGreaterThan(1_000);
  expect(most).toBeLessThanOrEqual(41 * 41);
});
