/** States of whole figures: controls, data, definitions and runs in whatever order they stand. */
import { expect, it } from 'vitest';
import { drawnFigure } from './figure.ts';
import { numbersOf, rowsOf } from './scope.ts';
import { firstControls, pathIn, placeIn, scopeAt } from './state.ts';
import { treeOf } from './trees.ts';

const plane = { plane: 'map', x: { from: 0, to: 1 }, y: { from: 0, to: 1 }, draw: [{ point: ['0', '0'] }] };
const figure = (part: object) =>
  drawnFigure.parse({
    ...{
      title: 'A figure',
      say: 'So.',
      said: '',
      controls: [],
      data: {},
      define: [],
      runs: [],
      views: [plane],
      readouts: [],
    },
    ...part,
  });
const WALK = figure({
  controls: [
    { slider: 'eta', from: 0.1, to: 1.5, at: 0.5 },
    {
      point: 'p',
      in: 'map',
      at: [0, 0],
      within: [
        [-1, 4],
        [-1, 3],
      ],
    },
    {
      choice: 'target',
      options: [
        ['corridor', [0, 1, 1, 1]],
        ['staircase', [0, 1, 1, 0]],
      ],
      at: 'corridor',
    },
    { steps: 'k', to: 10 },
  ],
  define: [
    { name: 'L', params: ['a', 'b'], of: '(a - 2)^2/4 + (b - 1)^2' },
    { name: 'end', params: null, of: 'last(walk.w)' },
    { name: 'right', params: null, of: 'count(target = [0, 1, 1, 0])' },
  ],
  runs: [{ run: 'walk', from: { w: 'p' }, loss: 'L(w_1, w_2)', rate: 'eta', steps: 10 }],
});

it('begins where its controls say, and works out what comes of runs after them', () => {
  const scope = scopeAt(WALK, firstControls(WALK));
  const walk = rowsOf(scope.value(treeOf('walk.w')));
  expect(walk).toHaveLength(11);
  // by hand: w − 0.5 ∇L, ∇L = ((a − 2)/2, 2(b − 1))
  expect(walk[1]).toEqual([0.5, 1]);
  expect(walk[2]).toEqual([0.875, 1]);
  expect(numbersOf(scope.value(treeOf('walk.loss')))[0]).toBe(2);
  expect(numbersOf(scope.value(treeOf('end')))).toEqual(walk[10]);
  expect(numbersOf(scope.value(treeOf('right')))).toEqual([3]);
  expect(pathIn(scope, 'walk.w')).toEqual(walk);
  expect(placeIn(scope, ['p.x + 1', 'k'])).toEqual([1, 0]);
});

it('follows its controls', () => {
  const scope = scopeAt(WALK, { eta: 1, p: [4, 3], target: 'staircase', k: 3 });
  expect(rowsOf(scope.value(treeOf('walk.w'))).slice(0, 2)).toEqual([
    [4, 3],
    [3, -1],
  ]);
  expect(numbersOf(scope.value(treeOf('right')))).toEqual([4]);
  expect(placeIn(scope, '-p')).toEqual([-4, -3]);
});

it('steps by a rule of its own, from values before it, and with momentum', () => {
  const fib = figure({ runs: [{ run: 'f', from: { a: 0, b: 1 }, next: { a: 'b', b: 'a + b' }, steps: 6 }] });
  expect(numbersOf(scopeAt(fib, {}).value(treeOf('f.a')))).toEqual([0, 1, 1, 2, 3, 5, 8]);
  const heavy = figure({ runs: [{ run: 'm', from: { x: 1 }, loss: 'x^2/2', rate: 0.1, beta: 0.5, steps: 2 }] });
  // v: 1, 0.5 + 0.9 = 1.4; x: 0.9, 0.76
  expect(numbersOf(scopeAt(heavy, {}).value(treeOf('m.x'))).map((x) => Number(x.toFixed(12)))).toEqual([1, 0.9, 0.76]);
});
