/** How a row moves in its list: pure, for thumbs and keys alike. */

/** The list with the row at `from` in place `to`; places beyond the ends are the ends. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const item = list[from];
  if (item === undefined) return [...list];
  const rest = list.toSpliced(from, 1);
  return rest.toSpliced(Math.max(0, Math.min(rest.length, to)), 0, item);
}

/** Where a row is while it is dragged, in px from the top of the page. */
export interface Row {
  top: number;
  height: number;
}

/** The place that a row would take if it were dropped now: it passes another one when its own edge passes the other's middle. */
export function placeAt(rows: readonly Row[], from: number, by: number): number {
  const own = rows[from];
  if (own === undefined) return from;
  const [top, bottom] = [own.top + by, own.top + own.height + by];
  const middle = ({ top, height }: Row): number => top + height / 2;
  const before = rows.slice(0, from).filter((row) => middle(row) > top).length;
  const after = rows.slice(from + 1).filter((row) => middle(row) < bottom).length;
  return from - before + after;
}

/** How far each of the others makes way, in px, while the row at `from` is over place `to`. */
export function wayMade(rows: readonly Row[], from: number, to: number): number[] {
  const own = rows[from];
  const next = rows[from + 1] ?? rows[from - 1];
  const gap = own === undefined || next === undefined ? 0 : gapBetween(own, next);
  const step = (own?.height ?? 0) + gap;
  return rows.map((_, index) => {
    if (from < index && index <= to) return -step;
    return to <= index && index < from ? step : 0;
  });
}

function gapBetween(one: Row, other: Row): number {
  const [upper, lower] = one.top < other.top ? [one, other] : [other, one];
  return lower.top - upper.top - upper.height;
}
