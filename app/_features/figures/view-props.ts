/** What a view of a figure is given. */
import type { Controls } from '../../../domain/figures/controls.ts';
import type { DrawnFigure } from '../../../domain/figures/figure.ts';
import type { Scope } from '../../../domain/figures/scope.ts';

export interface ViewProps<V> {
  view: V;
  figure: DrawnFigure;
  scope: Scope;
  controls: Controls;
  /** puts a control, or a row of a table, somewhere else */
  move(name: string, to: Controls[string]): void;
}
