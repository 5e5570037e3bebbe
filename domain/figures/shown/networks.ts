/** What a network shows at one state: its units and weights, how far it has gone forward and back, who is off. */
import { number, numberOf, numbersOf, type Scope, type Value } from '../scope.ts';
import { treeOf } from '../trees.ts';
import type { ViewOf } from '../views.ts';

type NetworkView = ViewOf<'network'>;
export interface ShownUnit {
  /** HTML; nothing where it has no name */
  name?: string | undefined;
  value?: number | undefined;
  isOff: boolean;
}
export interface ShownWeight {
  /** unit of the layer before, unit of the layer after */
  from: number;
  to: number;
  weight?: number | undefined;
  gradient?: number | undefined;
}
export interface ShownNetwork {
  layers: ShownUnit[][];
  /** between each layer and the next */
  gaps: ShownWeight[][];
  lamp?: number | undefined;
}

export function networkOf(view: NetworkView, scope: Scope): ShownNetwork {
  const { layers, names, weights, values, gradients, hatched } = view;
  const row = view.row === undefined ? 1 : Math.round(numberOf(scope.value(treeOf(view.row))));
  const done = countOf(view.forward, scope, layers.length - 1);
  const back = countOf(view.backward, scope, layers.length - 1);
  const list = (of: string | undefined): number[] => (of === undefined ? [] : ofRow(scope.value(treeOf(of)), row));
  return {
    layers: layers.map((size, index) => {
      const [shown, off] = [index <= done ? list(values?.[index]) : [], list(hatched?.[index])];
      return Array.from({ length: size }, (_, unit) => ({
        name: names?.[index]?.[unit],
        value: shown[unit],
        isOff: index <= done && (off[unit] ?? 0) !== 0,
      }));
    }),
    gaps: layers.slice(1).map((size, gap) => {
      const from = layers[gap] ?? 0;
      const at = (of: string | undefined): readonly number[] =>
        of === undefined ? [] : numbersOf(scope.value(treeOf(of)));
      const isBack = gap >= layers.length - 1 - back;
      const [weight, gradient] = [at(weights?.[gap]), isBack ? at(gradients?.[gap]) : []];
      return Array.from({ length: from * size }, (_, index) => ({
        ...{ from: Math.floor(index / size), to: index % size },
        ...{ weight: weight[index], gradient: gradient[index] },
      }));
    }),
    lamp: view.lamp === undefined || done < layers.length - 1 ? undefined : numberOf(scope.value(treeOf(view.lamp))),
  };
}

function countOf(formula: string | undefined, scope: Scope, all: number): number {
  if (formula === undefined) return all;
  return Math.max(0, Math.min(all, Math.floor(numberOf(scope.value(treeOf(formula))))));
}

/** A vector, or a number, as it is; of a matrix one row, counted from 1. */
function ofRow(value: Value, row: number): number[] {
  const { rows, columns, data } = value.of;
  if (value.kind !== 'matrix') return [...data];
  const at = Math.min(rows, Math.max(1, Number.isFinite(row) ? row : numberOf(number(1)))) - 1;
  return [...data.subarray(at * columns, (at + 1) * columns)];
}
