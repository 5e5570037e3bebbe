/** Runs: by rows, by whole matrices, with momentum; against what was worked out by hand or by differences. */
import { describe, expect, it } from 'vitest';
import type { DrawnFigure, Run } from './figure.ts';
import { runIn } from './runs.ts';
import { numbersOf, rows, rowsOf, Scope, vector } from './scope.ts';
import { treeOf } from './trees.ts';

const DATA: DrawnFigure['data'] = {
  rows: {
    columns: ['x1', 'x2', 'y'],
    values: [
      [0, 0, 0],
      [0, 1, 1],
      [1, 0, 2],
      [1, 1, 3],
    ],
    drag: 'none',
  },
};
const walk = (part: Partial<Run>): Run => ({ run: 'walk', from: { w: '[0, 0]' }, rate: '0.25', steps: 4, ...part });
function gone(one: Run, scope = new Scope()): { list: number[][]; loss: number[] } {
  runIn(scope, one, DATA);
  return { list: rowsOf(scope.value(treeOf('walk.w'))), loss: numbersOf(scope.value(treeOf('walk.loss'))) };
}
const OF_ROW = '(w_1*x1 + w_2*x2 - y)^2';

describe('a run', () => {
  it('by rows in their order takes the gradient of each', () => {
    const { list, loss } = gone(walk({ loss: OF_ROW, rows: { of: 'rows', batch: '1', order: 'given', seed: '1' } }));
    // row 00 pushes nothing; 01: w₂ = 2·1/4; 10: w₁ = 2·2/4; 11: error 1 + ½ − 3, both + 2·1.5/4
    expect(list).toEqual([
      [0, 0],
      [0, 0],
      [0, 0.5],
      [1, 0.5],
      [1.75, 1.25],
    ]);
    // the loss is the mean over all rows: at 0 (0 + 1 + 4 + 9)/4
    expect(loss[0]).toBe(3.5);
  });

  it('by all rows at once is plain descent', () => {
    const all = gone(walk({ loss: OF_ROW, rows: { of: 'rows', batch: '4', order: 'shuffled', seed: '7' } }));
    const plain = gone(walk({ loss: 'mse([0, w_2, w_1, w_1 + w_2], [0, 1, 2, 3])' }));
    for (const [step, found] of all.list.entries())
      for (const [index, value] of found.entries()) expect(value).toBeCloseTo(plain.list[step]?.[index] ?? 0, 12);
  });

  it('takes every row once before one comes again, in an order that its seed settles', () => {
    const by = (seed: string) =>
      gone(walk({ loss: OF_ROW, steps: 8, rows: { of: 'rows', batch: '1', order: 'shuffled', seed } })).list;
    expect(by('3')).toEqual(by('3'));
    const orders = new Set(['1', '2', '3', '4', '5'].map((seed) => JSON.stringify(by(seed))));
    expect(orders.size).toBeGreaterThan(1);
  });

  it('keeps a part of the step before', () => {
    const { list } = gone({ ...walk({ loss: 'w^2/2', rate: '0.5', beta: '0.5', steps: 3 }), from: { w: '1' } });
    // v: 1, 0.5 + 0.5, 0.5 + 0 → w: 1, ½, 0, −¼
    expect(list.flat()).toEqual([1, 0.5, 0, -0.25]);
  });

  it('goes down by whole matrices, each by its own gradient', () => {
    const scope = new Scope().with([
      [
        'X',
        rows([
          [0, 0],
          [0, 1],
          [1, 0],
          [1, 1],
        ]),
      ],
      ['y', vector([0, 1, 1, 0])],
    ]);
    const one: Run = {
      run: 'walk',
      from: { W: '[[1, 1], [-1, -1]]', c: '[0.5, 0.5]', w: '[1, -1]', b: '0' },
      loss: 'bce(sigmoid(relu(X W + c) w + b), y)',
      rate: '0.5',
      steps: 2,
    };
    runIn(scope, one, {});
    // the staircase box of the level: ln 2, then 0.6598, 0.6310
    const loss = numbersOf(scope.value(treeOf('walk.loss')));
    expect(loss[0]).toBeCloseTo(Math.LN2, 12);
    expect(loss[1]).toBeCloseTo(0.6598, 4);
    expect(loss[2]).toBeCloseTo(0.631, 4);
  });
});
