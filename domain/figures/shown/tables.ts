/** What a table of a figure shows at one state. */
import { number, numberOf, numbersOf, rowsOf, type Scope } from '../scope.ts';
import { treeOf } from '../trees.ts';
import type { ViewOf } from '../views.ts';

export interface ShownTable {
  /** HTML; of the names of rows the first */
  heads: string[];
  rows: { head?: string | undefined; cells: { value: number; digits: number; isLit: boolean }[] }[];
  /** what its columns come to */
  sums?: number[];
}

/** Its cells as far as they are shown, with what lights up. Throws MatrixFailure. */
export function tableOf(view: ViewOf<'table'>, scope: Scope): ShownTable {
  const { columns, matrix, names, heads = [], digits, upto, highlight, sum } = view;
  const lists =
    columns === undefined
      ? rowsOf(scope.value(treeOf(matrix ?? '0')))
      : sideBySide(columns.map(({ of }) => numbersOf(scope.value(treeOf(of)))));
  const last = upto === undefined ? lists.length - 1 : Math.floor(numberOf(scope.value(treeOf(upto))));
  const shown = lists.slice(0, Math.max(0, last) + 1);
  const isLit = (i: number, j: number): boolean =>
    highlight !== undefined &&
    numberOf(
      scope.value(
        treeOf(highlight),
        new Map([
          ['i', number(i + 1)],
          ['j', number(j + 1)],
        ]),
      ),
    ) !== 0;
  return {
    heads: columns?.map(({ head }) => head) ?? heads,
    rows: shown.map((row, i) => ({
      head: names?.[i],
      cells: row.map((value, j) => ({ value, digits: columns?.[j]?.digits ?? digits, isLit: isLit(i, j) })),
    })),
    ...(sum && { sums: (shown[0] ?? []).map((_, j) => shown.reduce((all, row) => all + (row[j] ?? 0), 0)) }),
  };
}

/** Lines beyond which a table scrolls. */
const MOST_ROOM = 10;

/** Lines that it needs when all of it is shown, with its heads and sums. */
export function roomOf(view: ViewOf<'table'>, scope: Scope): number {
  const { heads, rows, sums } = tableOf({ ...view, upto: undefined, highlight: undefined }, scope);
  return Math.min(MOST_ROOM, rows.length + Number(heads.length > 0) + Number(sums !== undefined));
}

function sideBySide(lists: readonly (readonly number[])[]): number[][] {
  const length = Math.max(...lists.map((list) => list.length));
  return Array.from({ length }, (_, i) => lists.map((list) => list[list.length === 1 ? 0 : i] ?? Number.NaN));
}
