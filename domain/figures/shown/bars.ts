/** What the bars of a figure show at one state. */
import { numberOf, type Scope } from '../scope.ts';
import { treeOf } from '../trees.ts';
import type { ViewOf } from '../views.ts';

export interface ShownBar {
  /** HTML */
  label: string;
  value: number;
  beside?: number;
}

export function barsOf({ items }: ViewOf<'bars'>, scope: Scope): ShownBar[] {
  const at = (of: string): number => numberOf(scope.value(treeOf(of)));
  return items.map(({ label, value, beside }) => ({
    label,
    value: at(value),
    ...(beside !== undefined && { beside: at(beside) }),
  }));
}
