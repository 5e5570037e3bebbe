import { describe, expect, it } from 'vitest';
import type { Controls } from './controls.ts';
import { drawnFigure } from './figure.ts';
import { filled, formulasIn, plainly } from './sentence.ts';
import { scopeAt } from './state.ts';

const FIGURE = drawnFigure.parse({
  ...{ title: 'A figure', say: 'So.', said: '', data: {}, define: [], runs: [], readouts: [] },
  controls: [{ slider: 'rate', from: 0, to: 2, at: 0.5 }],
  views: [{ plane: 'map', x: { from: 0, to: 1 }, y: { from: 0, to: 1 }, draw: [{ point: ['0', '0'] }] }],
});
const said = (text: string, rate: number): string => {
  const controls: Controls = { rate };
  return filled({ ...FIGURE, say: text }, scopeAt(FIGURE, controls), plainly);
};
const BY_STATE = 'At {rate} it {rate > 1: runs away | rate = 1: swings for ever | else: creeps}.';

describe('a sentence of a figure', () => {
  it('has the words of the first condition that holds', () => {
    expect(said(BY_STATE, 1.5)).toBe('At 1.5 it runs away.');
    expect(said(BY_STATE, 1)).toBe('At 1 it swings for ever.');
    expect(said(BY_STATE, 0.2)).toBe('At 0.2 it creeps.');
  });

  it('says nothing where no condition holds and nothing is said otherwise', () => {
    expect(said('Flat{rate > 0: , but not quite}.', 0)).toBe('Flat.');
  });

  it('says 0 where rounding alone leaves something', () => {
    expect(said('{cos(pi/2)} and {[sin(pi), 1]} and {10^-9}', 1)).toBe('0 and (0, 1) and 1.00e−9');
  });

  it('says what was set as it is, however small', () => {
    expect(said('At {rate} it is {rate^2}.', 1e-15)).toBe('At 1.00e−15 it is 0.');
  });

  it('tells its conditions among its formulas, so that each is checked', () => {
    expect(formulasIn(BY_STATE)).toEqual(['rate', 'rate > 1', 'rate = 1']);
  });
});
