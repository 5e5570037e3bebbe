/** Heights of what a figure is made of: kept free before it is loaded, so that nothing jumps. */
import type { ChoiceControl } from '../../../domain/figures/controls.ts';
import type { DrawnFigure } from '../../../domain/figures/figure.ts';
import type { View } from '../../../domain/figures/views.ts';

/** Of planes and spaces, in pixels. */
export const PLANE_HEIGHT = 300;
const BAR = 36;
/** Of a row of a table; of one whose cells are buttons. */
const LINE = { plain: 31, cells: 40 } as const;
const CONTROL = 48;
/** Around a view that is not a plane, and its name. */
const AROUND = 24;
const NAME = 28;

/** What is left of the narrowest phone. */
const PHONE = 330;

/** What two views beside each other have at least, each. */
const HALF = 300;

/**
 * Room for a view; graphs and networks keep their proportions.
 * @param narrow as on a phone; @param half beside another one
 */
export function heightOf(view: View, figure: DrawnFigure, { narrow = false, half = false } = {}): number {
  const named = 'label' in view && view.label !== undefined ? NAME : 0;
  if ('plane' in view || 'space' in view) return PLANE_HEIGHT + named;
  if ('bars' in view) return view.items.length * (view.pairs ? BAR + 21 : BAR) + (view.pairs ? 28 : 0) + AROUND + named;
  if ('table' in view) return tableHeight(view, figure) + named;
  if ('graph' in view) {
    const tall = narrow || (half && graphSize(view, false).width > HALF);
    // where it has room all the same it lies
    return Math.max(graphSize(view, tall).height, half ? graphSize(view, false).height : 0) + AROUND + named;
  }
  const network = networkSize(view);
  // on a phone it is as wide as that
  return network.height * (narrow ? Math.min(1, PHONE / network.width) : 1) + AROUND + named;
}

interface Size {
  width: number;
  height: number;
}

/** Half of a node with what is written around it. */
export const NODE_HALF = { width: 46, height: 38 } as const;

/** A graph in its own units, which are pixels where there is room. */
export function graphSize({ layout }: Extract<View, { graph: unknown }>, narrow: boolean): Size {
  const places = Object.values(narrow ? layout.tall : layout.wide);
  return {
    width: Math.max(...places.map(({ x }) => x)) + NODE_HALF.width,
    height: Math.max(...places.map(({ y }) => y)) + NODE_HALF.height,
  };
}

/** Between layers, and between units of one. */
export const NETWORK = { across: 150, down: 84, edge: 48 } as const;

/** A network in its own units. */
export function networkSize({ layers, lamp }: Extract<View, { network: unknown }>): Size {
  return {
    width: (layers.length - 1) * NETWORK.across + 2 * NETWORK.edge + (lamp === undefined ? 0 : 64),
    height: (Math.max(...layers) - 1) * NETWORK.down + 2 * NETWORK.edge,
  };
}

/** Signs beyond which the options of a choice want a line of their own. */
const MOST_BESIDE = 22;

/** Whether a choice takes a whole line where there is room for two. */
export function isLong({ options }: ChoiceControl): boolean {
  return options.reduce((sum, [name]) => sum + name.length + 4, 0) > MOST_BESIDE;
}

/** Of all controls and readouts below each other, as on a phone, or by twos. */
export function footHeight({ controls, readouts }: DrawnFigure, columns: 1 | 2): number {
  const moved = controls.filter((one) => !('point' in one) && !('cell' in one));
  let places = 0;
  for (const one of moved) {
    // what takes a whole line begins a new one
    if (columns === 2 && 'choice' in one && isLong(one)) places = 2 * Math.ceil(places / 2) + 2;
    else places += 1;
  }
  return Math.ceil(places / columns) * CONTROL + (readouts.length > 0 ? CONTROL : 0);
}

/** A table with all of its rows; it scrolls beyond ten. */
export function tableHeight({ table, room }: Extract<View, { table: unknown }>, { controls }: DrawnFigure): number {
  const hasCells = controls.some((one) => 'cell' in one && one.in === table);
  return room * (hasCells ? LINE.cells : LINE.plain) + 12;
}
